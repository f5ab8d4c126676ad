# SPDX-License-Identifier: GPL-3.0-or-later
"""What an author is told once of the manuscript as a whole: that it is not English, that some of it is not read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from redraft.analysis.evidence import LONGEST
from redraft.manuscript.model import Paragraph

_NOT_ENGLISH = (
    "This story does not seem to be in English. Redraft’s checks are made for English and stay off here; "
    "everything else works."
)


class Notices:
    """Of one manuscript. ``tell(type, **fields)`` hears each sentence; ``said`` are all so far."""

    def __init__(self, tell: Callable[..., None]) -> None:
        self._tell = tell
        self.said: tuple[str, ...] = ()

    def language(self, english: bool) -> None:
        """Whether it is English."""
        if not english:
            self._say(_NOT_ENGLISH)

    def lengths(self, paragraphs: Iterable[Paragraph]) -> None:
        """Whether there are paragraphs too long to be read."""
        number = sum(len(each.text) > LONGEST for each in paragraphs)
        if number:
            some = "One paragraph is" if number == 1 else f"{number} paragraphs are"
            self._say(f"{some} longer than {LONGEST:,} characters and not checked, and typing there is slow. "
                      "Part such a paragraph into several, and they are checked.")

    def _say(self, sentence: str) -> None:
        if sentence not in self.said:
            self.said += (sentence,)
            self._tell("fault", sentence=sentence)
