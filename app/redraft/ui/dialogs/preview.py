# SPDX-License-Identifier: GPL-3.0-or-later
"""What a copy will look like: its beginning, or the places at which it differs. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from redraft.formats.html.writer import write_page
from redraft.formats.rich import rich
from redraft.manuscript.model import Manuscript
from redraft.ui.dialogs.exporting import Kind, content
from redraft.ui.dialogs.redline import Row, inline, rows
from redraft.ui.panels.words import plural

_BEGINNING, _CHANGES, _AROUND = 60, 60, 60
_TEXTS = (".txt", ".md")


def beginning(kind: Kind, story: Manuscript) -> str:
    """The first paragraphs of a copy as HTML: of a text as it is written, of all else as it is read."""
    head = story.with_paragraphs(story.paragraphs[:_BEGINNING])
    if kind.suffix in _TEXTS:
        lines = escape(content(kind, head).decode("utf-8", "replace")).replace("\n", "<br>")
        return f"<p>{lines}</p>" + _more(story)
    page = write_page(rich(head), plain=kind.plain).decode("utf-8")
    body = page[page.index("<body>") + len("<body>") : page.rindex("</body>")] if "<body>" in page else page
    return body.replace("<hr>", "<p align='center'>* * *</p>") + _more(story)


def changes(before: Manuscript, after: Manuscript) -> str:
    """The paragraphs that differ, each change with some words around it."""
    if len(before.paragraphs) == len(after.paragraphs) and all(
        one.id == other.id for one, other in zip(before.paragraphs, after.paragraphs, strict=True)
    ):
        pairs = [
            Row(one.text, other.text, number)
            for number, (one, other) in enumerate(zip(before.paragraphs, after.paragraphs, strict=True), 1)
        ]
    else:
        pairs = rows(words(before), words(after))
    changed = [each for each in pairs if not each.same]
    if not changed:
        return "<p class='quiet'>Nothing differs.</p>"
    head = f"<p class='quiet'>{plural(len(changed), 'paragraph')} {'differs' if len(changed) == 1 else 'differ'}.</p>"
    rest = len(changed) - _CHANGES
    tail = f"<p class='quiet'>… and {plural(rest, 'more paragraph')}.</p>" if rest > 0 else ""
    return head + "".join(_change(each) for each in changed[:_CHANGES]) + tail


def words(story: Manuscript) -> list[str]:
    """The paragraphs of a story of any format as they are read, without markup; empty ones are left out."""
    return list(_words(story))


def _words(story: Manuscript) -> Iterator[str]:
    for block in rich(story):
        if block.text.strip():
            yield block.text


def _change(row: Row) -> str:
    return f"<p>{inline(row.old or '', row.new or '', _AROUND)}</p>"


def _more(story: Manuscript) -> str:
    rest = len(story.paragraphs) - _BEGINNING
    return f"<p class='quiet'>… and {plural(rest, 'more paragraph')}.</p>" if rest > 0 else ""


def sentence(made: int, names: Sequence[str]) -> str:
    """What to tell once copies are written. ``made``: corrections in them."""
    corrections = f" with {plural(made, 'correction')}" if made else ""
    what = f"{names[0]} was written" if len(names) == 1 else f"{plural(len(names), 'chapter')} were written"
    return f"{what}{corrections}. The story itself is as it was."
