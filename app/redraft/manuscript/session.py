# SPDX-License-Identifier: GPL-3.0-or-later
"""The one mutable holder of an open manuscript: edits, revisions, undo.

A transaction is everything one wish of the author changed — text in one place or in many, and the decisions that
went with it — and is undone as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import count

from redraft.manuscript.fitting import Change, Fitter
from redraft.manuscript.marks import MarkKind, toggled
from redraft.manuscript.model import Manuscript, Paragraph

__all__ = ["Change", "Decision", "Event", "Place", "Session", "Transaction"]


@dataclass(frozen=True, slots=True)
class Place:
    """A caret or selection: from (paragraph index, offset in its shown text) to the same."""

    anchor: tuple[int, int] = (0, 0)
    caret: tuple[int, int] = (0, 0)


class Decision:
    """Something the author decided along with an edit (a dismissed finding…), to be undone with it."""

    def do(self) -> None:
        """Put the decision into force."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take it back."""
        raise NotImplementedError


@dataclass(slots=True)
class Transaction:
    """One step of undo: ``label`` says what it was, in the words of the Edit menu ("typing", "rouge → rogue").

    ``states`` are the session's states before and after it, by which it knows whether anything is unsaved.
    """

    label: str
    changes: list[Change]
    before: Place
    after: Place
    decisions: list[Decision] = field(default_factory=list)
    merge_key: str = ""
    states: tuple[int, int] = (0, 0)

    def absorb(self, later: Transaction) -> None:
        """Take a later transaction in: both become one step. Typing in one place stays one change, however long."""
        for change in later.changes:
            both = self.changes[-1].then(change) if self.changes else None
            if both is None:
                self.changes.append(change)
            else:
                self.changes[-1] = both
        self.decisions.extend(later.decisions)
        self.after = later.after
        self.states = (self.states[0], later.states[1])


@dataclass(frozen=True, slots=True)
class Event:
    """What subscribers hear: the changes in the order they were made, who caused them, where the caret belongs."""

    revision: int
    changes: tuple[Change, ...]
    initiator: str
    place: Place | None = None


