# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds a quoted place again in a text that has changed.

The trade: a place is found exactly where its words stand unchanged, whatever happened round it; changed words are
searched for approximately, and only a match that quote and surroundings together support is taken. Below the bar
the answer is None: a lost place is said to be lost, never guessed. The weights (quote 50, what stood before and
behind 20 each, position 2) are those of the Hypothesis client's ``match-quote.ts``; position only breaks ties.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from redraft.text.span import Span

_CONTEXT = 32
_QUOTE, _BEFORE, _AFTER, _POSITION = 50, 20, 20, 2
_BAR = 0.7
_MOST_CANDIDATES = 400
_MOST_WINDOWS = 24


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words at a place, up to 32 characters before and after them, and the offset where they once stood."""

    quote: str
    before: str = ""
    after: str = ""
    hint: int = 0

    @classmethod
    def make(cls, text: str, start: int, end: int) -> Anchor:
        """The anchor of the characters ``start``–``end`` of ``text``."""
        return cls(text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT], start)

    def find(self, text: str) -> Span | None:
        """Where the words are in ``text`` now; None when nothing there is near enough."""
        if not self.quote:
            return None
        places = [Span(each, each + len(self.quote)) for each in _occurrences(text, self.quote)]
        exact = self._best(text, [(place, 0) for place in places])
        if exact is not None:
            return exact
        return self._best(text, _approximate(text, self.quote, self.hint))

    def _best(self, text: str, candidates: list[tuple[Span, int]]) -> Span | None:
        scored = [(self._score(text, place, errors), place) for place, errors in candidates]
        if not scored:
            return None
        score, place = max(scored, key=lambda each: (each[0], -each[1].start))
        return place if score >= _BAR else None

    def _score(self, text: str, place: Span, errors: int) -> float:
        """0–1. A quote as long as a sentence needs no context; a short one ("said") is nothing without it."""
        likeness = max(0.0, 1 - errors / len(self.quote))
        before = _likeness(text[max(0, place.start - len(self.before)) : place.start], self.before)
        after = _likeness(text[place.end : place.end + len(self.after)], self.after)
        near = 1 - abs(place.start - self.hint) / max(len(text), 1)
        context = _BEFORE * before + _AFTER * after
        if len(self.quote) >= _CONTEXT and errors == 0:
            context = max(context, 0.6 * (_BEFORE + _AFTER))
        total = _QUOTE + _BEFORE + _AFTER + _POSITION
        return (_QUOTE * likeness + context + _POSITION * near) / total


def _likeness(now: str, then: str) -> float:
    """How like two stretches of context are, 0–1; nothing remembered (a text's start or end) fits only nothing."""
    if not then:
        return 0.5 if now else 1.0
    return SequenceMatcher(None, now, then, autojunk=False).ratio()


def _occurrences(text: str, quote: str) -> Iterator[int]:
    place = text.find(quote)
    for _ in range(_MOST_CANDIDATES):
        if place < 0:
            return
        yield place
        place = text.find(quote, place + 1)


def _approximate(text: str, quote: str, hint: int) -> list[tuple[Span, int]]:
    """Places that differ from the quote by at most a third of its characters.

    With at most k changes, one of k + 1 pieces of the quote stands unchanged: look for the pieces, align there.
    """
    limit = len(quote) // 3
    if not limit:
        return []
    found: dict[Span, int] = {}
    for start in _windows(text, quote, limit, hint):
        window = text[start : start + len(quote) + 2 * limit]
        errors, end = _nearest_end(quote, window, limit)
        if end is None:
            continue
        _, length = _nearest_end(quote[::-1], window[:end][::-1], limit)
        if length:
            found[Span(start + end - length, start + end)] = errors
    return list(found.items())


def _windows(text: str, quote: str, limit: int, hint: int) -> list[int]:
    size = max(5, min(16, len(quote) // (limit + 1)))
    starts: dict[int, int] = {}
    for offset in range(0, max(1, len(quote) - size + 1), size):
        for place in _occurrences(text, quote[offset : offset + size]):
            start = max(0, (place - offset - limit) // limit * limit)
            starts[start] = starts.get(start, 0) + 1
    return sorted(starts, key=lambda each: (-starts[each], abs(each - hint)))[:_MOST_WINDOWS]


def _nearest_end(pattern: str, text: str, limit: int) -> tuple[int, int | None]:
    """The fewest changes that make ``pattern`` of some stretch of ``text``, and where that stretch ends.

    Myers' bit-parallel search (J. ACM 46, 1999); Python's whole numbers are the machine words.
    """
    masks: dict[str, int] = {}
    for place, char in enumerate(pattern):
        masks[char] = masks.get(char, 0) | 1 << place
    full, high = (1 << len(pattern)) - 1, 1 << (len(pattern) - 1)
    plus, minus, errors = full, 0, len(pattern)
    best: tuple[int, int | None] = (limit + 1, None)
    for place, char in enumerate(text):
        match = masks.get(char, 0)
        vertical = match | minus
        diagonal = ((match & plus) + plus ^ plus) | match
        up, down = minus | ~(diagonal | plus) & full, plus & diagonal
        errors += bool(up & high) - bool(down & high)
        up, down = up << 1 & full, down << 1 & full
        plus, minus = down | ~(vertical | up) & full, up & vertical
        if errors < best[0]:
            best = (errors, place + 1)
    return best
