# SPDX-License-Identifier: GPL-3.0-or-later
"""One sentence's parse, turned so that a gap between two words can ask what ends and what begins there."""

from __future__ import annotations

from redraft.checks.clauses import FINITE, SUBJECTS
from redraft.language.analysis import Analysis, Sentence, Token

MARKS = frozenset((",", ";", ":", "—", "–", "--", "-", "…", "...", "(", ")", ".", "!", "?"))
QUOTES = frozenset(("“", "”", '"', "‘", "’", "'", "«", "»"))


class Frame:
    """Phrases and clauses of a sentence; every index is one into ``tokens``.

    ``left``/``right``: the first and last word of the phrase under each word (marks left out); ``subject`` and
    ``finite``: the subject and the finite word of the clause under each word, -1 where it has none.
    """

    def __init__(self, analysis: Analysis, sentence: Sentence) -> None:
        self.tokens: tuple[Token, ...] = analysis.tokens
        self.first, self.last = sentence.first, sentence.last
        span = range(self.first, self.last)
        self.lower = {index: self.tokens[index].lower for index in span}
        self.left = {index: index for index in span}
        self.right = {index: index for index in span}
        self.subject = dict.fromkeys(span, -1)
        self.finite = {index: index if self.tokens[index].tag in FINITE else -1 for index in span}
        for index in span:
            self._lift(index)
        self.verbs = [index for index in span if self.subject[index] >= 0 and self.finite[index] >= 0]

    def _lift(self, index: int) -> None:
        """Widen the phrases above a word, and note what it is to its head."""
        token = self.tokens[index]
        head = token.head
        if token.dep in SUBJECTS and head != index and head in self.subject and self.subject[head] < 0:
            self.subject[head] = index
        if token.dep in ("aux", "auxpass") and token.tag in FINITE and head in self.finite:
            self.finite[head] = index
        if not self.is_word(index):
            return
        place = index
        for _ in range(40):
            head = self.tokens[place].head
            if head == place or head not in self.left:
                return
            if self.left[head] <= index <= self.right[head]:
                return
            self.left[head] = min(self.left[head], index)
            self.right[head] = max(self.right[head], index)
            place = head

    def is_word(self, index: int) -> bool:
        """Whether a word or number stands at ``index``, and no mark."""
        return self.tokens[index].text[0].isalnum() or self.tokens[index].text[0] in "'’"

    def beginning(self, index: int) -> int:
        """The head of the longest phrase that begins with the word at ``index``."""
        return self._climb(index, self.left)

    def ending(self, index: int) -> int:
        """The head of the longest phrase that ends with the word at ``index``."""
        return self._climb(index, self.right)

    def _climb(self, index: int, edge: dict[int, int]) -> int:
        place = index
        for _ in range(40):
            head = self.tokens[place].head
            if head == place or edge.get(head) != index:
                return place
            place = head
        return place

    def piece(self, index: int, other: int) -> tuple[int, int]:
        """The piece between marks around the gap of two words: its first word, and the place after its last."""
        first, last = index, other
        while first > self.first and not self.parts(first - 1):
            first -= 1
        while last < self.last and not self.parts(last):
            last += 1
        return first, last

    def parts(self, index: int) -> bool:
        """Whether a mark stands at ``index`` that parts a sentence."""
        return self.tokens[index].text in MARKS or self.tokens[index].text in QUOTES
