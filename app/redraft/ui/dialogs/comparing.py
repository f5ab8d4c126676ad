# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions of a story side by side: read, brought into line, and set as a table. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from redraft.formats.docx.hands import Revision
from redraft.formats.docx.tracked import tracked
from redraft.manuscript.model import Manuscript
from redraft.ui.dialogs.preview import words
from redraft.ui.dialogs.redline import Row, rows, table
from redraft.ui.panels.words import plural
from redraft.ui.versions import Version

PER_PAGE = 150
"""Differences that are shown at once: a table of more is slow to lay out."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both versions, and their paragraphs side by side; ``changed`` are the numbers of the rows that differ."""

    old: Manuscript
    new: Manuscript
    rows: tuple[Row, ...]
    changed: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many differences there are."""
        return len(self.changed)

    @property
    def sentence(self) -> str:
        """How many paragraphs differ."""
        if not self.changed:
            return "Both versions have the same words."
        return f"{plural(self.count, 'paragraph')} {'differs' if self.count == 1 else 'differ'}"

    def page(self, number: int) -> str:
        """The differences of a page (from 0) as an HTML table, each with the anchors ``old-N`` and ``new-N``, N the
        difference's number from 0."""
        first = number * PER_PAGE
        return table(self.rows, self.changed[first : first + PER_PAGE], first)

    def as_tracked(self, author: str) -> bytes:
        """The old version as a Word document, with the changes to the new one tracked; raises a FormatError."""
        return tracked(self.old, self.new, Revision(author) if author else Revision())


def compared(old: Version, new: Version) -> Comparison:
    """Read and compare two versions; raises a FormatError."""
    before, after = old.read(), new.read()
    found = rows(words(before), words(after))
    return Comparison(before, after, tuple(found), tuple(at for at, row in enumerate(found) if not row.same))
