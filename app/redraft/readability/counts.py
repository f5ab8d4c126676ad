# SPDX-License-Identifier: GPL-3.0-or-later
"""What the formulas need to know of a paragraph, so that a scene is a sum and an edit costs one paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from redraft.language.sentences import sentence_spans
from redraft.language.speech import stretches
from redraft.readability.easy import is_easy
from redraft.readability.syllables import syllables

_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_LONG = 3


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word that is not on the list of easy ones. ``name``: written with a capital inside a sentence."""

    word: str
    syllables: int
    name: bool


@dataclass(frozen=True, slots=True)
class ParagraphCounts:
    """Sums over one paragraph. ``letters``: letters and digits of its words; ``characters``: all but spaces;
    ``long_words``: of three syllables and more; ``speech_words``: inside quotation marks.

    ``hard`` holds each word off the list of easy ones as often as it stands.
    """

    words: int = 0
    speech_words: int = 0
    syllables: int = 0
    letters: int = 0
    characters: int = 0
    long_words: int = 0
    sentence_lengths: tuple[int, ...] = ()
    hard: tuple[HardWord, ...] = ()


@lru_cache(maxsize=8_192)
def count(text: str) -> ParagraphCounts:
    """Count a paragraph's reading text. A sentence without a word ("…") is none."""
    speeches, _ = stretches(text)
    words = list(_WORD.finditer(text))
    sizes = [syllables(each.group()) for each in words]
    spans = sentence_spans(text, speeches)
    starts = [each.start() for each in words]
    openings = _openings(starts, spans)
    return ParagraphCounts(
        words=len(words),
        speech_words=sum(_between(starts, each.start, each.end) for each in speeches),
        syllables=sum(sizes),
        letters=sum(char.isalnum() for each in words for char in each.group()),
        characters=sum(map(len, text.split())),
        long_words=sum(size >= _LONG for size in sizes),
        sentence_lengths=_lengths(starts, spans),
        hard=tuple(_hard(words, sizes, openings)),
    )


def _hard(words: Sequence[re.Match[str]], sizes: Sequence[int], openings: set[int]) -> list[HardWord]:
    found: list[HardWord] = []
    for match, size in zip(words, sizes, strict=True):
        written = match.group().replace("’", "'")
        lower = written.lower()
        if not is_easy(lower):
            found.append(HardWord(lower, size, written[0].isupper() and match.start() not in openings))
    return found


def _between(starts: Sequence[int], begin: int, end: int) -> int:
    """How many of the words, which are in order, start there."""
    return bisect_left(starts, end) - bisect_left(starts, begin)


def _openings(starts: Sequence[int], spans: Sequence[tuple[int, int]]) -> set[int]:
    """Where a capital says nothing: each sentence's first word."""
    return {starts[bisect_left(starts, begin)] for begin, end in spans if _between(starts, begin, end)}


def _lengths(starts: Sequence[int], spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(length for begin, end in spans if (length := _between(starts, begin, end)))
