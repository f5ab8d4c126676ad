# SPDX-License-Identifier: GPL-3.0-or-later
"""Which keystrokes one Undo takes back together.

A group ends when the author types elsewhere, turns from writing to deleting or back, begins a new paragraph or
sentence, pauses for more than two seconds, or moves the caret.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from redraft.text.edits import Edit

PAUSE = 2.0
_ENDS = tuple(".!?…")


@dataclass(slots=True)
class _Last:
    index: int
    place: int
    kind: str
    time: float
    sentence_over: bool = False


class TypingGroups:
    """Gives each edit typed a label and the key of its group. ``clock`` is in seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._number = 0
        self._last: _Last | None = None

    def end(self) -> None:
        """The next edit begins a group."""
        self._last = None

    def key(self, index: int, edit: Edit | None) -> tuple[str, str]:
        """Label and merge key of an edit in paragraph ``index``; None for one that reaches over paragraphs."""
        if edit is None or (len(edit.span) > 1 or len(edit.replacement) > 1):
            self.end()
            return "editing", ""
        kind = "deleting" if not edit.replacement else "typing"
        if not self._continues(index, edit, kind):
            self._number += 1
        place = edit.span.start + len(edit.replacement)
        self._last = _Last(index, place, kind, self._clock(), self._sentence_over(edit.replacement))
        return kind, f"{kind}-{self._number}"

    def _sentence_over(self, typed: str) -> bool:
        return typed in _ENDS or (typed == " " and self._last is not None and self._last.sentence_over)

    def _continues(self, index: int, edit: Edit, kind: str) -> bool:
        last = self._last
        if last is None or last.index != index or last.kind != kind or self._clock() - last.time > PAUSE:
            return False
        if last.sentence_over and edit.replacement.isalnum():
            return False
        return edit.span.start == last.place or edit.span.end == last.place
