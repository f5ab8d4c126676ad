# SPDX-License-Identifier: GPL-3.0-or-later
"""The units that the tagger judges: words and marks with their places, in chunks of whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redraft.checks.engines.tagger.folding import fold

CHUNK = 56
"""Words and marks in a chunk, at most, unless one sentence alone is longer; as in training."""
LONGEST = 160
"""A sentence longer than this is cut."""

_WORD = re.compile(
    r"[A-Za-z\u00c0-\u024f]+(?:'[A-Za-z]+)*|\d+(?:[.,]\d+)*|…|\.\.\.|[^\w\s\u200b-\u200d\u2060\ufeff\u00ad\ufe0f]"
)
_MARKUP = re.compile(r"(?<![^\s\"'(—-])\*+(?=\S)|(?<=\S)\*+(?![^\s\"'.,;:!?)—-])")
_TITLES = frozenset(("Mr", "Mrs", "Dr", "St", "Ms"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark: its folded form, whether white space stands before it, and its place in the paragraph."""

    form: str
    spaced: bool
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """True for a word, False for a mark or a number."""
        return self.form[0].isalpha()


def words(text: str) -> list[Word]:
    """All words and marks of one paragraph; emphasis stars and invisible characters are passed over."""
    folded = fold(text)
    skipped = {place for match in _MARKUP.finditer(folded) for place in range(*match.span())}
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(folded):
        start, end = match.span()
        if start in skipped:
            continue
        spaced = start == 0 or any(char.isspace() for char in folded[last:start])
        found.append(Word(match.group(), spaced, start, end))
        last = end
    return found


def chunks(found: list[Word]) -> Iterator[list[Word]]:
    """The words of a paragraph in chunks of whole sentences."""
    current: list[Word] = []
    for sentence in _sentences(found):
        if current and len(current) + len(sentence) > CHUNK:
            yield current
            current = []
        current = current + sentence
        if len(current) > CHUNK:
            yield from (current[i : i + LONGEST] for i in range(0, len(current), LONGEST))
            current = []
    if current:
        yield current


def _sentences(found: list[Word]) -> Iterator[list[Word]]:
    start = 0
    for place in range(len(found)):
        if _ends_sentence(found, place):
            yield found[start : place + 1]
            start = place + 1


def _ends_sentence(found: list[Word], place: int) -> bool:
    if place + 1 == len(found):
        return True
    here, after = found[place], found[place + 1]
    before = found[place - 1].form if place else ""
    ends = here.form in ".!?…" or (here.form in "\"'" and before != "" and before in ".!?…")
    opens = after.spaced and (after.form[0].isupper() or after.form in "\"'")
    return ends and opens and not (here.form == "." and before in _TITLES)
