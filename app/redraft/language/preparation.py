# SPDX-License-Identifier: GPL-3.0-or-later
"""A paragraph cut into speech, sentences and tokens, ready for the tagger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from redraft.language.analysis import Sentence, Stretch
from redraft.language.sentences import sentence_spans
from redraft.language.speech import stretches
from redraft.language.tokens import token_spans
from redraft.text.folding import straighten

_LONGEST = 2_000
"""More tokens than this in one paragraph are tagged piece by piece, so that memory stays bounded."""

Piece = tuple[list[str], list[bool], list[bool]]
"""Words, for each whether a space follows it, and whether a sentence starts with it."""


class Prepared:
    """What can be known of a paragraph without a model."""

    def __init__(self, text: str) -> None:
        self.text = text
        straight = straighten(text)
        self.speeches, self.nested = stretches(text)
        self.spans = token_spans(straight, self.speeches)
        self.sentences = _sentences(self.spans, sentence_spans(text, self.speeches))
        self._read = _with_double_marks(straight, self.speeches)

    def pieces(self) -> Iterator[Piece]:
        """The paragraph for the model: in one piece, or in runs of whole sentences where it is very long."""
        first = 0
        for sentence in self.sentences:
            if sentence.last - first > _LONGEST and sentence.first > first:
                yield self._piece(first, sentence.first)
                first = sentence.first
            while sentence.last - first > _LONGEST:
                yield self._piece(first, first + _LONGEST)
                first += _LONGEST
        if first < len(self.spans):
            yield self._piece(first, len(self.spans))

    def _piece(self, first: int, last: int) -> Piece:
        spans = self.spans[first:last]
        begins = {each.first for each in self.sentences}
        words = [self._read[start:end] for start, end in spans]
        following = [start for start, _ in spans[1:]] + [spans[-1][1]]
        spaces = [end < after for (_, end), after in zip(spans, following, strict=True)]
        return words, spaces, [number in begins or number == first for number in range(first, last)]


def _with_double_marks(straight: str, speeches: Sequence[Stretch]) -> str:
    """The text with every speech in double marks, the only ones that the model takes for speech."""
    chars = list(straight)
    for each in speeches:
        if each.opened:
            chars[each.start] = '"'
        if each.closed:
            chars[each.end - 1] = '"'
    return "".join(chars)


def _sentences(spans: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]]) -> tuple[Sentence, ...]:
    starts = [start for start, _ in spans]
    sentences: list[Sentence] = []
    first = 0
    for number, (start, end) in enumerate(places):
        last = bisect_left(starts, places[number + 1][0]) if number + 1 < len(places) else len(starts)
        if last > first:
            sentences.append(Sentence(start, end, first, last))
        first = last
    return tuple(sentences)
