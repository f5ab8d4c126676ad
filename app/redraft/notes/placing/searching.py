# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds a note by its quotation and what stood round it, where the copy it was made in is not known.

Every word of quotation and context that is not too common says where the passage would lie; where most of them agree
the words are compared one by one. Of two places that fit as well as each other neither is taken.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from math import log
from typing import NamedTuple

from redraft.notes.note import Quote
from redraft.notes.placing.aligning import Image, aligned
from redraft.notes.placing.edges import span_of
from redraft.notes.placing.judging import BY_QUOTE, CONTEXT_WORDS, judged
from redraft.notes.placing.wording import Stretch, Wording
from redraft.text.span import Span

_BUCKET = 8
_BALLOTS = 600
_RANKED = 24
_CANDIDATES = 5
_CLEARLY = 0.08
"""By so much the best place must fit better than the next, of 1."""
_LONGEST = 240
"""Of a longer quotation only so many words are compared."""
_ALONE = 4
"""A quotation without anything round it must have so many words."""


class _Fit(NamedTuple):
    place: Stretch
    score: float
    exact: bool


class Search:
    """Looks for quotations in the text of ``new``."""

    def __init__(self, new: Wording) -> None:
        self.new = new

    def find(self, quote: Quote, hint: float | None = None) -> Span | None:
        """Where the quotation stands; None below the floor, or where two places fit as well.

        ``hint`` is how far into its text it stood, from 0 to 1; it settles nothing but the order of looking.
        """
        start = len(quote.prefix)
        old = Wording.of(quote.prefix + quote.exact + quote.suffix)
        noted = Span(start, start + len(quote.exact))
        words = old.stretch(noted.start, noted.end)
        if not len(words) or len(words) > _LONGEST or (len(words) == len(old.words) and len(words) < _ALONE):
            return None
        fits = sorted((fit for at in self._candidates(old) if (fit := self._fit(old, words, at))), key=_order)
        distinct = {each.place: each for each in fits}
        ranked = sorted(distinct.values(), key=_order, reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < _CLEARLY):
            return None
        return span_of(old, noted, words, self.new, ranked[0].place)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.new.words):
            found.setdefault(word, []).append(number)
        return found

    def _candidates(self, old: Wording) -> list[int]:
        """Words of the text at which the passage may begin, the likeliest first."""
        ballots: Counter[int] = Counter()
        cast = 0
        known = sorted((len(self._places.get(word, ())), number, word) for number, word in enumerate(old.words))
        for count, number, word in known:
            if not count or (cast and cast + count > _BALLOTS):
                continue
            cast += count
            weight = round(100 / (1 + log(count)))
            for place in self._places[word]:
                ballots[(place - number) // _BUCKET] += weight
        leading = ballots.most_common(_RANKED)
        both = {bucket: votes + max(ballots[bucket + 1], ballots[bucket - 1]) for bucket, votes in leading}
        ranked = Counter(both).most_common(_CANDIDATES)
        return [bucket * _BUCKET for bucket, votes in ranked if 2 * votes >= ranked[0][1]]

    def _fit(self, old: Wording, words: Stretch, at: int) -> _Fit | None:
        low = max(0, at - 2 * _BUCKET)
        high = min(len(self.new.words), at + len(old.words) + 3 * _BUCKET)
        images = aligned(old.words, self.new.words[low:high], low)
        before = images[max(0, words.first - CONTEXT_WORDS) : words.first]
        after = images[words.last : words.last + CONTEXT_WORDS]
        note = images[words.first : words.last]
        place = judged(before, note, after, BY_QUOTE)
        if place is None:
            return None
        score = (0.5 * _share(note) + 0.25 * _share(before) + 0.25 * _share(after)) if before or after else _share(note)
        return _Fit(place, score, _share(note) == 1.0)


def _share(images: list[Image | None]) -> float:
    return sum(each.weight for each in images if each) / len(images) if images else 1.0


def _order(fit: _Fit) -> tuple[float, bool]:
    return (fit.score, fit.exact)
