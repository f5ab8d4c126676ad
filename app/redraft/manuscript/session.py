# SPDX-License-Identifier: GPL-3.0-or-later
"""The one mutable holder of an open manuscript: edits, revisions, undo.

A transaction is everything one wish of the author changed — text in one place or in many, and the decisions that
went with it — and is undone as one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from redraft.manuscript.model import Manuscript, Paragraph
from redraft.text.edits import difference


@dataclass(frozen=True, slots=True)
class Change:
    """From paragraph ``index`` on, the paragraphs ``removed`` gave way to ``inserted``."""

    index: int
    removed: tuple[Paragraph, ...]
    inserted: tuple[Paragraph, ...]

    def inverse(self) -> Change:
        """The change that leads back."""
        return Change(self.index, self.inserted, self.removed)


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
    """One step of undo: ``label`` says what it was, in the words of the Edit menu ("typing", "rouge → rogue")."""

    label: str
    changes: list[Change]
    before: Place
    after: Place
    decisions: list[Decision] = field(default_factory=list)
    merge_key: str = ""


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
        self._stale = False
        self._revision = 0
        self._saved_revision = 0
        self._ids = count(max((each.id for each in manuscript.paragraphs), default=-1) + 1)
        self._undo: list[Transaction] = []
        self._redo: list[Transaction] = []
        self._undo_limit = undo_limit
        self._subscribers: list[Callable[[Event], None]] = []

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
    def modified(self) -> bool:
        """Whether the text differs from what was last saved (by count of edits, not by content)."""
        return self._revision != self._saved_revision

    def saved(self, manuscript: Manuscript) -> None:
        """Take over the manuscript as the file now holds it (its raw texts and digests)."""
        self._manuscript = manuscript
        self._paragraphs = list(manuscript.paragraphs)
        self._stale = False
        self._saved_revision = self._revision

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
        change = self._change(first, last, texts)
        if change is None:
            return
        transaction = Transaction(label, [change], before or Place(), after or Place(), merge_key=merge_key)
        self.commit(transaction, initiator)

    def replace_many(
        self, texts: dict[int, str], *, label: str, initiator: str, decisions: Sequence[Decision] = (),
        before: Place | None = None, after: Place | None = None,
    ) -> None:
        """Give several paragraphs (by index) new texts, as one step of undo together with ``decisions``."""
        changes = [change for index in sorted(texts) if (change := self._change(index, index + 1, [texts[index]]))]
        if not changes and not decisions:
            return
        place = after or Place()
        self.commit(Transaction(label, changes, before or place, place, list(decisions)), initiator)

    def commit(self, transaction: Transaction, initiator: str) -> None:
        """Make the transaction's changes and decisions, and keep it for undo."""
        self._make(transaction.changes)
        for decision in transaction.decisions:
            decision.do()
        last = self._undo[-1] if self._undo else None
        if last and transaction.merge_key and last.merge_key == transaction.merge_key and not self._redo:
            last.changes.extend(transaction.changes)
            last.after = transaction.after
        else:
            self._undo.append(transaction)
            del self._undo[: -self._undo_limit]
        self._redo.clear()
        self._tell(tuple(transaction.changes), initiator, None)

    def undo(self) -> bool:
        """Take back the last step; False when there is none."""
        if not self._undo:
            return False
        transaction = self._undo.pop()
        changes = [change.inverse() for change in reversed(transaction.changes)]
        self._make(changes)
        for decision in reversed(transaction.decisions):
            decision.undo()
        self._redo.append(transaction)
        self._tell(tuple(changes), "undo", transaction.before)
        return True

    def redo(self) -> bool:
        """Make the step again that was last taken back; False when there is none."""
        if not self._redo:
            return False
        transaction = self._redo.pop()
        self._make(transaction.changes)
        for decision in transaction.decisions:
            decision.do()
        self._undo.append(transaction)
        self._tell(tuple(transaction.changes), "redo", transaction.after)
        return True

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

    def _change(self, first: int, last: int, texts: Sequence[str]) -> Change | None:
        removed = self._paragraphs[first:last]
        if [each.text for each in removed] == list(texts):
            return None
        return Change(first, tuple(removed), tuple(self._fitted(removed, first, texts)))

    def _fitted(self, removed: Sequence[Paragraph], first: int, texts: Sequence[str]) -> list[Paragraph]:
        """New paragraphs that keep the ids of those they continue: equal texts first, then by order."""
        heads = _common(removed, texts, reverse=False)
        tails = min(_common(removed, texts, reverse=True), min(len(removed), len(texts)) - heads)
        neighbour = removed[-1] if removed else self._neighbour(first)
        fitted: list[Paragraph] = []
        for position, text in enumerate(texts):
            if position < heads:
                old: Paragraph | None = removed[position]
            elif position >= len(texts) - tails:
                old = removed[position - len(texts) + len(removed)]
            elif position < len(removed) - tails:
                old = removed[position]
            else:
                old = None
            fitted.append(_edited(old, text) if old else _made(next(self._ids), text, neighbour))
        return fitted

    def _neighbour(self, index: int) -> Paragraph:
        if not self._paragraphs:
            return Paragraph(-1, "", "")
        return self._paragraphs[min(index, len(self._paragraphs)) - 1 if index else 0]

    def _make(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self._paragraphs[change.index : change.index + len(change.removed)] = change.inserted
        self._stale = True
        self._revision += 1

    def _tell(self, changes: tuple[Change, ...], initiator: str, place: Place | None) -> None:
        event = Event(self._revision, changes, initiator, place)
        for listener in list(self._subscribers):
            listener(event)


def _common(removed: Sequence[Paragraph], texts: Sequence[str], *, reverse: bool) -> int:
    pairs = zip(reversed(removed), reversed(texts), strict=False) if reverse else zip(removed, texts, strict=False)
    same = 0
    for paragraph, text in pairs:
        if paragraph.text != text:
            break
        same += 1
    return same


def _edited(old: Paragraph, text: str) -> Paragraph:
    """The paragraph with another text: ``raw`` keeps its indentation, and its line breaks until it is saved."""
    edit = difference(old.text, text)
    if edit is None:
        return old
    lead = old.raw[: old.to_raw(0)]
    return replace(old, text=text, raw=lead + text, joints=((0, len(lead)),))


def _made(number: int, text: str, neighbour: Paragraph) -> Paragraph:
    lead = neighbour.raw[: neighbour.to_raw(0)]
    return Paragraph(number, text, lead + text, neighbour.gap or "\n", neighbour.file, ((0, len(lead)),))
