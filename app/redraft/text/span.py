# SPDX-License-Identifier: GPL-3.0-or-later
"""A half-open stretch of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from ``start`` up to, not including, ``end``; unit: code points.

    Raises:
        ValueError: when the ends are negative or in the wrong order.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such stretch: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of ``text`` at this place."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same stretch ``by`` characters further on (or back, when negative)."""
        return Span(self.start + by, self.end + by)

    def touches(self, other: Span) -> bool:
        """Whether the two share a character (two spans that only meet do not touch)."""
        return self.start < other.end and other.start < self.end

    def holds(self, place: int) -> bool:
        """Whether the character at ``place`` lies in the span."""
        return self.start <= place < self.end
