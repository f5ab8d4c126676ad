# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays edited paragraphs out as their file is written, before it is saved: wraps lines, widens the encoding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from redraft.formats.encoding import encode, in_words
from redraft.formats.wrapping import wrap
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile


@dataclass(frozen=True, slots=True)
class Prepared:
    """A manuscript whose every ``raw`` is what will be in the file, and what the author must be told of it."""

    manuscript: Manuscript
    notices: tuple[str, ...] = ()


def prepare(manuscript: Manuscript) -> Prepared:
    """The manuscript as it will be saved. A file whose encoding cannot hold its text becomes UTF-8, with a notice."""
    laid = [
        _laid(paragraph, manuscript.files[paragraph.file]) if paragraph.edited else paragraph
        for paragraph in manuscript.paragraphs
    ]
    files: list[SourceFile] = []
    notices: list[str] = []
    for number, file in enumerate(manuscript.files):
        fitting, notice = _fitting(file, (each for each in laid if each.file == number))
        files.append(fitting)
        notices.extend([notice] if notice else [])
    return Prepared(Manuscript(manuscript.path, tuple(files), tuple(laid)), tuple(notices))


def text_of(manuscript: Manuscript, file: int) -> str:
    """The whole text of one file of the manuscript, as its paragraphs' ``raw`` has it."""
    parts = [manuscript.files[file].prefix]
    for paragraph in manuscript.paragraphs:
        if paragraph.file == file:
            parts += (paragraph.raw, paragraph.gap)
    return "".join(parts)


def _laid(paragraph: Paragraph, file: SourceFile) -> Paragraph:
    """The paragraph with a ``raw`` of wrapped lines where its file has a width."""
    lead = paragraph.lead
    if file.width is None or len(lead) + len(paragraph.text) <= file.width:
        return replace(paragraph, edited=False)
    raw = wrap(paragraph.text, file.width, lead, paragraph.hang, file.newline)
    return replace(paragraph, raw=raw, joints=_joints(paragraph.text, raw, len(lead)), edited=False)


def _joints(text: str, raw: str, lead: int) -> tuple[tuple[int, int], ...]:
    """Ties a text to its wrapped form: they differ in space only, and walk side by side."""
    joints = [(0, lead)]
    place = lead
    for shown, char in enumerate(text):
        if char == " " and raw[place] != " ":
            following = place
            while raw[following] != text[shown + 1]:
                following += 1
            if following - shown - 1 != joints[-1][1] - joints[-1][0]:
                joints.append((shown + 1, following))
            place = following
            continue
        place += 1
    return tuple(joints)


def _fitting(file: SourceFile, paragraphs: Iterable[Paragraph]) -> tuple[SourceFile, str | None]:
    if file.encoding.startswith(("utf-8", "utf-16", "utf-32")):
        return file, None
    text = "".join(paragraph.raw for paragraph in paragraphs)
    try:
        encode(text, file.encoding)
    except UnicodeEncodeError as error:
        name = file.path.name if file.path else "The text"
        return replace(file, encoding="utf-8"), (
            f"“{name}” was {in_words(file.encoding)}, which has no “{text[error.start]}”. It is now saved as UTF-8, "
            "which holds every character; programs of the last twenty years read it."
        )
    return file, None


