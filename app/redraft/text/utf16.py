# SPDX-License-Identifier: GPL-3.0-or-later
"""Code points ↔ UTF-16 units: the border to Qt, which counts a character beyond U+FFFF as two."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Utf16Map:
    """Turns places in one text from code points into UTF-16 units and back; free for text without emoji."""

    wide: tuple[int, ...] = field(default=())
    """The code-point places of the characters that take two units, ascending."""

    @classmethod
    def of(cls, text: str) -> Utf16Map:
        """The map of ``text``."""
        if not text or text.isascii() or max(text) <= "\uffff":
            return _NARROW
        return cls(tuple(place for place, char in enumerate(text) if char > "\uffff"))

    def units(self, offset: int) -> int:
        """The place in UTF-16 units of a place in code points."""
        return offset + bisect_left(self.wide, offset) if self.wide else offset

    def points(self, units: int) -> int:
        """The place in code points of a place in UTF-16 units; one inside a character gives that character's start."""
        low, high = 0, len(self.wide)
        while low < high:
            middle = (low + high) // 2
            if self.wide[middle] + middle + 1 < units:
                low = middle + 1
            else:
                high = middle
        inside = low < len(self.wide) and self.wide[low] + low + 1 == units
        return units - low - inside


_NARROW = Utf16Map()


def length(text: str) -> int:
    """How many UTF-16 units ``text`` takes."""
    return Utf16Map.of(text).units(len(text))
