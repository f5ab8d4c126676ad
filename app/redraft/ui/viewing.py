# SPDX-License-Identifier: GPL-3.0-or-later
"""A window that only reads: what would write is off and says why, and the title says so too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from redraft.ui.messages import StatusBar

if TYPE_CHECKING:
    from redraft.ui.window import Window

WRITES = (
    "undo", "redo", "cut", "paste", "paste-plainly", "replace", "italic", "bold", "underline", "strike", "small-caps",
    "heading", "scene-break", "accept-change", "reject-change", "accept-changes", "reject-changes", "house-style",
    "note", "note-scene", "note-story", "reader-copy", "import-notes", "paste-notes",
)
"""The actions that change the text, the notes or what was decided. Saving asks, and saving elsewhere stays."""
_THROUGH = ("watching",)
"""Who may change the page all the same: what another program wrote is shown."""
_READS = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Viewing:
    """Keeps a window reading while its attendance says so."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._held = False

    @property
    def why(self) -> str:
        """Why nothing may be written, in a sentence; "" while it may."""
        return self._window.attendance.reading

    @property
    def mark(self) -> str:
        """What the window's title says of it."""
        return " (only reading)" if self.why else ""

    def apply(self) -> None:
        """Another story is on the page, or the attendance thinks otherwise: hold everything that writes, or let go."""
        window, held = self._window, bool(self.why)
        if held or self._held:
            window.page.setTextInteractionFlags(_READS if held else Qt.TextInteractionFlag.TextEditorInteraction)
        window.story.session.guard = self._refuse if held else None
        window.story.book.sidecar.writable = not held
        window.context.notes.store.writable = not held
        bar = window.statusBar()
        if isinstance(bar, StatusBar):
            bar.set_reading(self.why)
        if held:
            window.safety.flush()
        if held != self._held:
            self._held = held
            window.menus.update()
            window.retitle()
            window.watch.anew()

    def hold(self) -> None:
        """Switch the actions off that would write; called whenever others switched them."""
        if self.why:
            for name in WRITES:
                if name in self._window.menus.actions:
                    action = self._window.menus.actions[name]
                    action.setEnabled(False)
                    action.setToolTip("You are only reading this story here.")

    def refuses(self) -> bool:
        """Whether nothing may be written; then the author is told why."""
        if self.why:
            self._window.say(self.why)
        return bool(self.why)

    def _refuse(self, initiator: str) -> bool:
        """Whether somebody may change the text. Who may not is told, and the page shows the text as it is."""
        if not self.why or initiator in _THROUGH:
            return True
        self._window.say(self.why)
        if initiator == "editor":
            QTimer.singleShot(0, self._show_anew)
        return False

    def _show_anew(self) -> None:
        window = self._window
        place = window.page.caret()
        window.page.open(window.story.session, window.story.outline)
        window.page.put_caret(*place)
