# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a paragraph of whole sentences whose last one ends without a mark.

Why a reader minds: the reader turns back to see whether something is missing.

When to leave it: in verse, lists, letters’ greetings and signatures.

Example: He ran to the gate and looked back → He ran to the gate and looked back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage
from redraft.language.analysis import Analysis

_LAST_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*$")
_ENDED = re.compile(r"[.!?…—:;,*~)\]-][”\"’'*_)]*\s*$")


@check(
    id="paragraph-end",
    name="No mark at a paragraph’s end",
    category="punctuation",
    severity=Severity.ERROR,
    sure=True,
    weight=0.8,
    sentence_bound=True,
    examples=(
        Fires("He ran. Then he stopped at the gate and looked ⟦back⟧", "back."),
        Fires("“Come,” she said, and they went home ⟦together⟧", "together."),
        Quiet("He ran. Then he stopped at the gate and looked back."),
        Quiet("Chapter Seven"),
        Quiet("Roses are red"),
        Quiet("Yours sincerely, Tom"),
        Quiet("He ran. Then he stopped—"),
        Quiet("She wrote a list of everything that she needed:"),
    ),
)
def paragraph_end(passage: Passage) -> Iterator[Found]:
    """Paragraphs with a finite verb, among paragraphs that end with marks, whose last character is a letter."""
    text = passage.text.rstrip()
    match = _LAST_WORD.search(text)
    if (
        passage.kind != "body"
        or match is None
        or not _prose(passage)
        or (not text[:1].isupper()
        and text[:1] not in "“\"‘'")
    ):
        return
    word = match.group()
    speech = passage.analysis.stretches[-1] if passage.analysis.stretches else None
    if speech is not None and speech.end >= len(text):
        return
    yield Found(match.start(), match.end(), f"The paragraph ends with “{word}” and no mark.", (word + ".",))


def _prose(passage: Passage) -> bool:
    tokens = passage.analysis.tokens
    verbs = sum(each.tag in ("VBD", "VBZ", "VBP", "MD") for each in tokens)
    long = len(passage.text) > 60 or "." in passage.text[:-1] or "”" in passage.text or '"' in passage.text
    return verbs > 0 and long and len(tokens) >= 8 and all(map(_ends, (passage.before, passage.after)))


def _ends(neighbour: Analysis | None) -> bool:
    return neighbour is None or _ENDED.search(neighbour.text) is not None
