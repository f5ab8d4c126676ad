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

_MOST = 1000
_CONTEXT = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both versions, their paragraphs side by side, and that as HTML; ``count`` differences are in it, each with the
    anchors ``old-N`` and ``new-N``, N from 0."""

    old: Manuscript
    new: Manuscript
    rows: tuple[Row, ...]
    html: str
    count: int

    @property
    def sentence(self) -> str:
        """How many paragraphs differ."""
        total = sum(not each.same for each in self.rows)
        if not total:
            return "Both versions have the same words."
        shown = f"; the first {self.count:,} are shown" if self.count < total else ""
        return f"{plural(total, 'paragraph')} {'differs' if total == 1 else 'differ'}{shown}"

    def as_tracked(self, author: str) -> bytes:
        """The old version as a Word document, with the changes to the new one tracked; raises a FormatError."""
        return tracked(self.old, self.new, Revision(author) if author else Revision())


def compared(old: Version, new: Version) -> Comparison:
    """Read and compare two versions; raises a FormatError."""
    before, after = old.read(), new.read()
    found = rows(words(before), words(after))
    count = min(_MOST, sum(not each.same for each in found))
    return Comparison(before, after, tuple(found), table(found), count)


def table(found: Sequence[Row]) -> str:
    """The rows as an HTML table: those that differ with one that is the same around them, of the others how many."""
    near = _near(found)
    return f"<table width='100%' cellspacing='0' cellpadding='6'>{''.join(_lines(found, near))}</table>"


def _near(found: Sequence[Row]) -> set[int]:
    """The numbers of the rows that are shown."""
    changed = [at for at, row in enumerate(found) if not row.same][:_MOST]
    return {near for at in changed for near in range(at - _CONTEXT, at + _CONTEXT + 1)}


def _lines(found: Sequence[Row], near: set[int]) -> Iterator[str]:
    skipped = number = 0
    for at, row in enumerate(found):
        if at not in near:
            skipped += 1
            continue
        if skipped:
            yield _skip(skipped)
            skipped = 0
        old, new = sides(row)
        anchors = ("", "")
        if not row.same:
            anchors = f"<a name='old-{number}'></a>", f"<a name='new-{number}'></a>"
            number += 1
        look = " class='quiet'" if row.same else ""
        yield (f"<tr><td width='50%'><p{look}>{anchors[0]}{old or '&nbsp;'}</p></td>"
               f"<td width='50%'><p{look}>{anchors[1]}{new or '&nbsp;'}</p></td></tr>")
    if skipped:
        yield _skip(skipped)


def _skip(count: int) -> str:
    words = plural(count, "paragraph that is the same", "paragraphs that are the same")
    return f"<tr><td colspan='2' align='center'><p class='quiet'>… {words} …</p></td></tr>"
