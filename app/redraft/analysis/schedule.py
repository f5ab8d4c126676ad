# SPDX-License-Identifier: GPL-3.0-or-later
"""When the whole story is looked at again after an edit: its people almost at once, everything else when the author
rests. One look at a time; a look at everything gives way to one at the people."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

Look = Literal["people", "everything"]
_PEOPLE_AFTER, _EVERYTHING_AFTER = 0.05, 1.5
"""Seconds after an edit."""
_SHARE = 0.5
"""Of the time that a look at the people took, what passes before the next: typing without a pause must not keep a
processor busy."""
_PATIENCE = 30.0
"""Seconds without a look at everything, after which it is taken though the author goes on typing."""
_TICK = 0.02
"""Seconds after which to ask again for what is due and cannot begin yet."""


class Schedule:
    """What is due and what goes on. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._people: float | None = None
        self._everything: float | None = None
        self._started = self._free = 0.0
        self._whole: float | None = None
        self._way = False
        self.running: Look | None = None

    def edited(self) -> None:
        """The text changed."""
        self._people = max(self._clock() + _PEOPLE_AFTER, self._free)
        self._everything = self._clock() + _EVERYTHING_AFTER
        self._way = True

    def decided(self) -> None:
        """The author decided something that the whole story is read by."""
        self._people = self._everything = self._clock()
        self._way = True

    def is_due(self, look: Look) -> bool:
        """Whether a look is to be taken now."""
        at = self._people if look == "people" else self._everything
        return self.running is None and at is not None and self._clock() >= at

    def begin(self, look: Look) -> None:
        """A look is being taken, at the story as it is at this moment."""
        self.running, self._started, self._way = look, self._clock(), False
        self._people = None
        if look == "everything":
            self._everything = None

    def end(self, *, stopped: bool = False) -> None:
        """The look was taken, or ``stopped`` to be taken again later."""
        if stopped:
            self._everything = max(self._clock(), self._everything or 0.0)
        elif self.running == "people":
            self._free = self._clock() + _SHARE * (self._clock() - self._started)
            if self._people is not None:
                self._people = max(self._people, self._free)
        elif self.running == "everything":
            self._whole = self._clock()
        self.running = None

    @property
    def gives_way(self) -> bool:
        """Whether a look at everything is to be given up because the story is no longer as it was. In any thread."""
        return self._way and self._whole is not None and self._clock() - self._whole < _PATIENCE

    @property
    def waiting(self) -> bool:
        """Whether a look is still to be taken, or going on."""
        return bool(self.running) or self._people is not None or self._everything is not None

    def wait_seconds(self) -> float | None:
        """How long it is until something is due; None: nothing is, or not before a look has ended."""
        due = [each for each in (self._people, self._everything) if each is not None]
        return max(_TICK, min(due) - self._clock()) if due and self.running is None else None
