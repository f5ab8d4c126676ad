# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes on one manuscript: the one holder of them, which everything that shows or keeps notes listens to."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from redraft.manuscript.session import Decision
from redraft.notes import times
from redraft.notes.merging import merged, merged_replies
from redraft.notes.note import Note, Reply

Listener = Callable[[frozenset[str]], None]
"""Hears the ids of the notes that changed."""


def new_id() -> str:
    """An id that no other note has, in the form that W3C annotations use."""
    return f"urn:uuid:{uuid.uuid4()}"


class _Step(Decision):
    """A change of one note as part of a step of undo."""

    def __init__(self, book: Notebook, id: str, change: Callable[[], None]) -> None:
        self._book, self._id, self._change = book, id, change
        self._earlier: Note | None = None
        self._later: Note | None = None

    def do(self) -> None:
        if self._later is not None:
            self._book.restore(self._id, self._later)
            return
        self._earlier = self._book.record(self._id)
        self._change()

    def undo(self) -> None:
        self._later = self._book.record(self._id)
        self._book.restore(self._id, self._earlier)


class Notebook:
    """Notes by id. ``clock`` tells the time as notes keep it."""

    def __init__(self, notes: Iterable[Note] = (), clock: Callable[[], str] = times.now) -> None:
        self._notes: dict[str, Note] = {}
        self._clock = clock
        self._listeners: list[Listener] = []
        self._take(notes)

    def __iter__(self) -> Iterator[Note]:
        """The notes that stand (not those deleted), in no particular order."""
        return (each for each in self._notes.values() if not each.gone)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def get(self, id: str) -> Note | None:
        """The note of that id, if it stands."""
        note = self._notes.get(id)
        return None if note is None or note.gone else note

    def record(self, id: str) -> Note | None:
        """The note of that id, deleted or not."""
        return self._notes.get(id)

    @property
    def records(self) -> tuple[Note, ...]:
        """Every note, those deleted too: what is kept on disk."""
        return tuple(self._notes.values())

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of every change from now on; the returned function ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def add(self, note: Note) -> Note:
        """Keep a note; one without id, times or author's moment gets them. Returns it as kept."""
        moment = self._clock()
        made = replace(
            note, id=note.id or new_id(), created=note.created or moment,
            modified=note.modified or note.created or moment, placed=note.placed or moment,
        )  # fmt: skip
        self.merge([made])
        return made

    def edit(self, id: str, **fields: object) -> None:
        """Give a note other fields (body, kind, suggestion, target…); it counts as modified now."""
        note = self.get(id)
        if note is not None:
            self._put(replace(note, **fields, modified=self._after(note.modified)))  # type: ignore[arg-type]

    def place(self, places: Iterable[Note]) -> None:
        """Take over where notes are now: their ``place`` and ``quote``; what they say stays as it is."""
        moment = self._clock()
        changed: set[str] = set()
        for each in places:
            note = self._notes.get(each.id)
            if note is not None and (note.place, note.quote) != (each.place, each.quote):
                placed = times.later(moment, note.placed)
                self._notes[each.id] = replace(note, place=each.place, quote=each.quote, placed=placed)
                changed.add(each.id)
        self._tell(changed)

    def reply(self, id: str, author: str, body: str) -> str | None:
        """Answer a note; the answer's id, None when the note is not there."""
        note = self.get(id)
        if note is None:
            return None
        moment = self._clock()
        made = Reply(new_id(), author, body, moment, moment)
        self._put(replace(note, replies=merged_replies((*note.replies, made))))
        return made.id

    def edit_reply(self, id: str, reply: str, body: str) -> None:
        """Give an answer another wording."""
        self._change_reply(id, reply, body=body)

    def delete_reply(self, id: str, reply: str) -> None:
        """Take an answer back."""
        self._change_reply(id, reply, gone=True)

    def done(self, id: str) -> None:
        """The note is dealt with."""
        self.edit(id, done=True)

    def reopen(self, id: str) -> None:
        """The note is to be looked at again."""
        self.edit(id, done=False)

    def delete(self, id: str) -> None:
        """The note is not wanted any more."""
        self.edit(id, gone=True)

    def merge(self, notes: Iterable[Note]) -> None:
        """Take notes in; one that is here already becomes the merged one (the same note twice is one)."""
        self._tell(self._take(notes))

    def step(self, id: str, change: Callable[[], None]) -> Decision:
        """``change``, which must concern that note only, as a decision for a transaction of the session's undo.

        Example: ``book.step(id, lambda: book.done(id))``. It is not in force until its ``do()`` is called.
        """
        return _Step(self, id, change)

    def restore(self, id: str, earlier: Note | None) -> None:
        """Put a note back as it was: say what it said then, stand where it stands now. None: delete it."""
        note = self._notes.get(id)
        if note is None:
            return
        moment = self._after(note.modified)
        if earlier is None:
            self._put(replace(note, gone=True, modified=moment))
            return
        kept = {each.id: replace(each, modified=moment) for each in earlier.replies}
        taken_back = (replace(each, gone=True, modified=moment) for each in note.replies if each.id not in kept)
        self._put(replace(
            earlier, place=note.place, quote=note.quote, placed=note.placed, modified=moment,
            replies=merged_replies((*kept.values(), *taken_back)),
        ))  # fmt: skip

    def _change_reply(self, id: str, reply: str, **fields: object) -> None:
        note = self.get(id)
        if note is None:
            return
        made = tuple(
            replace(each, **fields, modified=self._after(each.modified)) if each.id == reply else each  # type: ignore[arg-type]
            for each in note.replies
        )
        self._put(replace(note, replies=made))

    def _after(self, earlier: str) -> str:
        """A moment later than ``earlier``: the last word must never look like the older one."""
        return times.later(self._clock(), earlier)

    def _put(self, note: Note) -> None:
        if self._notes.get(note.id) != note:
            self._notes[note.id] = note
            self._tell({note.id})

    def _take(self, notes: Iterable[Note]) -> set[str]:
        changed: set[str] = set()
        for each in notes:
            known = self._notes.get(each.id)
            note = each if known is None else merged(known, each)
            if note != known:
                self._notes[each.id] = note
                changed.add(each.id)
        return changed

    def _tell(self, changed: Iterable[str]) -> None:
        ids = frozenset(changed)
        if ids:
            for listener in list(self._listeners):
                listener(ids)