class Session:
    """An open manuscript. Every edit goes through here; every view hears of it by :class:`Event`."""

    def __init__(self, manuscript: Manuscript, undo_limit: int = 5000) -> None:
        self._paragraphs: list[Paragraph] = list(manuscript.paragraphs)
        self._manuscript = manuscript
        self._stored = manuscript.paragraphs
        self._stale = False
        self._revision = 0
        self._states = count(1)
        self._state = self._saved_state = 0
        self._fitter = Fitter(manuscript)
        self._undo: list[Transaction] = []
        self._redo: list[Transaction] = []
        self._undo_limit = undo_limit
        self._subscribers: list[Callable[[Event], None]] = []
        self.guard: Callable[[str], bool] | None = None
        """Asked before each change, with who wants it ("undo" for undo and redo); False keeps the text as it is."""

    @property
    def revision(self) -> int:
        """A number that grows with every change, undo and redo."""
        return self._revision

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs now, in order; not to be changed by the caller."""
        return self._paragraphs

    @property
    def manuscript(self) -> Manuscript:
        """A frozen snapshot of the present state."""
        if self._stale:
            self._manuscript = self._manuscript.with_paragraphs(self._paragraphs)
            self._stale = False
        return self._manuscript

    @property
    def stored(self) -> Sequence[Paragraph]:
        """The paragraphs as the file holds them: when it was read, or saved last."""
        return self._stored

    @property
    def modified(self) -> bool:
        """Whether the text differs from what was last saved; undoing everything since then makes it False again."""
        return self._state != self._saved_state

    def saved(self, manuscript: Manuscript) -> None:
        """Take over the manuscript as the file now holds it (its raw texts and digests).

        Paragraphs that were edited while it was being saved stay as they are, and unsaved.
        """
        self.end_merge()
        held = {each.id: each for each in manuscript.paragraphs}
        fresh = [held[each.id] if _same(held.get(each.id), each) else each for each in self._paragraphs]
        whole = len(fresh) == len(manuscript.paragraphs) and all(map(_same, fresh, manuscript.paragraphs))
        self._manuscript, self._stored = manuscript, manuscript.paragraphs
        self._paragraphs = fresh
        self._stale = not whole
        if whole:
            self._saved_state = self._state

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Hear every event from now on; the returned function ends it."""
        self._subscribers.append(listener)
        return lambda: self._subscribers.remove(listener)

    def replace(
        self, first: int, last: int, texts: Sequence[str], *, label: str, initiator: str,
        before: Place | None = None, after: Place | None = None, merge_key: str = "",
    ) -> None:
        """Put paragraphs with the shown ``texts`` in the place of paragraphs ``first`` up to, not including, ``last``.

        Transactions with the same non-empty ``merge_key`` in a row become one step of undo.
        """
        change = self._fitter.change(self._paragraphs, first, last, texts)
        if change is None:
            return
        transaction = Transaction(label, [change], before or Place(), after or Place(), merge_key=merge_key)
        self.commit(transaction, initiator)

    def replace_many(
        self, texts: dict[int, str], *, label: str, initiator: str, decisions: Sequence[Decision] = (),
        before: Place | None = None, after: Place | None = None,
    ) -> None:
        """Give several paragraphs (by index) new texts, as one step of undo together with ``decisions``."""
        found = (self._fitter.change(self._paragraphs, index, index + 1, [texts[index]]) for index in sorted(texts))
        changes = [each for each in found if each]
        if not changes and not decisions:
            return
        place = after or Place()
        self.commit(Transaction(label, changes, before or place, place, list(decisions)), initiator)

    def set_look(
        self, first: int, start: int, last: int, end: int, kind: MarkKind, on: bool, *, label: str, initiator: str,
        place: Place | None = None,
    ) -> None:
        """Set a look (italics…) on, or take it from, ``start`` in paragraph ``first`` to ``end`` in ``last``.

        For documents with formatting; in a plain or Markdown text a look is written in the text.
        """
        changes: list[Change] = []
        for index in range(first, last + 1):
            old = self._paragraphs[index]
            span = (start if index == first else 0, end if index == last else len(old.text))
            marks = toggled(old.marks, *span, kind, on)
            if marks != old.marks:
                changes.append(Change(index, (old,), (replace(old, marks=marks, edited=True),)))
        if changes:
            kept = place or Place((first, start), (last, end))
            self.commit(Transaction(label, changes, kept, kept), initiator)

    def bring_back(
        self, paragraphs: Sequence[Paragraph], *, label: str, initiator: str, decisions: Sequence[Decision] = (),
    ) -> None:
        """Put these very paragraphs (recovered ones, with their ids and gaps) in the place of all, as one step of undo
        together with ``decisions``.

        Raises:
            ValueError: when one of them belongs to a file that the manuscript does not have.
        """
        if any(each.file >= len(self._manuscript.files) for each in paragraphs):
            raise ValueError("the paragraphs belong to other files")
        self._fitter.reserve(paragraphs)
        changes = _differing(self._paragraphs, paragraphs)
        if changes or decisions:
            self.commit(Transaction(label, changes, Place(), Place(), list(decisions)), initiator)

    def commit(self, transaction: Transaction, initiator: str) -> None:
        """Make the transaction's changes and decisions, and keep it for undo; nothing where the guard says no."""
        if not self.may_change(initiator):
            return
        made = tuple(transaction.changes)
        transaction.states = (self._state, next(self._states) if made else self._state)
        self._make(made, transaction.states[1])
        for decision in transaction.decisions:
            decision.do()
        last = self._undo[-1] if self._undo else None
        if last and transaction.merge_key and last.merge_key == transaction.merge_key and not self._redo:
            last.absorb(transaction)
        else:
            self._undo.append(transaction)
            del self._undo[: -self._undo_limit]
        self._redo.clear()
        self._tell(made, initiator, None)

    def undo(self) -> bool:
        """Take back the last step; False when there is none, or the guard says no."""
        if not self._undo or not self.may_change("undo"):
            return False
        transaction = self._undo.pop()
        changes = [change.inverse() for change in reversed(transaction.changes)]
        self._make(changes, transaction.states[0])
        for decision in reversed(transaction.decisions):
            decision.undo()
        self._redo.append(transaction)
        self._tell(tuple(changes), "undo", transaction.before)
        return True

    def redo(self) -> bool:
        """Make the step again that was last taken back; False when there is none, or the guard says no."""
        if not self._redo or not self.may_change("undo"):
            return False
        transaction = self._redo.pop()
        self._make(transaction.changes, transaction.states[1])
        for decision in transaction.decisions:
            decision.do()
        self._undo.append(transaction)
        self._tell(tuple(transaction.changes), "redo", transaction.after)
        return True

    def may_change(self, initiator: str) -> bool:
        """Whether somebody may change the text now; the guard hears that it was asked."""
        return self.guard is None or self.guard(initiator)

    @contextmanager
    def joined(self) -> Iterator[None]:
        """Whatever is done meanwhile becomes part of the step of undo that was made last."""
        before = max(1, len(self._undo))
        yield
        while len(self._undo) > before:
            later = self._undo.pop()
            self._undo[-1].absorb(later)

    def end_merge(self) -> None:
        """The next edit starts a new step of undo, whatever its merge key."""
        if self._undo:
            self._undo[-1].merge_key = ""

    @property
    def undo_label(self) -> str | None:
        """What Undo would take back; None when nothing."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """What Redo would bring back; None when nothing."""
        return self._redo[-1].label if self._redo else None

    def _make(self, changes: Sequence[Change], state: int) -> None:
        for change in changes:
            self._paragraphs[change.index : change.index + len(change.removed)] = change.inserted
        self._stale = True
        self._state = state
        self._revision += 1

    def _tell(self, changes: tuple[Change, ...], initiator: str, place: Place | None) -> None:
        event = Event(self._revision, changes, initiator, place)
        for listener in list(self._subscribers):
            listener(event)


def _differing(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Change]:
    """The changes that lead from the one to the other, from the back, so that each finds its place."""
    ids = [each.id for each in old], [each.id for each in new]
    found: list[Change] = []
    for kind, first, last, start, end in reversed(SequenceMatcher(None, *ids, autojunk=False).get_opcodes()):
        if kind != "equal":
            found.append(Change(first, tuple(old[first:last]), tuple(new[start:end])))
            continue
        found += [
            Change(first + step, (old[first + step],), (new[start + step],))
            for step in reversed(range(last - first)) if old[first + step] != new[start + step]
        ]
    return found


def _same(one: Paragraph | None, other: Paragraph) -> bool:
    return one is not None and (one.id, one.text, one.gap, one.marks, one.shape) == (
        other.id, other.text, other.gap, other.marks, other.shape
    )
