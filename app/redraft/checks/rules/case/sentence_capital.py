# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a sentence that begins with a small letter, and the pronoun “i”.

Why a reader minds: the capital shows where to breathe.

When to leave it: in messages and poems written without capitals, on purpose.

Example: He ran. she followed. → He ran. She followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.story import Passage
from redraft.language.analysis import Zone
from redraft.language.saying import SAYING

_SMALL = re.compile(r"(?:(?<=[a-z]{2}\. )|(?<=[a-z]{2}[!?] ))([a-z]+)(?![\w.@]|['’-]\w)")
_SHORTENED = re.compile(
    r"\b(?:mr|mrs|ms|dr|st|etc|vs|prof|tem|no|vol|ca|cf|al|approx|dept|est|fig|inc|jr|sr|ltd|viz"
    r"|col|gen|lt|sgt|capt|inst|ult|prox|yrs|esq|rev|hon|maj|wm|chas|geo)\.? $",
    re.I,
)
_PRONOUN = re.compile(r"(?<![\w.’'&/-])i(?=['’](?:m|ll|d|ve)\b| [a-z]|[,.!?](?![\w.]))")
_OPENS = re.compile(r"[a-z]+(?![\w.@:/]|['’-]\w)")


@check(
    id="sentence-capital",
    name="Small letter at a sentence’s head",
    category="case",
    severity=Severity.ERROR,
    sure=True,
    weight=0.85,
    examples=(
        Fires("He ran to the gate. ⟦she⟧ followed him.", "She"),
        Fires("“I know him. ⟦we⟧ met in May.”", "We"),
        Fires("Then ⟦i⟧ saw him.", "I"),
        Fires("He said, “⟦i⟧’m late.”", "I"),
        Quiet("He ran to the gate. She followed him."),
        Quiet("Pens, ink, etc. were there."),
        Quiet("“Why?” she asked."),
        Quiet("What was she to do? she asked herself."),
        Quiet("He said (i.e. wrote) so, part i) and ii)."),
        Quiet("“Oh! how I wish it.”"),
        Quiet("He stopped… then he ran."),
    ),
)
def sentence_capital(passage: Passage) -> Iterator[Found]:
    """Small letters where a sentence begins; after ! and ? only in narration."""
    if not any(each.isupper() for each in passage.text):
        return
    text = passage.straight
    for match in _SMALL.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if _SHORTENED.search(before) or not lexicon().knows(re.split(r"[^\w'-]", before[:-2])[-1].split("-")[-1]):
            continue
        if text[match.start() - 2] in "!?" and not _sure_after(passage, match):
            continue
        yield _capital(passage, match.start(), match.end())
    for match in _PRONOUN.finditer(text):
        if re.search(r"\b(?:letters?|dotted|lowercase|small) $", text[: match.start()], re.I):
            continue
        yield Found(match.start(), match.end(), "The pronoun “I” is written with a capital.", ("I",))
    first = _OPENS.match(text)
    if first and _new_paragraph(passage):
        yield _capital(passage, 0, first.end())


def _sure_after(passage: Passage, match: re.Match[str]) -> bool:
    narration = (
        passage.analysis.zone(match.start()) is Zone.NARRATION
        and passage.analysis.zone(match.start() - 2) is Zone.NARRATION
    )
    if re.search(r"(?:^|[.!?] )\w+[!?] $", passage.straight[: match.start()]):
        return False
    tag = re.match(r" (?:had )?(\w+)", passage.straight[match.end() :])
    return narration and match.group(1) in ("he", "she", "they", "it", "we") and not (tag and tag[1] in SAYING)


def _new_paragraph(passage: Passage) -> bool:
    """Whether the paragraph is a whole one between whole ones: they open with capitals and end with marks."""
    before, after = passage.before, passage.after
    if passage.kind != "body" or before is None or len(passage.text.split()) < 6:
        return False
    ended = before.text.rstrip().endswith((".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"'))
    neighbours = [each.text.lstrip("“‘\"' ")[:1] for each in (before, after) if each is not None]
    return ended and passage.text.rstrip()[-1:] in '.!?”"' and all(each.isupper() for each in neighbours)


def _capital(passage: Passage, start: int, end: int) -> Found:
    word = passage.text[start:end]
    return Found(start, end, f"A sentence begins with “{word}”, so it takes a capital.", (word[0].upper() + word[1:],))
