# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: mom, dad and the like without a capital where they stand for a name, and with one behind my or her.

Why a reader minds: Mom is what she is called; my mom is what she is.

When to leave it: where a family has its own way (the Mother, of a nun), or a whole story keeps to small letters.

Example: “Yes, mom.” → “Yes, Mom.” · She asked her Dad. → She asked her dad.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_PARENT = "mom|dad|mum|mommy|daddy|mummy|mama|mamma|papa|grandma|grandpa|granny|nana|grandad|granddad|mother|father"
_CALLED = re.compile(
    rf"(?<=[a-z,?!] )({_PARENT})(?= (?:said|asked|was|had|is|has|and I|says|told|would|will|looked|came|went)\b"
    r"|['’]s (?!a |not )|[.,?!;])"
)
_OWNED = re.compile(
    r"\b(?:my|your|his|her|their|our|My|Your|His|Her|Their|Our) (Mom|Dad|Mum|Mommy|Daddy|Mummy|Mama|Papa|Mother|Father"
    r"|Grandma|Grandpa|Grandmother|Grandfather|Brother|Sister|Aunt|Uncle|Son|Daughter|Wife|Husband)(?!\w|-| [A-Z])"
)
_FORMAL = frozenset(("mother", "father", "nana"))
_KEPT = re.compile(r"\bke(?:ep|pt|eps|eping) $")
_HELD = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "POS", "CD", "VBN", "WP$", "JJS", "JJR"))
_AS = frozenset("a of as like become be being is was were are stay-at-home single than or nor".split())
_TODAY = frozenset(("mom", "dad", "mum"))
_HABIT, _OFTEN = 3, 6


@check(
    id="kin-capital", name="Capital of mom, dad and kin", category="case", weight=0.7, severity=Severity.WARNING,
    examples=(
        Fires("“Yes, ⟦mom⟧,” he said.", "Mom"),
        Fires("She knew that ⟦dad⟧ was late.", "Dad"),
        Fires("She asked her ⟦Dad⟧ for help.", "dad"),
        Quiet("“Yes, Mom,” he said."),
        Quiet("She asked her dad for help."),
        Quiet("She was a mom, and he a dad, now."),
        Quiet("Both mother and father were there."),
        Quiet("“My Uncle Bob is here.”"),
    ),
)
def kin_capital(passage: Passage) -> Iterator[Found]:
    """Kin as names in small letters; kin with a possessive in capitals."""
    for match in _CALLED.finditer(passage.text):
        if _is_name(passage, match):
            right = match.group(1).capitalize()
            yield Found(*match.span(1), f"Here “{right}” stands for a name.", (right,))
    for match in _OWNED.finditer(passage.text):
        small = match.group(1).lower()
        if not _sacred(passage, match):
            yield Found(*match.span(1), f"Behind “{match.group().split()[0].lower()}” it is no name.", (small,))


def _is_name(passage: Passage, match: re.Match[str]) -> bool:
    """Whether nothing makes the word a common noun: no article, no adjective, no pair of parents."""
    word = match.group(1)
    if not _capital_is_habit(passage, word):
        return False
    number = passage.analysis.token_index(match.start(1))
    before = passage.analysis.tokens[number - 1] if number else None
    if before is None or before.tag in _HELD or before.lower in _AS or before.lower == "and":
        return False
    if _KEPT.search(passage.text[: match.start(1)]):
        return False
    if before.text == ",":
        return _addressed(passage, match)
    return word not in _FORMAL and before.pos in ("VERB", "ADP", "SCONJ", "AUX", "ADV", "PRON", "CCONJ")


def _capital_is_habit(passage: Passage, word: str) -> bool:
    """Whether the story writes the word with a capital elsewhere; of mom, dad and mum, whether it never avoids it."""
    counts, capitals = passage.story.counts.get(word, 0), passage.story.capital_counts.get(word, 0)
    if word in _TODAY and counts <= _OFTEN:
        return True
    return capitals >= _HABIT - 1 and capitals * 4 >= counts


def _addressed(passage: Passage, match: re.Match[str]) -> bool:
    """Whether somebody is spoken to: "Yes, mom." in speech, at the end of a clause."""
    text = passage.straight
    opened = any(each.start < match.start(1) < each.end for each in passage.speeches)
    ends = text[match.end(1) : match.end(1) + 1] in ".?!" or text[match.end(1) : match.end(1) + 2] == ',"'
    return opened and ends and text[match.start(1) - 2 : match.start(1)] == ", " and _short(text[: match.start(1) - 2])


def _short(before: str) -> bool:
    """Whether the clause before the comma lists no kin: "mother, father"."""
    return re.search(rf"\b(?:{_PARENT}|brother|sister|aunt|uncle|son|daughter)s?$", before) is None


def _sacred(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the story writes this word with a capital behind possessives as a habit, as of God or of a queen."""
    word = match.group(1).lower()
    return passage.story.capital_counts.get(word, 0) > max(_HABIT, passage.story.counts.get(word, 0) // 3)
