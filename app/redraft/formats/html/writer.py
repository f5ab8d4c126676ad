# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks → a web page: a whole one, or the plain kind that story sites take (p, em, strong, hr)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from redraft.formats.flow import LINE_BREAK, Block, Looks
from redraft.formats.rich import spans
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.shape import Align, ShapeKind

_TAGS = {
    MarkKind.LINK: ("a href=\"{}\"", "a"), MarkKind.BOLD: ("strong", "strong"), MarkKind.ITALIC: ("em", "em"),
    MarkKind.UNDERLINE: ("u", "u"), MarkKind.STRIKE: ("s", "s"), MarkKind.SUPERSCRIPT: ("sup", "sup"),
    MarkKind.SUBSCRIPT: ("sub", "sub"), MarkKind.SMALL_CAPS: ("span style=\"font-variant: small-caps\"", "span"),
    MarkKind.LANGUAGE: ("span lang=\"{}\"", "span"),
}  # fmt: skip
_ORDER = list(_TAGS)
_PLAIN = frozenset(_ORDER) - {MarkKind.BOLD, MarkKind.ITALIC}
_ALIGNS = {Align.CENTRE: "center", Align.RIGHT: "right", Align.JUSTIFY: "justify", Align.LEFT: "left"}
_SPACES = re.compile(r"^ | $|  |\t")
_STYLE = """body { max-width: 36em; margin: 2em auto; padding: 0 1em; font-family: Georgia, serif; line-height: 1.5; }
p { margin: 0; text-indent: 1.5em; }
h1, h2, h3, .title, .mark, .verse, hr + p, h1 + p, h2 + p, h3 + p, li p { text-indent: 0; }
.title, .mark { text-align: center; }
hr { width: 25%; margin: 1.5em auto; }
blockquote, .verse { margin: 1em 2em; }"""


def write_page(blocks: Sequence[Block], *, plain: bool = False) -> bytes:
    """The page in UTF-8. ``plain``: paragraphs, emphasis and rules alone, without head and body."""
    notes: list[str] = []
    if plain:
        return ("\n".join(_plain(each) for each in blocks) + "\n").encode("utf-8", "replace")
    body = "\n".join(_body(blocks, notes))
    title = next((each.text for each in blocks if each.shape.kind in (ShapeKind.TITLE, ShapeKind.HEADING)), "Untitled")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title, quote=False)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n{body}\n"
        f"{_noted(notes)}</body>\n</html>\n"
    ).encode("utf-8", "replace")


def _plain(block: Block) -> str:
    if block.shape.kind is ShapeKind.MARK and not _has_words(block.text):
        return "<hr>"
    words = _words(block, None)
    return f"<p><strong>{words}</strong></p>" if _is_head(block) else f"<p>{words or '&nbsp;'}</p>"


def _body(blocks: Sequence[Block], notes: list[str]) -> Iterator[str]:
    """The elements, lists and quotations put together."""
    for kind, group in groupby(blocks, key=lambda each: each.shape.kind):
        members = list(group)
        if kind is ShapeKind.ITEM:
            yield from _lists(members, notes)
        elif kind is ShapeKind.QUOTE:
            yield "<blockquote>"
            yield from (_element(each, notes) for each in members)
            yield "</blockquote>"
        else:
            yield from (_element(each, notes) for each in members)


def _element(block: Block, notes: list[str]) -> str:
    kind = block.shape.kind
    if kind is ShapeKind.MARK and not _has_words(block.text):
        return "<hr>"
    words = _words(block, notes)
    if kind is ShapeKind.HEADING:
        level = min(max(block.shape.level, 1), 6)
        return f"<h{level}{_style(block)}>{words}</h{level}>"
    if kind is ShapeKind.TITLE:
        return f'<h1 class="title"{_style(block)}>{words}</h1>'
    names = {ShapeKind.VERSE: ' class="verse"', ShapeKind.MARK: ' class="mark"'}
    return f"<p{names.get(kind, '')}{_style(block)}>{words or '&nbsp;'}</p>"


def _lists(items: Sequence[Block], notes: list[str]) -> Iterator[str]:
    """Nested lists of consecutive items."""
    opened: list[str] = []
    for item in items:
        tag = "ol" if item.shape.numbered else "ul"
        while len(opened) > item.shape.level + 1 or (len(opened) == item.shape.level + 1 and opened[-1] != tag):
            yield f"</{opened.pop()}>"
        while len(opened) <= item.shape.level:
            opened.append(tag)
            yield f"<{tag}>"
        yield f"<li>{_words(item, notes)}</li>"
    while opened:
        yield f"</{opened.pop()}>"


def _words(block: Block, notes: list[str] | None) -> str:
    """The characters with their elements. ``notes`` collects the texts of notes; None leaves notes and looks out."""
    parts: list[str] = []
    opened: list[tuple[MarkKind, str]] = []
    for span in spans(block, without=_PLAIN if notes is None else frozenset()):
        if not isinstance(span, tuple):
            if notes is not None and span.kind is MarkKind.NOTE and span.value:
                notes.append(span.value)
                number = len(notes)
                parts.append(f'<sup><a href="#note-{number}" id="ref-{number}">{number}</a></sup>')
            continue
        text, looks = span
        parts.append(_turned(opened, looks))
        parts.append(escape(text, quote=False).replace(LINE_BREAK, "<br>"))
    parts.append(_turned(opened, frozenset()))
    return "".join(parts)


def _turned(opened: list[tuple[MarkKind, str]], looks: Looks) -> str:
    """The tags that lead from the looks ``opened`` (which is changed) to ``looks``, well nested."""
    known = [(kind, value) for kind, value, _ in looks if kind in _TAGS]
    wanted = sorted(known, key=lambda each: _ORDER.index(each[0]))
    kept = 0
    while kept < len(opened) and kept < len(wanted) and opened[kept] == wanted[kept]:
        kept += 1
    closing = "".join(f"</{_TAGS[kind][1]}>" for kind, _ in reversed(opened[kept:]))
    opening = "".join(f"<{_TAGS[kind][0].format(escape(value))}>" for kind, value in wanted[kept:])
    opened[:] = wanted
    return closing + opening


def _style(block: Block) -> str:
    found = [f"text-align: {_ALIGNS[block.shape.align]}"] if block.shape.align else []
    if _SPACES.search(block.text):
        found.append("white-space: pre-wrap")
    return f' style="{"; ".join(found)}"' if found else ""


def _noted(notes: Sequence[str]) -> str:
    if not notes:
        return ""
    shown = [escape(each, quote=False).replace("\n", "<br>") for each in notes]
    lines = "\n".join(f'<p id="note-{at}">{each}</p>' for at, each in enumerate(shown, 1))
    return f'<section role="doc-endnotes">\n<hr>\n{lines}\n</section>\n'


def _has_words(text: str) -> bool:
    return any(each.isalnum() for each in text) and len(text) > 5


def _is_head(block: Block) -> bool:
    return block.shape.kind in (ShapeKind.HEADING, ShapeKind.TITLE)
