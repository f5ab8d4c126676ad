# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes on a manuscript that is being written: each stays on its words through every edit, and through every undo.

An edit carries the ends of a note's stretch along. What cannot be carried back by an edit alone — words that were
deleted and come back — is remembered: a paragraph that has again the very text that it had has its notes again where
they were. A note all of whose words are gone stands nowhere, until they come back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from redraft.manuscript.fitting import Change
from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.session import Event, Session
from redraft.text.edits import Edit, difference, trimmed, word_edits
from redraft.text.span import Span

_MOST_REMEMBERED = 20_000


class End(NamedTuple):
    """One end of a stretch: a paragraph's id and a place in its shown text (code points)."""

    paragraph: int
    offset: int


@dataclass(slots=True)
class _Held:
    """Where a note stands: its two ends."""

    start: End
    end: End


class Spot(NamedTuple):
    """Where a note stands now: paragraph indices and places in their shown texts."""

    first: int
    start: int
    last: int
    end: int


_Key = tuple[int, int]
_Side = tuple[str, bool]


class Following:
    """The places of notes in one session, by the notes' ids. Feed every event of the session to :meth:`edited`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held: dict[str, _Held] = {}
        self._in: dict[int, set[_Side]] = {}
        self._remembered: dict[_Key, dict[_Side, int]] = {}
        self._indices: dict[int, int] | None = None

    def put(self, note: str, spot: Spot | None) -> None:
        """A note stands there now (None: nowhere); what is remembered of it is forgotten."""
        self._forget(note)
        for sides in self._remembered.values():
            sides.pop((note, True), None)
            sides.pop((note, False), None)
        paragraphs = self._session.paragraphs
        if spot is not None and spot.last < len(paragraphs):
            self._hold(note, True, End(paragraphs[spot.first].id, spot.start))
            self._hold(note, False, End(paragraphs[spot.last].id, spot.end))

    def spot(self, note: str) -> Spot | None:
        """Where the note stands; None when its words are gone."""
        held = self._held.get(note)
        if held is None:
            return None
        first, last = self._index(held.start.paragraph), self._index(held.end.paragraph)
        if first is None or last is None or (first, held.start.offset) >= (last, held.end.offset):
            return None
        return Spot(first, held.start.offset, last, held.end.offset)

    def beginning_in(self, paragraph: int) -> Iterator[str]:
        """The notes whose words begin in the paragraph of that id."""
        return (note for note, start in self._in.get(paragraph, ()) if start)

    def touching(self, paragraph: int) -> Iterator[str]:
        """The notes that begin or end in the paragraph of that id."""
        return iter({note for note, _ in self._in.get(paragraph, ())})

    def edited(self, event: Event) -> bool:
        """Carry all notes through an edit; whether one of them was concerned."""
        concerned = False
        for change in event.changes:
            if len(change.removed) != len(change.inserted) or change.removed[0].id != change.inserted[0].id:
                self._indices = None
            concerned |= self._carry(change)
        return concerned

    def _carry(self, change: Change) -> bool:
        sides = {side for each in change.removed for side in self._in.get(each.id, ())}
        back = [each for each in change.inserted if (each.id, hash(each.text)) in self._remembered]
        if not sides and not back:
            return False
        if sides:
            self._remember(change.removed)
            pairs = _pairs(change)
            moved = {side: _moved(self._end(side), side[1], pairs) for side in sides}
            for side, end in moved.items():
                self._hold(*side, end)
        for each in back:
            for (note, start), offset in self._remembered[each.id, hash(each.text)].items():
                if note in self._held:
                    self._hold(note, start, End(each.id, offset))
        return True

    def _remember(self, paragraphs: Iterable[Paragraph]) -> None:
        for each in paragraphs:
            sides = self._in.get(each.id)
            if sides:
                key = (each.id, hash(each.text))
                self._remembered[key] = {side: self._end(side).offset for side in sides}
        while len(self._remembered) > _MOST_REMEMBERED:
            del self._remembered[next(iter(self._remembered))]

    def _end(self, side: _Side) -> End:
        held = self._held[side[0]]
        return held.start if side[1] else held.end

    def _hold(self, note: str, start: bool, end: End) -> None:
        held = self._held.setdefault(note, _Held(end, end))
        old = held.start if start else held.end
        self._in.get(old.paragraph, set()).discard((note, start))
        if start:
            held.start = end
        else:
            held.end = end
        self._in.setdefault(end.paragraph, set()).add((note, start))

    def _forget(self, note: str) -> None:
        held = self._held.pop(note, None)
        if held is not None:
            self._in.get(held.start.paragraph, set()).discard((note, True))
            self._in.get(held.end.paragraph, set()).discard((note, False))

    def _index(self, paragraph: int) -> int | None:
        if self._indices is None:
            self._indices = {each.id: index for index, each in enumerate(self._session.paragraphs)}
        return self._indices.get(paragraph)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Paragraphs before and after an edit as two texts, one line a paragraph, and the edits between them."""

    before: Mapping[int, int]
    after: tuple[tuple[int, int], ...]
    edits: tuple[Edit, ...]


