# SPDX-License-Identifier: GPL-3.0-or-later
"""From places in one version of a text to places in another: by sentences, then by words, with a floor.

Sentences that stand unchanged are found first, wherever they were moved; what lies between them is compared word by
word, but only where a note needs it. Nothing is placed by its offset alone.
"""

from __future__ import annotations

from redraft.notes.placing.aligning import Image, aligned_at_length
from redraft.notes.placing.edges import between, span_of
from redraft.notes.placing.judging import CONTEXT_WORDS, IN_COPY, judged
from redraft.notes.placing.pairing import pairs
from redraft.notes.placing.wording import Stretch, Wording
from redraft.text.span import Span

_SELDOM = 1 / 3000
"""A word is rare that makes up no more than this share of the text."""


class TextMap:
    """The way from the text of ``old`` to that of ``new``."""

    def __init__(self, old: Wording, new: Wording) -> None:
        self.old, self.new = old, new
        self._pairs = pairs(old, new)
        self._taken = frozenset(self._pairs.values())
        self._images: dict[int, Image | None] = {}

    def place(self, start: int, end: int) -> Span | None:
        """Where the characters ``start``–``end`` of the old text are in the new one; None below the floor."""
        words = self.old.stretch(start, end)
        if not len(words):
            return self._marks(Span(start, end), words.first)
        found = judged(
            self._images_of(max(0, words.first - CONTEXT_WORDS), words.first),
            self._images_of(words.first, words.last),
            self._images_of(words.last, min(len(self.old.words), words.last + CONTEXT_WORDS)),
            IN_COPY, self._rare(words),
        )
        return None if found is None else span_of(self.old, Span(start, end), words, self.new, found)

    def _rare(self, words: Stretch) -> bool:
        """Whether a word of these occurs so seldom that it is no chance to meet it in the same passage."""
        most = len(self.new.words) * _SELDOM
        return any(len(each) > 3 and self.new.counts[each] <= most for each in self.old.words[words.first : words.last])

    def _marks(self, noted: Span, gap: int) -> Span | None:
        """Where marks without a word are: between the words that they stood between."""
        left = self._image(gap - 1) if gap else Image(0, 0, 1.0)
        last = len(self.new.words)
        right = self._image(gap) if gap < len(self.old.words) else Image(last, last, 1.0)
        if left is None or right is None or not (left.weight and right.weight) or left.last != right.first:
            return None
        return between(self.old, noted, self.new, right.first)

    def _images_of(self, first: int, last: int) -> list[Image | None]:
        return [self._image(each) for each in range(first, last)]

    def _image(self, word: int) -> Image | None:
        if word not in self._images:
            sentence = self.old.sentence_at(word)
            place = self._pairs.get(sentence)
            if place is None:
                self._compare(sentence)
            else:
                here, there = self.old.sentence(sentence), self.new.sentence(place)
                for number in range(len(here)):
                    at = there.first + number
                    self._images[here.first + number] = Image(at, at + 1, 1.0)
        return self._images[word]

    def _compare(self, sentence: int) -> None:
        """Find the images of the words of the changed passage round a sentence."""
        first, last = sentence, sentence + 1
        while first > 0 and first - 1 not in self._pairs:
            first -= 1
        while last < len(self.old.sentences) and last not in self._pairs:
            last += 1
        words = Stretch(self.old.sentence(first).first, self.old.sentence(last - 1).last)
        best: list[Image | None] = [None] * len(words)
        for region in self._regions(first, last):
            ours, theirs = self.old.words[words.first : words.last], self.new.words[region.first : region.last]
            images = aligned_at_length(ours, theirs, region.first)
            best = max(best, images, key=_weight)
        self._images.update(zip(range(words.first, words.last), best, strict=True))

    def _regions(self, first: int, last: int) -> list[Stretch]:
        """The new words that may have come of sentences ``first``–``last``: what follows their left neighbour, what
        precedes their right one, as far as nothing else lays claim to it."""
        after, before = self._pairs.get(first - 1), self._pairs.get(last)
        low = after + 1 if after is not None else 0 if first == 0 else None
        high = before if before is not None else len(self.new.sentences) if last == len(self.old.sentences) else None
        found: set[tuple[int, int]] = set()
        if low is not None:
            stop = low
            while stop < len(self.new.sentences) and stop not in self._taken:
                stop += 1
            found.add((low, stop))
        if high is not None:
            begin = high
            while begin > 0 and begin - 1 not in self._taken:
                begin -= 1
            found.add((begin, high))
        return [Stretch(self.new.sentence(a).first, self.new.sentence(b - 1).last) for a, b in sorted(found) if a < b]


def _weight(images: list[Image | None]) -> float:
    return sum(each.weight for each in images if each)
