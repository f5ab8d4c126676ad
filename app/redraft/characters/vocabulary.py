# SPDX-License-Identifier: GPL-3.0-or-later
"""How this story writes its words: with a capital where none is due, or in lower case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from redraft.characters.once import once
from redraft.language.analysis import Analysis

_ENDS = frozenset(".!?…:;—–-*•") | {"...", "--", "?!", "!!", "!!!", "??", ".."}
_WRAPPERS = frozenset("“‘\"'’”([{_")


@dataclass
class Vocabulary:
    """``capital``: a word with a capital in mid-sentence; ``due``: with one where a sentence begins; ``lower``: a
    word in lower case (keys of all three as written, but of ``lower``, which is in lower case)."""

    capital: Counter[str] = field(default_factory=Counter)
    due: Counter[str] = field(default_factory=Counter)
    lower: Counter[str] = field(default_factory=Counter)

    def is_proper(self, word: str) -> bool:
        """Whether the story writes the word as a proper one: with a capital, and hardly ever without."""
        return self.capital[word] > 0 and self.capital[word] + self.due[word] > 4 * self.lower[word.lower()]

    def standing(self, word: str) -> tuple[bool, ...]:
        """All that the finding of names asks of a word: while it stays the same, so do the names of its paragraphs."""
        capital, lower = self.capital[word], self.lower[word.lower()]
        return capital > 0, self.due[word] > 0, lower > 0, capital > lower, capital >= lower, capital * 4 >= lower


def capital_is_due(analysis: Analysis, index: int, openers: frozenset[int]) -> bool:
    """Whether token ``index`` would have a capital whatever it is. ``openers``: tokens that open a sentence."""
    if index in openers or index == 0:
        return True
    before = analysis.tokens[index - 1].text
    while index > 0 and before in _WRAPPERS:
        if before in "“\"‘":
            return True
        index -= 1
        if index in openers or index == 0:
            return True
        before = analysis.tokens[index - 1].text
    return before in _ENDS or before[-1] in "….?!—*"


def openers(analysis: Analysis) -> frozenset[int]:
    """The tokens with which the paragraph's sentences begin."""
    return frozenset(each.first for each in analysis.sentences)


def vocabulary(analyses: Sequence[Analysis]) -> Vocabulary:
    """Count every word of the story by its case. Words of letters all in capitals are left out (shouts, signs)."""
    cases = [_cases(each) for each in analyses]
    return Vocabulary(*(Counter(chain.from_iterable(each[place] for each in cases)) for place in range(3)))


@once
def _cases(analysis: Analysis) -> tuple[list[str], list[str], list[str]]:
    """The words of a paragraph with a capital in mid-sentence, with one that is due, in lower case."""
    first = openers(analysis)
    capital: list[str] = []
    due: list[str] = []
    lower: list[str] = []
    for index, token in enumerate(analysis.tokens):
        word = token.text
        if not word[0].isalpha():
            continue
        if word.islower():
            lower.append(word)
        elif word[0].isupper() and (len(word) == 1 or not word.isupper()):
            (due if capital_is_due(analysis, index, first) else capital).append(word)
    return capital, due, lower
