# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: American and British spellings mixed in one story ("gray" and "colour"); told once, at the first word.

Why a reader minds: each is right, both together look like two authors.

When to leave it: when a letter, a sign or a character keeps to the other side of the ocean.

Example: The colour was gray. (the story is British) → The colour was grey.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from redraft.characters.once import once
from redraft.checks.check import Fires, Found, Quiet, story_check
from redraft.checks.finding import Severity
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.words import words
from redraft.checks.story import Passage
from redraft.language.analysis import Analysis
from redraft.text.folding import straighten

_SWAPS = (
    ("our", "or"), ("re", "er"), ("ise", "ize"), ("isi", "izi"), ("isa", "iza"), ("yse", "yze"), ("ysi", "yzi"),
    ("ogue", "og"), ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("ence", "ense"), ("grey", "gray"),
    ("plough", "plow"), ("ae", "e"), ("oe", "e"), ("moustache", "mustache"), ("jewellery", "jewelry"),
    ("aluminium", "aluminum"), ("aeroplane", "airplane"), ("sceptic", "skeptic"), ("tyre", "tire"), ("mould", "mold"),
    ("programme", "program"), ("pyjama", "pajama"), ("storey", "story"), ("mum", "mom"), ("sulph", "sulf"),
    ("ll", "l"), ("lfil", "llfill"), ("tre", "ter"), ("cheque", "check"), ("kerb", "curb"), ("axe", "ax"),
)  # fmt: skip
_PLAINLY = re.compile(
    r"our|[bct]re(?:s|d)?$|is(?:e[ds]?|ing|ation)$|ys(?:e[ds]?|ing)$|ogue|grey|plough|cheque|tyre|kerb|mum"
)
"""British spellings that no American would write; others (axe, sombre, travelled) stand in American books."""
_GLIMPSE = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_SEVERAL, _SHORT = 3, 5_000
"""Different words of the other variety that make a mixture; in a text of up to so many words, one is enough."""
_GB = "The colour of the harbour was grey. His favourite neighbour laboured in the theatre. "
_US = "The color of the harbor was gray. His favorite neighbor labored in the theater. "


@story_check(
    id="mixed-variety", name="American and British spelling mixed", category="variant", severity=Severity.WARNING,
    weight=0.4,
    examples=(
        Fires(_GB + "\nHer ⟦favor⟧ was asked.", "favour"),
        Fires(_US + "\nHe asked a ⟦favour⟧ of her.", "favor"),
        Quiet(_GB + "\nHe saw the colour of grey."),
        Quiet(_US + "\nHe realized the color."),
        Quiet("He was travelling in gray."),
    ),
)
def mixed_variety(passages: Sequence[Passage]) -> Iterator[tuple[int, Found]]:
    """The first word of the other variety, in a story that has several and is clearly of the one."""
    if not passages or passages[0].story.variety is None or not passages[0].story.english:
        return
    variety = passages[0].story.variety
    other = [
        (index, word, right)
        for index, passage in enumerate(passages) if _may_have(passage, variety) for word in words(passage)
        if not word.capital and (right := counterpart(word.lower, variety)) is not None
        and _PLAINLY.search(word.lower if variety == "US" else right)
    ]  # fmt: skip
    if not other or (len({word.lower for _, word, _ in other}) < _SEVERAL and passages[0].story.words > _SHORT):
        return
    index, word, right = other[0]
    shown = right.capitalize() if word.text[0].isupper() else right
    name, strange = ("American", "British") if variety == "US" else ("British", "American")
    more = ", ".join(dict.fromkeys(f"“{each.lower}”" for _, each, _ in other[1:6] if each.lower != word.lower))
    also = f"; {strange} are also {more}." if more else "."
    message = f"This story is in {name} spelling, which has “{shown}”{also}"
    yield index, Found(word.start, word.end, message, (shown,))


def _may_have(passage: Passage, variety: str) -> bool:
    """Whether any of its words, as far as they can be told at a glance, is of the other variety."""
    return any(counterpart(each, variety) is not None for each in _glimpsed(passage.analysis))


@once
def _glimpsed(analysis: Analysis) -> frozenset[str]:
    """The words of a paragraph in lower case, those with hyphens and marks also in parts."""
    whole = frozenset(_GLIMPSE.findall(straighten(analysis.text).lower()))
    return whole.union(*(re.split(r"[-']", each) for each in whole if not each.isalpha()))


@cache
def counterpart(lower: str, variety: str) -> str | None:
    """How ``variety`` ("US" or "GB") spells a word of the other one; None when the word is not of the other."""
    known = lexicon()
    foreign, own = (known.gb, known.us) if variety == "US" else (known.us, known.gb)
    if lower not in foreign:
        return None
    for british, american in _SWAPS:
        wrong, right = (british, american) if variety == "US" else (american, british)
        place = lower.find(wrong)
        while place >= 0:
            spelt = lower[:place] + right + lower[place + len(wrong) :]
            if spelt in own:
                return spelt
            place = lower.find(wrong, place + 1)
    return None
