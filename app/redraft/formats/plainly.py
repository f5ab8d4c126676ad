# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks → plain text and Markdown, in UTF-8, paragraphs parted by a blank line and not wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from redraft.formats.flow import LINE_BREAK, Block, Looks
from redraft.formats.rich import read_marked, spans
from redraft.manuscript.marks import Mark, MarkKind, tidy
from redraft.manuscript.shape import ShapeKind

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|=+$|-+$|>)")
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])(?=\s)")
_MARK = "* * *"
_STARS = {MarkKind.ITALIC: ("*", "*"), MarkKind.BOLD: ("**", "**")}
_TAGS = {MarkKind.ITALIC: ("<i>", "</i>"), MarkKind.BOLD: ("<b>", "</b>"), MarkKind.UNDERLINE: ("<u>", "</u>"),
         MarkKind.STRIKE: ("<s>", "</s>"), MarkKind.SUPERSCRIPT: ("<sup>", "</sup>"),
         MarkKind.SUBSCRIPT: ("<sub>", "</sub>")}  # fmt: skip
_ORDER = (MarkKind.LINK, *_TAGS)


def text_of(blocks: Sequence[Block]) -> bytes:
    """The story as plain text, its formatting left out; notes stand at its end under their figures."""
    notes: list[str] = []
    lines = [_text_line(each, notes) for each in blocks]
    return _joined(lines + [f"[{at}] {note}" for at, note in enumerate(notes, 1)])


def markdown_of(blocks: Sequence[Block]) -> bytes:
    """The story as Markdown: what would be markup in its words is escaped."""
    notes: list[str] = []
    lines = list(_markdown_lines(blocks, notes))
    return _joined(lines + [f"[^{at}]: {_escaped(note)}" for at, note in enumerate(notes, 1)])


def _joined(lines: Iterable[str]) -> bytes:
    """Paragraphs parted by a blank line, by two where an empty one stands between them."""
    text = re.sub("\n{4,}", "\n\n\n", "\n\n".join(lines)).strip("\n")
    return (text + "\n" if text else "").encode("utf-8", "replace")


def _text_line(block: Block, notes: list[str]) -> str:
    words = "".join(_figure(each, notes, "[{}]") if isinstance(each, Mark) else each[0] for each in spans(block))
    if block.shape.kind is ShapeKind.ITEM:
        words = "  " * block.shape.level + "- " + words
    return words.replace(LINE_BREAK, "\n").strip("\n")


def _figure(point: Mark, notes: list[str], form: str) -> str:
    if point.kind is not MarkKind.NOTE or not point.value:
        return ""
    notes.append(" ".join(point.value.split()))
    return form.format(len(notes))


def _markdown_lines(blocks: Sequence[Block], notes: list[str]) -> Iterator[str]:
    counts: dict[int, int] = {}
    for block in blocks:
        shape = block.shape
        if shape.kind is not ShapeKind.ITEM:
            counts.clear()
        if shape.kind is ShapeKind.MARK:
            plain = not any(char.isalpha() for char in block.text) or len(block.text) <= 5
            yield _MARK if plain else f"{_MARK}\n\n{_marked(block, notes)}"
        elif shape.kind in (ShapeKind.HEADING, ShapeKind.TITLE):
            level = min(max(shape.level, 1), 6)
            yield f"{'#' * level} {_marked(block, notes).replace(LINE_BREAK, ' ').lstrip()}"
        elif shape.kind is ShapeKind.ITEM:
            counts[shape.level] = counts.get(shape.level, 0) + 1
            sign = f"{counts[shape.level]}." if shape.numbered else "-"
            yield f"{'  ' * shape.level}{sign} {_broken(_marked(block, notes))}"
        elif shape.kind is ShapeKind.QUOTE:
            yield f"{'>' * (shape.level + 1)} {_broken(_marked(block, notes))}"
        else:
            yield _broken(_at_start(_marked(block, notes)))


def _broken(text: str) -> str:
    return text.strip(LINE_BREAK).replace(LINE_BREAK, "  \n")


def _marked(block: Block, notes: list[str]) -> str:
    """The words with their emphasis: in stars, or in tags where stars would not be read as they are meant."""
    bare = replace(block, marks=tuple(_shrunk(block)))
    held = len(notes)
    starred = _with_signs(bare, notes, _TAGS | _STARS)
    if not any(each.kind in _STARS for each in bare.marks):
        return starred
    wanted = tidy(each for each in bare.marks if each.kind in _TAGS)
    found = read_marked(_at_start(starred), links=True)
    if not any(each.is_point for each in bare.marks) and found == (bare.text, tidy([*wanted, *_links(bare)])):
        return starred
    del notes[held:]
    return _with_signs(bare, notes, _TAGS)


def _links(block: Block) -> Iterator[Mark]:
    return (each for each in block.marks if each.kind is MarkKind.LINK)


def _shrunk(block: Block) -> Iterator[Mark]:
    """The marks, each line's for itself and without the space at their ends."""
    for mark in block.marks:
        if mark.kind not in _ORDER:
            if mark.is_point:
                yield mark
            continue
        for piece in re.finditer(f"[^{LINE_BREAK}]+", block.text[mark.start : mark.end]):
            words = piece.group()
            start = mark.start + piece.start() + len(words) - len(words.lstrip())
            end = mark.start + piece.start() + len(words.rstrip())
            if start < end:
                yield replace(mark, start=start, end=end)


def _with_signs(block: Block, notes: list[str], signs: dict[MarkKind, tuple[str, str]]) -> str:
    parts: list[str] = []
    opened: list[tuple[MarkKind, str]] = []
    for span in spans(block):
        if isinstance(span, Mark):
            parts.append(_figure(span, notes, "[^{}]"))
            continue
        parts.append(_turned(opened, span[1], signs))
        parts.append(_escaped(span[0]))
    return "".join(parts) + _turned(opened, frozenset(), signs)


def _turned(opened: list[tuple[MarkKind, str]], looks: Looks, signs: dict[MarkKind, tuple[str, str]]) -> str:
    """The signs that lead from the looks ``opened`` (which is changed) to ``looks``, well nested."""
    known = [(kind, value) for kind, value, _ in looks if kind in _ORDER]
    wanted = sorted(known, key=lambda each: _ORDER.index(each[0]))
    kept = 0
    while kept < len(opened) and kept < len(wanted) and opened[kept] == wanted[kept]:
        kept += 1
    closing = "".join(f"]({value})" if kind is MarkKind.LINK else signs[kind][1]
                      for kind, value in reversed(opened[kept:]))  # fmt: skip
    opening = "".join("[" if kind is MarkKind.LINK else signs[kind][0] for kind, _ in wanted[kept:])
    opened[:] = wanted
    return closing + opening


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _at_start(text: str) -> str:
    """A paragraph that does not begin as a heading, a list item or a quotation does."""
    return _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\1\\\2", text))
