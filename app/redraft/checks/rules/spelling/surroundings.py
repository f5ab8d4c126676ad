# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands round a strange word: other strange words, as in a foreign phrase or in speech spelt as it sounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.words import Word, words
from redraft.checks.story import Passage

_CLIPPED = re.compile(r"\w'(?!\w)|(?<!\w)'(?=[a-z]{1,4}\b)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``beside``: a strange word in small letters follows or goes before; ``strange``: others in the sentence
    that are no names; ``sentence``: how many words the sentence has; ``dialect``: words of the same speech, or of the
    same paragraph of narration, that are spelt as they are spoken."""

    beside: bool
    strange: int
    sentence: int
    dialect: int

    @property
    def foreign(self) -> bool:
        """Whether the sentence, or most of it, is in another language."""
        unknown = self.strange + 1
        return (unknown >= 3 and unknown >= 0.4 * self.sentence) or (unknown >= 2 and unknown >= 0.6 * self.sentence)


def surroundings(passage: Passage, word: Word, strange: Sequence[Word]) -> Surroundings:
    """What stands round ``word``, which is one of the passage's ``strange`` ones."""
    others = [each for each in strange if each is not word]
    beside = any(_beside(word, each) for each in others if not each.capital)
    sentence = passage.analysis.sentence_at(word.start)
    first, last = (sentence.start, sentence.end) if sentence else (0, len(passage.text))
    unknown = sum(first <= each.start < last and not each.capital for each in others)
    every = passage.straight[first:last].count(" ") + 1
    return Surroundings(beside, unknown, every, _dialect(passage, word, others))


def _beside(one: Word, other: Word) -> bool:
    return 0 <= other.start - one.end <= 2 or 0 <= one.start - other.end <= 2


def _dialect(passage: Passage, word: Word, others: Sequence[Word]) -> int:
    first, last = 0, len(passage.text)
    for each in passage.analysis.stretches:
        if each.start <= word.start < each.end:
            first, last = each.start, each.end
    known = lexicon()
    number = sum(first <= each.start < last and each.text.islower() for each in others)
    number += len(_CLIPPED.findall(passage.straight, first + 1, last - 1))
    inside = (each for each in words(passage) if first <= each.start < last)
    return number + sum(each.lower in known.learned and each.text.isalpha() for each in inside)
