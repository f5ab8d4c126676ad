# SPDX-License-Identifier: GPL-3.0-or-later
"""What a panel may know and do: the open manuscript, what was found in it, and the deeds of the window.

A panel is ``Panel(context)``. It reads ``session``, ``desk``, ``book`` and ``settings`` afresh each time (opening
another manuscript replaces the first three), listens on ``bus``, and acts only through the methods here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from redraft.ui.notes.desk import NotesDesk

if TYPE_CHECKING:
    from redraft.analysis.desk import Desk
    from redraft.checks.finding import Finding
    from redraft.manuscript.session import Decision, Session
    from redraft.settings.store import Settings
    from redraft.storage.decisions import DecisionBook


_PAUSE = 0.4


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: from (paragraph index, offset in its shown text) to the same, and its text."""

    first: tuple[int, int]
    last: tuple[int, int]
    text: str


class Bus(QObject):
    """What panels hear. All signals are sent in the GUI thread, after the desk or the session holds the new state.

    ``findings_changed``: a frozenset of paragraph ids, or None for all. ``story_changed``: a frozenset of
    "outline", "scenes", "cast", "continuity". ``progress_changed``: words done, words in all. ``caret_moved``:
    paragraph index, offset in its shown text (at most once every 50 ms). ``text_changed``: the session's Event.
    ``decisions_changed``: something in the decision book changed, or was undone. ``hints_changed``: whether the author
    wants to see hints on style (at first: no). ``theme_changed``: redraw in the
    palette of now (light or dark). ``much_to_change``: the author is about to change much at once, said as a gerund
    ("replacing 12 times"); the state before it is still there. ``highlight_wanted``: the name of the character to be
    shown on the page, "" for none.
    """

    findings_changed = Signal(object)
    story_changed = Signal(object)
    progress_changed = Signal(int, int)
    engines_changed = Signal()
    caret_moved = Signal(int, int)
    text_changed = Signal(object)
    decisions_changed = Signal()
    hints_changed = Signal(bool)
    document_opened = Signal()
    theme_changed = Signal()
    highlight_wanted = Signal(str)
    much_to_change = Signal(str)


class Deeds(Protocol):
    """What the window does for whoever asks; :class:`Context` passes it on."""

    def go_to(self, index: int, start: int, end: int) -> None: ...
    def show_finding(self, index: int, finding: Finding) -> None: ...
    def accept(self, finding: Finding, suggestion: int) -> bool: ...
    def accept_all(self, findings: Sequence[Finding]) -> int: ...
    def ignore(self, finding: Finding, everywhere: bool) -> None: ...
    def add_word(self, word: str) -> None: ...
    def switch_off(self, check_id: str) -> None: ...
    def decide(self, label: str, decision: Decision) -> None: ...
    def say(self, sentence: str) -> None: ...
    def selection(self) -> Selection | None: ...


class Context:
    """Hands panels the open manuscript and the window's deeds. Made by ``ui.main``, one for a window."""

    def __init__(
        self, session: Session, desk: Desk, book: DecisionBook, settings: Settings, deeds: Deeds,
        bus: Bus | None = None,
    ) -> None:
        self.session = session
        self.desk = desk
        self.book = book
        self.settings = settings
        self.bus = bus or Bus()
        self.notes = NotesDesk()
        self.notes.serve(self)
        self._deeds = deeds
        self._last_key = 0.0

    def key_typed(self) -> None:
        """The author is typing: whatever takes longer may wait for a pause."""
        self._last_key = monotonic()

    @property
    def typing(self) -> bool:
        """Whether the author typed within the last 0.4 s."""
        return monotonic() - self._last_key < _PAUSE

    def go_to(self, paragraph_index: int, start: int, end: int) -> None:
        """Show paragraph ``paragraph_index`` with the shown characters ``start``–``end`` selected; focus the page."""
        self._deeds.go_to(paragraph_index, start, end)

    def show_finding(self, index: int, finding: Finding) -> None:
        """Go to a finding in paragraph ``index`` and open its card."""
        self._deeds.show_finding(index, finding)

    def accept(self, finding: Finding, suggestion_index: int = 0) -> bool:
        """Replace the words by a suggestion, in one undo step; False (with a notice) when the text has changed."""
        return self._deeds.accept(finding, suggestion_index)

    def accept_all(self, findings: Sequence[Finding]) -> int:
        """Take the first suggestion of each, as one undo step; returns how many still fitted and were taken."""
        return self._deeds.accept_all(findings)

    def ignore(self, finding: Finding, everywhere: bool = False) -> None:
        """Hide this finding, or with ``everywhere`` the same words by the same rule in the whole manuscript."""
        self._deeds.ignore(finding, everywhere)

    def add_word(self, word: str) -> None:
        """Add a word to the story's words."""
        self._deeds.add_word(word)

    def switch_off(self, check_id: str) -> None:
        """Switch a rule off for this manuscript."""
        self._deeds.switch_off(check_id)

    def decide(self, label: str, decision: Decision) -> None:
        """Put any decision of the book into force as one undo step named ``label``, and have it taken account of."""
        self._deeds.decide(label, decision)

    def say(self, sentence: str) -> None:
        """Tell the author something, in the notice bar."""
        self._deeds.say(sentence)

    def selection(self) -> Selection | None:
        """What is selected on the page; None when nothing is."""
        return self._deeds.selection()
