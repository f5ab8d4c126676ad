# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions of a story side by side: read, brought into line, and set as a table. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redraft.formats.docx.hands import Revision
from redraft.formats.docx.tracked import tracked
from redraft.manuscript.model import Manuscript
from redraft.ui.dialogs.preview import words
from redraft.ui.dialogs.redline import Row, rows, sides
from redraft.ui.panels.words import plural
from redraft.ui.versions import Version

PER_PAGE = 150
"""Differences that are shown at once: a table of more is slow to lay out."""

_CONTEXT = 1


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


def table(found: Sequence[Row], changed: Sequence[int], number: int = 0) -> str:
    """The rows ``changed`` as an HTML table, with one that is the same around each, of the others how many; ``number``
    is that of the first difference."""
    near = {near for at in changed for near in range(max(0, at - _CONTEXT), min(at + _CONTEXT + 1, len(found)))}
    shown = set(changed) | {at for at in near if found[at].same}
    lines = _lines(found, sorted(shown), number)
    return f"<table width='100%' cellspacing='0' cellpadding='6'>{''.join(lines)}</table>"


def _lines(found: Sequence[Row], near: Sequence[int], number: int) -> Iterator[str]:
    before = -1
    for at in near:
        if at > before + 1 and (before >= 0 or number == 0):
            yield _skip(at - before - 1)
        row, before = found[at], at
        old, new = sides(row)
        anchors = ("", "")
        if not row.same:
            anchors = f"<a name='old-{number}'></a>", f"<a name='new-{number}'></a>"
            number += 1
        look = " class='quiet'" if row.same else ""
        yield (f"<tr><td width='50%'><p{look}>{anchors[0]}{old or '&nbsp;'}</p></td>"
               f"<td width='50%'><p{look}>{anchors[1]}{new or '&nbsp;'}</p></td></tr>")
    rest = len(found) - 1 - before
    if rest > 0 and all(row.same for row in found[before + 1 :]):
        yield _skip(rest)


def _skip(count: int) -> str:
    words = plural(count, "paragraph that is the same", "paragraphs that are the same")
    return f"<tr><td colspan='2' align='center'><p class='quiet'>… {words} …</p></td></tr>"
