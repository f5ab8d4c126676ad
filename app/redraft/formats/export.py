# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a manuscript as another file: as plain text without markup, or as Markdown.

A single file exported to its own format is written exactly as it would be saved. Otherwise paragraphs are parted by
a blank line, lines are not wrapped, and the encoding is UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.formats.registry import render
from redraft.manuscript.model import Manuscript
from redraft.manuscript.outline import Kind, outline
from redraft.text.folding import Look, emphasis, read_markup

FORMATS = (".txt", ".md")
"""The endings of the files that can be written."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|=+$|-+$|>)")
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])(?=\s)")
_MARK = "* * *"


def export(manuscript: Manuscript, suffix: str) -> bytes:
    """The bytes of the manuscript as a file with the ending ``suffix`` (".txt" or ".md").

    Raises:
        ValueError: for another ending.
    """
    if suffix not in FORMATS:
        raise ValueError(f"no export to {suffix}")
    return write_markdown(manuscript) if suffix == ".md" else write_text(manuscript)


def write_text(manuscript: Manuscript) -> bytes:
    """The manuscript as plain text: of Markdown files the emphasis marks, escapes and heading hashes are left out."""
    if _is_all(manuscript, "text"):
        return render(manuscript)
    return _joined(_as_text(manuscript))


def write_markdown(manuscript: Manuscript) -> bytes:
    """The manuscript as Markdown: headings as ``#``, scene marks as ``* * *``, what would be markup escaped.

    Emphasis that is written in a plain text (``*so*``, ``<i>so</i>``) becomes Markdown's.
    """
    if _is_all(manuscript, "markdown"):
        return render(manuscript)
    return _joined(_as_markdown(manuscript))


def _is_all(manuscript: Manuscript, form: str) -> bool:
    return len(manuscript.files) == 1 and manuscript.files[0].format == form


def _joined(blocks: Iterator[str]) -> bytes:
    text = "\n\n".join(blocks)
    return (text + "\n" if text else "").encode("utf-8", "replace")


def _blocks(manuscript: Manuscript) -> Iterator[tuple[Kind, str, str]]:
    """Kind, text and format of every paragraph in order, pieces of a giant one joined; empty ones left out."""
    kinds = outline(manuscript.paragraphs).kinds
    held = ""
    for number, (kind, paragraph) in enumerate(zip(kinds, manuscript.paragraphs, strict=True)):
        following = manuscript.paragraphs[number + 1] if number + 1 < len(manuscript.paragraphs) else None
        held += paragraph.text
        if paragraph.glued and following is not None and following.file == paragraph.file:
            held += paragraph.gap
            continue
        if held.strip():
            yield kind, held.strip(), manuscript.files[paragraph.file].format
        held = ""


def _as_text(manuscript: Manuscript) -> Iterator[str]:
    for kind, text, form in _blocks(manuscript):
        if form == "text":
            yield text
        elif kind is Kind.MARK:
            yield text.replace("\\", "")
        elif not (kind is Kind.HEADING and set(text) <= set("=-")):
            yield read_markup(text).text


def _as_markdown(manuscript: Manuscript) -> Iterator[str]:
    title = True
    for kind, text, form in _blocks(manuscript):
        if form == "markdown":
            yield text
        elif kind is Kind.MARK:
            yield _MARK if not any(char.isalpha() for char in text) or len(text) <= 5 else f"{_MARK}\n\n{_marked(text)}"
        elif kind is Kind.HEADING:
            yield text if text.startswith("#") else f"# {_escaped(read_markup(text).text)}"
        else:
            yield f"# {_escaped(text)}" if title and kind is Kind.FRONT and not text.startswith("#") else _marked(text)
        title = False


_MARKS = {Look.ITALIC: "*", Look.BOLD: "**", Look.STRONG_ITALIC: "***"}


def _marked(text: str) -> str:
    """A paragraph of plain text as Markdown: its emphasis in stars, everything else that looks like markup escaped."""
    parts: list[str] = []
    place = 0
    for span, look in emphasis(text):
        parts.append(_escaped(text[place : span.start], inside=bool(parts)))
        mark = _MARKS.get(look, "")
        parts.append(f"{mark}{_escaped(span.of(text), inside=True)}{mark}" if mark else "")
        place = span.end
    parts.append(_escaped(text[place:], inside=bool(parts)))
    return "".join(parts)


def _escaped(text: str, *, inside: bool = False) -> str:
    text = _SPECIAL.sub(r"\\\1", text)
    if inside:
        return text
    return _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\1\\\2", text))


