# SPDX-License-Identifier: GPL-3.0-or-later
"""A text as its words: what stays the same when quotes are straightened, dashes changed and paragraphs re-wrapped."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from redraft.text.folding import straighten

_PIECE = re.compile(r"([^\W_]+(?:'[^\W_]+)*)|[.!?…]+|\n\s*\n")
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "st", "prof", "capt", "mme", "mlle"})
"""Behind these a full stop ends no sentence."""
_DASHES = str.maketrans({"—": "-", "–": "-", "‑": "-", "―": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words ``first`` up to, not including, ``last`` of a wording; it may be empty (between two words)."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first


@dataclass(frozen=True)
class Wording:
    """The words of ``text`` in lower case, quotes straight; where each begins and ends (code points); and the first
    words of its sentences. A sentence ends at full stop, question or exclamation mark, ellipsis or blank line; a
    line end alone ends none, for lines are wrapped anew."""

    text: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Wording:
        """The words of a text."""
        made = cls(text)
        words, starts, ends, sentences = made.words, made.starts, made.ends, made.sentences
        begun = True
        for match in _PIECE.finditer(straighten(text)):
            word = match.group(1)
            if word is None:
                begun = begun or match.group() != "." or not words or words[-1] not in _TITLES
                continue
            if begun:
                sentences.append(len(words))
                begun = False
            words.append(word.lower())
            starts.append(match.start())
            ends.append(match.end())
        return made

    @cached_property
    def keys(self) -> list[str]:
        """Each sentence as its words, by which equal ones are known."""
        bounds = [*self.sentences, len(self.words)]
        return [" ".join(self.words[a:b]) for a, b in pairwise(bounds)]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word occurs."""
        return Counter(self.words)

    def sentence(self, number: int) -> Stretch:
        """The words of a sentence."""
        last = self.sentences[number + 1] if number + 1 < len(self.sentences) else len(self.words)
        return Stretch(self.sentences[number], last)

    def sentence_at(self, word: int) -> int:
        """The number of the sentence that holds a word (of the last one, for the end of the text)."""
        return max(0, bisect_right(self.sentences, word) - 1)

    def stretch(self, start: int, end: int) -> Stretch:
        """The words that the characters ``start``–``end`` touch."""
        first = bisect_right(self.ends, start)
        return Stretch(first, max(first, bisect_left(self.starts, end)))


def fold(text: str) -> str:
    """``text`` with straight quotes, plain dashes and spaces, as long as it was."""
    return straighten(text).translate(_DASHES)
