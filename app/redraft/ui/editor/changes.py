# SPDX-License-Identifier: GPL-3.0-or-later
"""The author's way through the tracked changes that a document brought: from one to the next, accepting, rejecting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint

from redraft.manuscript.marks import Mark
from redraft.manuscript.revising import TRACKED, revised, revised_all, tracked_changes
from redraft.manuscript.session import Change, Place, Session, Transaction
from redraft.ui.editor.page import Page
from redraft.ui.panels.words import plural

_INITIATOR = "command"
NONE_HERE = "No tracked change is at the caret. Ctrl+F8 goes to the next one."
NONE = "The story has no tracked changes."

Group = tuple[Mark, ...]


class Changes:
    """Acts on the session that is at hand; ``say`` tells the author a sentence, ``coming`` hears what is about to be
    done to all of the story."""

    def __init__(self, page: Page, say: Callable[[str], None], coming: Callable[[str], object]) -> None:
        self._page, self._say, self._coming = page, say, coming
        self._session: Session | None = None

    def follow(self, session: Session) -> None:
        """Another session is on the page."""
        self._session = session

    def present(self) -> bool:
        """Whether there are tracked changes at all."""
        paragraphs = self._session.paragraphs if self._session is not None else ()
        return any(mark.kind in TRACKED for each in paragraphs for mark in each.marks)

    def next(self, step: int) -> None:
        """Select the next tracked change behind the caret (``step`` 1) or before it (-1); behind the last the first."""
        found = self._in_order()
        if not found:
            self._say(NONE)
            return
        index, offset = self._page.bridge.place_of(
            self._page.textCursor().selectionEnd() if step > 0 else self._page.textCursor().selectionStart())
        if step > 0:
            fresh = not self._page.textCursor().hasSelection()
            here = next((each for each in found if _starts(each, (index, offset), fresh)), found[0])
        else:
            here = next((each for each in reversed(found) if (each[0], each[1][-1].end) < (index, offset)), found[-1])
        at, group = here
        self._page.select(at, group[0].start, max(each.end for each in group))

    def at(self, point: QPoint) -> tuple[int, Group] | None:
        """The change whose words or sign are under a point of the viewport, with its paragraph's index."""
        index, marks = self._page.marks_under(point)
        tracked = next((each for each in marks if each.kind in TRACKED), None)
        return self._holding(index, tracked) if tracked is not None else None

    def here(self) -> tuple[int, Group] | None:
        """The change at the caret, or the first in what is selected."""
        if self._session is None:
            return None
        cursor = self._page.textCursor()
        index, start = self._page.bridge.place_of(cursor.selectionStart())
        last, end = self._page.bridge.place_of(cursor.selectionEnd())
        end = end if last == index else len(self._session.paragraphs[index].text)
        for group in tracked_changes(self._session.paragraphs[index]):
            if group[0].start <= end and start <= max(each.end for each in group):
                return index, group
        return None

    def settle_here(self, accept: bool) -> None:
        """Accept or reject the change at the caret, and go to the next."""
        found = self.here()
        if found is None:
            self._say(NONE_HERE if self.present() else NONE)
            return
        self.settle(*found, accept=accept)
        if self.present():
            self.next(1)

    def settle(self, index: int, group: Group, *, accept: bool) -> None:
        """Accept or reject one change, as one step of undo."""
        if self._session is None:
            return
        old = self._session.paragraphs[index]
        new = revised(old, group, accept=accept)
        offset = min(group[0].start, len(new.text))
        here = Place((index, offset), (index, offset))
        label = f"{'accepting' if accept else 'rejecting'} a tracked change"
        self._session.commit(Transaction(label, [Change(index, (old,), (new,))], here, here), _INITIATOR)
        self._page.put_caret(index, offset)

    def settle_all(self, accept: bool) -> None:
        """Accept or reject all changes of the story, as one step of undo."""
        if self._session is None or not self.present():
            self._say(NONE)
            return
        paragraphs = self._session.paragraphs
        count = sum(len(tracked_changes(each)) for each in paragraphs)
        new = revised_all(paragraphs, accept=accept)
        changes = [Change(index, (paragraphs[index],), (each,)) for index, each in new.items()]
        place = self._page.bridge.caret
        done = "accept" if accept else "reject"
        self._coming(f"{done}ing all tracked changes")
        self._session.commit(
            Transaction(f"{done}ing all tracked changes", changes, place, place), _INITIATOR)
        self._say(f"{done.capitalize()}ed {plural(count, 'tracked change')}. Ctrl+Z takes that back.")

    # --- inside --------------------------------------------------------------------------------------------

    def _in_order(self) -> list[tuple[int, Group]]:
        paragraphs = self._session.paragraphs if self._session is not None else ()
        marked = ((index, each) for index, each in enumerate(paragraphs) if each.marks)
        return [(index, group) for index, each in marked for group in tracked_changes(each)]

    def _holding(self, index: int, mark: Mark) -> tuple[int, Group] | None:
        if self._session is None:
            return None
        groups = tracked_changes(self._session.paragraphs[index])
        return next(((index, each) for each in groups if mark in each), None)


def _starts(change: tuple[int, Group], place: tuple[int, int], fresh: bool) -> bool:
    """Whether a change begins behind a place; ``fresh``: or right there, where nothing is selected yet."""
    start = change[0], change[1][0].start
    return start > place or (fresh and start == place)
