# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions of a text as HTML: what went out struck through, what came in underlined. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from redraft.text.aligning import aligned
from redraft.text.edits import Edit, word_edits
from redraft.ui.panels.words import plural

LINE_BREAK = "\u2028"
_CONTEXT = 1
"""Paragraphs that are the same shown on either side of one that differs."""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph in both versions (None: it is in one of them only); ``same``: without a difference. ``number``
    counts paragraphs from 1, in the new version or, where it is only in the old one, in that."""

    old: str | None
    new: str | None
    number: int

    @property
    def same(self) -> bool:
        """Whether both versions agree."""
        return self.old == self.new


def rows(old: Sequence[str], new: Sequence[str]) -> list[Row]:
    """Both versions side by side, in order."""
    return [
        Row(old[a] if a is not None else None, new[b] if b is not None else None, (b if b is not None else a or 0) + 1)
        for a, b in aligned(old, new)
    ]


def style(colours: dict[str, str], serif: str) -> str:
    """The style sheet for what the functions here make, in a theme's colours."""
    return (
        f"p, li, h1, h2, h3, h4 {{ font-family: '{serif}'; line-height: 140%; margin-top: 0; margin-bottom: 8px; }}"
        "h1 { font-size: x-large; font-weight: 400; } h2, h3, h4 { font-size: large; font-weight: 400; }"
        f"ins {{ color: {colours['inserted']}; text-decoration: underline; }}"
        f"del {{ color: {colours['deleted']}; text-decoration: line-through; }}"
        f".quiet {{ color: {colours['quiet']}; }} td {{ padding: 0 12px 0 12px; }}"
    )


def inline(old: str, new: str, around: int = 0) -> str:
    """Both versions of a paragraph as one. ``around``: of what stayed only so many characters beside each change are
    shown (0: all)."""
    parts: list[str] = []
    place = 0
    for edit in word_edits(old, new):
        parts.append(_kept(old[place : edit.span.start], around, first=not place))
        parts.append(_went(edit.span.of(old)) + _came(edit.replacement))
        place = edit.span.end
    parts.append(_kept(old[place:], around, last=True))
    return "".join(parts)


def sides(row: Row) -> tuple[str, str]:
    """The old and the new version of a row, each with what differs in it."""
    if row.old is None or row.new is None:
        return _went(row.old or ""), _came(row.new or "")
    edits = word_edits(row.old, row.new)
    return "".join(_old_side(row.old, edits)), "".join(_new_side(row.old, edits))


def table(found: Sequence[Row], changed: Sequence[int], number: int = 0) -> str:
    """The rows ``changed`` as an HTML table, with one that is the same around each, of the others how many; ``number``
    is that of the first difference."""
    near = {near for at in changed for near in range(max(0, at - _CONTEXT), min(at + _CONTEXT + 1, len(found)))}
    shown = set(changed) | {at for at in near if found[at].same}
    lines = _lines(found, sorted(shown), number)
    return f"<table width='100%' cellspacing='0' cellpadding='6'>{''.join(lines)}</table>"


def _old_side(old: str, edits: Sequence[Edit]) -> Iterator[str]:
    place = 0
    for edit in edits:
        yield _plain(old[place : edit.span.start]) + _went(edit.span.of(old))
        place = edit.span.end
    yield _plain(old[place:])


def _new_side(old: str, edits: Sequence[Edit]) -> Iterator[str]:
    place = 0
    for edit in edits:
        yield _plain(old[place : edit.span.start]) + _came(edit.replacement)
        place = edit.span.end
    yield _plain(old[place:])


def _kept(text: str, around: int, *, first: bool = False, last: bool = False) -> str:
    if not around or len(text) <= around * (1 if first or last else 2):
        return _plain(text)
    if first:
        return _plain("… " + text[-around:].partition(" ")[2])
    if last:
        return _plain(text[:around].rpartition(" ")[0] + " …")
    return _plain(text[:around].rpartition(" ")[0] + " … " + text[-around:].partition(" ")[2])


def _went(text: str) -> str:
    return f"<del>{_plain(text)}</del>" if text else ""


def _came(text: str) -> str:
    return f"<ins>{_plain(text)}</ins>" if text else ""


def _plain(text: str) -> str:
    return escape(text).replace(LINE_BREAK, "<br>")


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