def _pairs(change: Change) -> list[_Pair]:
    """What became of what: each paragraph for itself where all stayed, else all of them together."""
    removed, inserted = change.removed, change.inserted
    if [each.id for each in removed] == [each.id for each in inserted]:
        return [_pair([one], [other]) for one, other in zip(removed, inserted, strict=True)]
    return [_pair(removed, inserted)]


def _pair(removed: Sequence[Paragraph], inserted: Sequence[Paragraph]) -> _Pair:
    old, new = ("\n".join(each.text for each in some) for some in (removed, inserted))
    return _Pair({id: start for start, id in _starts(removed)}, tuple(_starts(inserted)), _edits(old, new))


def _starts(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[int, int]]:
    place = 0
    for each in paragraphs:
        yield place, each.id
        place += len(each.text) + 1


def _edits(old: str, new: str) -> tuple[Edit, ...]:
    """One edit where something was typed, pasted or deleted; several where words were exchanged here and there."""
    whole = difference(old, new)
    if whole is None:
        return ()
    if not len(whole.span) or not whole.replacement:
        return (whole,)
    return tuple(trimmed(_together(word_edits(old, new), old), old))


def _together(edits: Iterable[Edit], old: str) -> Iterator[Edit]:
    """Edits with no word between them as one: what was written anew has no old words at its spaces."""
    waiting: Edit | None = None
    for edit in edits:
        between = old[waiting.span.end : edit.span.start] if waiting else ""
        if waiting and not any(char.isalnum() for char in between):
            span = Span(waiting.span.start, edit.span.end)
            waiting = Edit(span, waiting.replacement + between + edit.replacement)
            continue
        if waiting:
            yield waiting
        waiting = edit
    if waiting:
        yield waiting


def _moved(end: End, is_start: bool, pairs: Sequence[_Pair]) -> End:
    """Where an end of a stretch is after an edit; in a paragraph that went without another it stays with its id."""
    pair = next((each for each in pairs if end.paragraph in each.before), None)
    if pair is None or not pair.after:
        return end
    place = pair.before[end.paragraph] + end.offset
    for edit in reversed(pair.edits):
        place = _through(place, edit, is_start)
    at = bisect_right([start for start, _ in pair.after], place) - 1
    start, id = pair.after[max(0, at)]
    return End(id, place - start)


def _through(place: int, edit: Edit, is_start: bool) -> int:
    """A stretch keeps what is typed inside it, and takes in nothing that is typed at its ends or in its place."""
    start, end = edit.span.start, edit.span.end
    if is_start:
        if end <= place:
            return place + edit.growth
        return place if start >= place else start + len(edit.replacement)
    if start >= place:
        return place
    return place + edit.growth if end <= place else start


def spot_of(manuscript: Manuscript, start: int, end: int) -> Spot | None:
    """Where the characters ``start``–``end`` of the manuscript's source are shown; None when they are not."""
    starts = manuscript.starts
    if not starts or start >= end:
        return None
    first = max(0, bisect_right(starts, start) - 1)
    last = max(first, bisect_right(starts, end - 1) - 1)
    one = _shown(manuscript.paragraphs[first], start - starts[first])
    other = _shown(manuscript.paragraphs[last], end - starts[last])
    return Spot(first, one, last, other) if (first, one) < (last, other) else None


def source_of(manuscript: Manuscript, spot: Spot) -> tuple[int, int]:
    """The offsets in the manuscript's source of what is shown there."""
    start, _ = manuscript.source_span(spot.first, spot.start, spot.start)
    _, end = manuscript.source_span(spot.last, spot.end, spot.end)
    return start, end


def _shown(paragraph: Paragraph, raw: int) -> int:
    """The place in a paragraph's shown text of one in its ``raw``."""
    best = 0
    for shown, place in paragraph.joints:
        if place > raw:
            break
        best = shown + raw - place
    return max(0, min(best, len(paragraph.text)))
