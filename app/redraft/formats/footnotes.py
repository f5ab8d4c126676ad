# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes of Markdown (pandoc's and GitHub's): ``[^1]`` in the text, and ``[^1]: the note`` as a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from redraft.formats.flow import Block
from redraft.manuscript.marks import Mark, MarkKind, mapped, tidy
from redraft.text.edits import Edit, apply_all
from redraft.text.span import Span

_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:[ \t]+(\S.*)", re.DOTALL)
_FIGURE = re.compile(r"(?<!\\)\[\^([^\]\s]{1,40})\](?!:)")
_SIGN = "\ufdd0"


def notes_in(texts: Iterable[str]) -> dict[str, str]:
    """The notes of a Markdown text by their names; a note to which no figure leads is a paragraph like any other."""
    found: dict[str, str] = {}
    used: set[str] = set()
    for text in texts:
        if "[^" in text:
            note = _NOTE.match(text.strip())
            if note:
                found.setdefault(note.group(1), note.group(2))
            used.update(each.group(1) for each in _FIGURE.finditer(text))
    return {name: words for name, words in found.items() if name in used}


def is_note(text: str, notes: Mapping[str, str]) -> bool:
    """Whether a paragraph is one of the notes."""
    note = _NOTE.match(text.strip())
    return note is not None and note.group(1) in notes


def signed(text: str, notes: Mapping[str, str]) -> tuple[str, list[str]]:
    """The text with a sign that no text has for each figure, and the notes that they lead to."""
    values: list[str] = []

    def sign(figure: re.Match[str]) -> str:
        if figure.group(1) not in notes:
            return figure.group()
        values.append(notes[figure.group(1)])
        return _SIGN

    return (_FIGURE.sub(sign, text), values) if notes else (text, values)


def with_notes(block: Block, values: Iterable[str]) -> Block:
    """The block with marks where the signs stand."""
    places = [at for at, char in enumerate(block.text) if char == _SIGN]
    if not places:
        return block
    edits = [Edit(Span(at, at + 1), "") for at in places]
    points = [Mark(at - count, at - count, MarkKind.NOTE, value)
              for count, (at, value) in enumerate(zip(places, values, strict=False))]  # fmt: skip
    marks = tidy([*mapped(block.marks, edits, block.text), *points])
    return replace(block, text=apply_all(block.text, edits), marks=marks)
