# SPDX-License-Identifier: GPL-3.0-or-later
"""A manuscript as plain JSON data and back, for recovery: what follows from ``raw`` is left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import cast

from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile
from redraft.manuscript.shape import BODY, Align, Shape, ShapeKind

Data = dict[str, object]


def paragraph_data(paragraph: Paragraph) -> list[object]:
    """[id, raw, gap, file, edited, hang, lead], where lines are joined in the shown text [text, joints], and the
    formatting where there is some."""
    lead = len(paragraph.lead)
    data: list[object] = [
        paragraph.id, paragraph.raw, paragraph.gap, paragraph.file, int(paragraph.edited), paragraph.hang, lead
    ]  # fmt: skip
    if paragraph.joints != ((0, lead),) or paragraph.raw[lead:] != paragraph.text:
        data += [paragraph.text, [list(each) for each in paragraph.joints]]
    shape = paragraph.shape
    if paragraph.marks or paragraph.tied or shape != BODY:
        marks = [[each.start, each.end, each.kind.value, each.value, each.key] for each in paragraph.marks]
        held = [shape.kind.value, shape.level, shape.align.value, int(shape.numbered)]
        data.append({"marks": marks, "shape": held, "tied": paragraph.tied})
    return data


def paragraph_of(data: object) -> Paragraph:
    """The paragraph that :func:`paragraph_data` made ``data`` of.

    Raises:
        ValueError, TypeError, KeyError, IndexError: when the data are something else.
    """
    told = list(cast("list[object]", data))
    number, raw, gap, file, edited, hang, lead = cast("tuple[int, str, str, int, int, str, int]", tuple(told[:7]))
    text, joints = raw[lead:], ((0, lead),)
    formatting = told.pop() if isinstance(told[-1], dict) else None
    if len(told) > 7:
        text = str(told[7])
        joints = cast("tuple[tuple[int, int]]", tuple((a, b) for a, b in cast("list[tuple[int, int]]", told[8])))
    paragraph = Paragraph(number, text, raw, gap, file, joints, hang, bool(edited))
    if not _is_proper(paragraph):
        raise ValueError("no paragraph")
    return _formatted(paragraph, cast("Data", formatting)) if isinstance(formatting, dict) else paragraph


def _is_proper(paragraph: Paragraph) -> bool:
    words = (paragraph.text, paragraph.raw, paragraph.gap, paragraph.hang)
    numbers = (paragraph.id, paragraph.file, *chain.from_iterable(paragraph.joints))
    return (all(isinstance(each, str) for each in words) and all(type(each) is int for each in numbers)
            and paragraph.file >= 0 and _joined(paragraph))  # fmt: skip


def _joined(paragraph: Paragraph) -> bool:
    """Whether the joints tie the shown text to the raw one: there is one, and each lies in both."""
    shown, raw = len(paragraph.text), len(paragraph.raw)
    return bool(paragraph.joints) and all(0 <= a <= shown and 0 <= b <= raw for a, b in paragraph.joints)


def _formatted(paragraph: Paragraph, held: Data) -> Paragraph:
    marks = cast("list[tuple[int, int, str, str, str]]", held["marks"])
    kind, level, align, numbered = cast("tuple[str, int, str, int]", held["shape"])
    return replace(
        paragraph, tied=str(held["tied"]), shape=Shape(ShapeKind(kind), level, Align(align), bool(numbered)),
        marks=tuple(Mark(start, end, MarkKind(name), value, key) for start, end, name, value, key in marks),
    )


def manuscript_data(manuscript: Manuscript) -> Data:
    """The manuscript with its files and paragraphs."""
    files = [
        [str(each.path or ""), each.format, each.encoding, each.newline, each.prefix, each.width, each.digest]
        for each in manuscript.files
    ]
    return {
        "path": str(manuscript.path or ""), "files": files,
        "paragraphs": [paragraph_data(each) for each in manuscript.paragraphs],
    }  # fmt: skip


def manuscript_of(data: Data) -> Manuscript | None:
    """The manuscript that :func:`manuscript_data` made ``data`` of; None when the data are something else."""
    try:
        path, files = cast(str, data["path"]), cast("list[list[object]]", data["files"])
        sources = tuple(_source(each) for each in files)
        paragraphs = tuple(paragraph_of(each) for each in cast("list[object]", data["paragraphs"]))
        manuscript = Manuscript(Path(path) if path else None, sources, paragraphs)
    except (KeyError, ValueError, TypeError, IndexError):
        return None
    return manuscript if files_fit(manuscript) else None


def files_fit(manuscript: Manuscript) -> bool:
    """Whether every paragraph belongs to a file that the manuscript has."""
    return bool(manuscript.files) and all(each.file < len(manuscript.files) for each in manuscript.paragraphs)


def _source(data: list[object]) -> SourceFile:
    path, form, encoding, newline, prefix, width, digest = data
    words = [each for each in (path, form, encoding, newline, prefix, digest) if isinstance(each, str)]
    if len(words) < 6 or not (width is None or isinstance(width, int)):
        raise TypeError("no file")
    path, form, encoding, newline, prefix, digest = words
    return SourceFile(Path(path) if path else None, form, encoding, newline, prefix, width, digest)
