# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes on a story, a revision of it, and whether each note was found at the right words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from redraft.text.span import Span
from tools.evaluate_notes.pieces import Piece, sentences


class Verdict(StrEnum):
    """``RIGHT``: at the note's words as far as they stand, with those that took the place of others among them; where
    a note was torn apart, at its greater part. Three words in four of both together must be the same, so that of three
    words none may be amiss and of ten two. ``NEAR``: at some of its words, and as many others at most. ``LOST``: said
    to be lost though half of the words stand together. ``GONE``: rightly said to be lost. ``WRONG``: at other words."""

    RIGHT = "right"
    NEAR = "near"
    LOST = "lost"
    GONE = "gone"
    WRONG = "wrong"


_RIGHT, _NEAR = 0.75, 0.5
_TORN = 60
"""A note whose words are further apart than so many characters was torn apart."""


@dataclass
class Tally:
    """Verdicts of one scenario, seconds of processor time spent, and some of the notes that did not come out right."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    seconds: float = 0.0
    failures: list[str] = field(default_factory=list)

    @property
    def notes(self) -> int:
        """How many notes were placed."""
        return self.verdicts.total()


def noted(story: Sequence[Piece], count: int, chance: Random) -> list[Span]:
    """Stretches that readers would mark: a word, a few words, a sentence with its marks, several sentences."""
    words = [number for number, each in enumerate(story) if each.word]
    whole = [each for each in sentences(story) if any(piece.word for piece in each)]
    found: list[Span] = []
    while len(found) < count:
        kind = chance.random()
        if kind < 0.55:
            first = chance.choice(words)
            size = 1 if kind < 0.2 else chance.randint(2, 9)
            last = words[min(len(words) - 1, bisect_left(words, first) + size - 1)]
            run = list(story[first : last + 1])
        else:
            at = chance.randrange(len(whole))
            run = [piece for each in whole[at : at + (1 if kind < 0.85 else chance.randint(2, 4))] for piece in each]
            while run[-1].text.isspace():
                run.pop()
        found.append(Span(_origin(run[0])[0], _origin(run[-1])[1]))
    return found


class Truth:
    """Where the words of the first version are in the revised one."""

    def __init__(self, revised: Sequence[Piece]) -> None:
        self._pieces: list[tuple[int, int, int, int, bool]] = []
        self.words: list[Span] = []
        place = 0
        for each in revised:
            end = place + len(each.text)
            if each.word:
                self.words.append(Span(place, end))
                if each.origin:
                    self._pieces.append((*each.origin, place, end, each.kept))
            place = end
        self._pieces.sort()

    def of(self, note: Span) -> tuple[list[Span], list[Span]]:
        """The words of a note that are still there, in its own order, and those that took the place of others."""
        low = bisect_left(self._pieces, (note.start,))
        kept: list[Span] = []
        changed: list[Span] = []
        for start, end, place, stop, same in self._pieces[low:]:
            if start >= note.end:
                break
            if end <= note.end:
                (kept if same else changed).append(Span(place, stop))
        return kept, changed

    def touched(self, span: Span) -> set[Span]:
        """The words of the revised text in a stretch of it."""
        low = bisect_left(self.words, Span(span.start, span.start))
        found: set[Span] = set()
        for each in self.words[max(0, low - 1) :]:
            if each.start >= span.end:
                break
            if each.end > span.start:
                found.add(each)
        return found


def judged(truth: Truth, note: Span, size: int, found: Span | None) -> Verdict:
    """How a note of ``size`` words came out."""
    kept, changed = truth.of(note)
    if found is None:
        longest = max(map(len, _parts(kept)), default=0)
        return Verdict.LOST if 2 * longest >= size else Verdict.GONE
    took = truth.touched(found)
    if not took & {*kept, *changed}:
        return Verdict.WRONG
    readings = [truth.touched(Span(part[0].start, part[-1].end)) for part in _readings(kept, changed)]
    if any(len(took & each) >= _RIGHT * len(took | each) for each in readings):
        return Verdict.RIGHT
    return Verdict.NEAR if any(len(took & each) >= _NEAR * len(took) for each in readings) else Verdict.WRONG


def _parts(kept: list[Span]) -> list[list[Span]]:
    """The words of a note, in its own order, cut where it was cut: where a part of it went elsewhere."""
    parts: list[list[Span]] = []
    for each in kept:
        gap = each.start - parts[-1][-1].end if parts else -1
        if 0 <= gap <= _TORN:
            parts[-1].append(each)
        else:
            parts.append([each])
    return parts


def _readings(kept: list[Span], changed: list[Span]) -> list[list[Span]]:
    """Each part of a note that may count as the note: with the changed words beside it, and without."""
    parts = _parts(kept) or [[each] for each in changed]
    most = max(map(len, parts))
    found: list[list[Span]] = []
    for part in (each for each in parts if 2 * len(each) >= most):
        low, high = part[0].start - _TORN, part[-1].end + _TORN
        beside = [each for each in (*kept, *changed) if low <= each.start and each.end <= high]
        found += [part, sorted({*part, *beside})]
    return found


def _origin(piece: Piece) -> tuple[int, int]:
    assert piece.origin is not None
    return piece.origin
