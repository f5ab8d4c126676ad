# SPDX-License-Identifier: GPL-3.0-or-later
"""The notes on the story that is open: where each stands now, and what the author may do about them.

Every deed is a step of undo. ``changed``: notes came, went, say something else or were placed anew (not: moved along
with the text); hear it once for all that happened together. ``asked``: the note of that id is to be shown on the page;
``put_asked``: it is to be put on the words selected there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from redraft.errors import RedraftError
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Decision, Event, Session
from redraft.notes.following import Following, Spot, source_of, spot_of
from redraft.notes.note import Kind, Note, Place, Quote, State, Target, text_digest
from redraft.notes.notebook import Notebook, new_id
from redraft.storage.known import Known
from redraft.storage.notes import NoteStore
from redraft.text.folding import read_markup, straighten

_SETTLED = 1500
CHANGED = "The words there are no longer those that the suggestion was made for. Change them by hand."
GONE = "The words of this note are gone from the text. Select words, and it can be put on them."


class Doing(Protocol):
    """What the desk needs of the window (the panels' context has it)."""

    def decide(self, label: str, decision: Decision) -> None: ...
    def say(self, sentence: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A note and where it stands now; None: its words are gone, or it speaks of the whole manuscript."""

    note: Note
    spot: Spot | None

    @property
    def state(self) -> State:
        """Open, done, or lost."""
        if self.note.done:
            return State.DONE
        lost = self.spot is None and self.note.target is not Target.MANUSCRIPT
        return State.LOST if lost else State.OPEN


class NotesDesk(QObject):
    """Holds notebook and places of one story at a time. Without a story it is empty."""

    changed = Signal()
    asked = Signal(str)
    put_asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.author = "Me"
        self._doing: Doing | None = None
        self._unsubscribe: Callable[[], None] = _nothing
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.changed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLED)
        self._later.timeout.connect(self.take_over)
        self._path: Path | None = None
        self.session = Session(Manuscript(None))
        self._take(NoteStore.open(None))

    def serve(self, doing: Doing) -> None:
        """Act through this from now on."""
        self._doing = doing

    def follow(self, session: Session, path: Path | None) -> None:
        """Another story is open."""
        self.session, self._path = session, path
        self._take(NoteStore.open(path))
        self._later.start()

    def take_over(self) -> None:
        """Where the story has no notes, those of the one that it is largely a version of count here too."""
        if self._path is None or self.notebook.records:
            return
        other = Known().like(self._path, self.session.paragraphs)
        earlier = NoteStore.open(other) if other is not None else None
        if other is None or earlier is None or not len(earlier.notebook):
            return
        try:
            self.store.inherit(earlier)
        except RedraftError as error:
            self._say(str(error))
        self.place(self.notebook)
        self._say(f"This is largely “{other.name}”: the notes on it are here too.")
        self._soon.start(0)

    def saved(self, session: Session, path: Path | None) -> None:
        """The story is on disk as it is here, perhaps in another file: its notes go with it."""
        if session is not self.session or path != self._path:
            same, moved = session is self.session, path != self._path
            earlier, self.session, self._path = self.store, session, path
            store = earlier if same and path is not None else NoteStore.open(path)
            try:
                if store is earlier and path is not None:
                    store.go_on_in(path)
                elif moved:
                    store.inherit(earlier)
            except RedraftError as error:
                self._say(str(error))
            self._take(store)
        try:
            if not session.modified:
                self.keep_places()
        except RedraftError as error:
            self._say(str(error))

    def refresh(self) -> None:
        """Take in what was noted in another window or on another machine since."""
        self.store.refresh()

    def _take(self, store: NoteStore) -> None:
        self._unsubscribe()
        self.store = store
        self.following = Following(self.session)
        self.place(self.notebook)
        self._unsubscribe = store.notebook.subscribe(self._heard)
        self._soon.start(0)

    @property
    def notebook(self) -> Notebook:
        """The notes themselves."""
        return self.store.notebook

    # --- where notes are -----------------------------------------------------------------------------------

    def place(self, notes: Iterable[Note]) -> None:
        """Put notes where their words are in the text now."""
        notes = list(notes)
        if not notes:
            return
        from redraft.notes.placing.placer import Placer  # it brings numpy, which a story without notes does not need

        manuscript = self.session.manuscript
        placer = Placer(manuscript.source, self.store.copies.text)
        for note in placer.all(notes):
            spot = spot_of(manuscript, note.place.start, note.place.end) if note.place else None
            self.following.put(note.id, spot)

    def spot(self, note: str) -> Spot | None:
        """Where a note stands now."""
        return self.following.spot(note)

    def all(self) -> list[Placed]:
        """Every note, in the order of the story; those without a place come last, by time."""
        placed = [Placed(each, self.following.spot(each.id)) for each in self.notebook]
        return sorted(placed, key=lambda each: (each.spot is None, each.spot or (), each.note.created, each.note.id))

    def stretches(self, index: int) -> list[tuple[int, int, Note]]:
        """The open notes in a paragraph, with the stretch of its shown text that each marks."""
        paragraph = self.session.paragraphs[index]
        found: list[tuple[int, int, Note]] = []
        for id in self.following.touching(paragraph.id):
            note, spot = self.notebook.get(id), self.following.spot(id)
            if note is None or spot is None or note.done:
                continue
            start = spot.start if spot.first == index else 0
            end = spot.end if spot.last == index else len(paragraph.text)
            found.append((start, end, note))
        return sorted(found, key=lambda each: (each[0], each[1], each[2].created, each[2].id))

    def edited(self, event: Event) -> None:
        """Carry the notes through an edit of the text."""
        if self.following.edited(event):
            self._soon.start(400)

    def keep_places(self) -> None:
        """Write down where the notes are, now that the text is on disk as it is here; the text is kept as well, so that
        they are found again when it was changed elsewhere.

        Raises:
            SaveError: when it could not be written.
        """
        notes = list(self.notebook)
        if not notes:
            return
        manuscript = self.session.manuscript
        text = manuscript.source
        earlier = {each.place.text for each in notes if each.place}
        digest = self.store.copies.keep(text)
        self.notebook.place([self._placed(each, manuscript, text, digest) for each in notes])
        for each in earlier - {digest}:
            self.store.copies.forget(each)
        if self._path is not None:
            Known().remember(self._path, self.session.paragraphs)

    def _placed(self, note: Note, manuscript: Manuscript, text: str, digest: str) -> Note:
        spot = self.following.spot(note.id)
        if spot is None:
            return note if note.place is None else replace(note, place=None)
        return self._placed_at(note, spot, manuscript, text, digest)

    @staticmethod
    def _placed_at(note: Note, spot: Spot, manuscript: Manuscript, text: str, digest: str) -> Note:
        start, end = source_of(manuscript, spot)
        return replace(note, place=Place(digest, start, end), quote=Quote.at(text, start, end))

    def _heard(self, ids: frozenset[str]) -> None:
        known = (self.notebook.get(each) for each in ids)
        self.place(each for each in known if each is not None and self.following.spot(each.id) is None and each.place)
        self._soon.start(0)

    # --- what the author does ------------------------------------------------------------------------------

    def add(self, body: str, spot: Spot | None, kind: Kind = Kind.NOTE, suggestion: str | None = None,
            target: Target = Target.WORDS) -> str:  # fmt: skip
        """Write a note on the words at ``spot`` (None: on the manuscript); its id."""
        manuscript = self.session.manuscript
        note = Note(new_id(), self.author, body, kind, target if spot else Target.MANUSCRIPT, suggestion=suggestion)
        if spot is not None:
            text = manuscript.source
            note = self._placed_at(note, spot, manuscript, text, text_digest(text))
            self.following.put(note.id, spot)
        self._decide("writing a note", note.id, lambda: self._added(note))
        return note.id

    def _added(self, note: Note) -> None:
        self.notebook.add(note)

    def edit(self, id: str, **fields: object) -> None:
        """Give a note other words, another kind."""
        self._decide("changing a note", id, lambda: self.notebook.edit(id, **fields))

    def reply(self, id: str, body: str) -> None:
        """Answer a note."""
        self._decide("answering a note", id, lambda: self.notebook.reply(id, self.author, body))

    def settle(self, id: str, done: bool) -> None:
        """The note is dealt with, or is to be looked at again."""
        change = self.notebook.done if done else self.notebook.reopen
        self._decide("settling a note" if done else "reopening a note", id, lambda: change(id))

    def delete(self, id: str) -> None:
        """The note is not wanted."""
        self._decide("deleting a note", id, lambda: self.notebook.delete(id))

    def put_on(self, id: str, spot: Spot) -> None:
        """Put a note on other words, by hand."""
        manuscript = self.session.manuscript
        note, text = self.notebook.get(id), manuscript.source
        if note is not None:
            self.following.put(id, spot)
            self.notebook.place([self._placed_at(note, spot, manuscript, text, text_digest(text))])

    def accept(self, id: str) -> bool:
        """Replace a note's words by its suggestion and settle it, as one step of undo; False, and a sentence, when the
        words are gone or others."""
        note, spot = self.notebook.get(id), self.following.spot(id)
        if note is None or note.suggestion is None:
            return False
        if spot is None or spot.first != spot.last:
            self._say(GONE if spot is None else CHANGED)
            return False
        text = self.session.paragraphs[spot.first].text
        if _plain(text[spot.start : spot.end]) != _plain(note.quote.exact):
            self._say(CHANGED)
            return False
        made = text[: spot.start] + note.suggestion + text[spot.end :]
        step = self.notebook.step(id, lambda: self.notebook.done(id))
        self.session.replace_many(
            {spot.first: made}, label="taking a reader’s suggestion", initiator="accept", decisions=[step])
        return True

    def _decide(self, label: str, id: str, change: Callable[[], object]) -> None:
        decision = self.notebook.step(id, lambda: _ignore(change()))
        if self._doing is None:
            decision.do()
        else:
            self._doing.decide(label, decision)
        if self.store.trouble is not None:
            self._say(str(self.store.trouble))

    def _say(self, sentence: str) -> None:
        if self._doing is not None:
            self._doing.say(sentence)


def readers(notes: Iterable[Placed]) -> Sequence[str]:
    """Who wrote notes, by name."""
    return sorted({each.note.author for each in notes}, key=str.casefold)


def _plain(text: str) -> str:
    return " ".join(straighten(read_markup(text).text).replace("*", "").split())


def _ignore(_: object) -> None:
    """What a change returns is of no interest to undo."""


def _nothing() -> None:
    """No notebook is listened to."""


