# SPDX-License-Identifier: GPL-3.0-or-later
"""The manuscript as frozen data: files and paragraphs, tied to the exact text they came from.

The law of this model: the decoded text of a file is ``prefix`` followed by ``raw + gap`` of each of its
paragraphs, character for character. What is shown (``text``) may differ from ``raw``: hard line breaks inside a
paragraph are shown as spaces, indentation is not shown. An unedited paragraph is saved as its ``raw``.

A document with formatting (.docx, .odt, .html …) is tied to its file in another way: ``raw`` is ``text``, paragraphs
are parted by one newline, formatting is in ``marks`` and ``shape`` and never in the text, and ``tied`` names the
element of the file that a paragraph came from. Its file keeps what was read (:class:`Original`), and saving changes in
it only what the author changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from redraft.manuscript.marks import Mark
from redraft.manuscript.shape import BODY, Shape


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the story, a heading, or a scene mark.

    ``id`` stays with the paragraph through every edit. ``joints`` ties the shown text to ``raw``: at each pair
    (shown, raw) and from there on, a shown offset plus (raw - shown) is the offset in ``raw``.

    ``hang`` is what its second and further lines begin with in a hard-wrapped file. ``edited``: the text was changed
    since it was read, and ``raw`` is not laid out yet (one long line in a file that has a width).

    A giant paragraph of a file is shown in pieces: ``gap`` holds no line end, and the next one continues it.

    ``marks`` (sorted) and ``shape`` are the formatting of a document that has some; a plain or Markdown text has its
    markup in ``text`` instead (:func:`redraft.manuscript.looks.looks` reads both). ``tied`` is a name that the reader
    of its format gave to the element it came from; "" for what is new.
    """

    id: int
    text: str
    raw: str
    gap: str = "\n"
    file: int = 0
    joints: tuple[tuple[int, int], ...] = ((0, 0),)
    hang: str = ""
    edited: bool = False
    marks: tuple[Mark, ...] = ()
    shape: Shape = BODY
    tied: str = ""

    @property
    def lead(self) -> str:
        """The indentation of its first line, as written."""
        return self.raw[: self.joints[0][1] - self.joints[0][0]]

    @property
    def glued(self) -> bool:
        """Whether no line ends behind it: the next paragraph shown is the same one in the file (or the file ends)."""
        return not ends_line(self.gap)

    def to_raw(self, offset: int) -> int:
        """The place in ``raw`` of a place in ``text`` (both code points)."""
        shown, raw = self.joints[0]
        for next_shown, next_raw in self.joints[1:]:
            if next_shown > offset:
                break
            shown, raw = next_shown, next_raw
        return raw + (offset - shown)

    def end_to_raw(self, offset: int) -> int:
        """The place in ``raw`` behind the character that ends at ``offset`` in ``text``."""
        return self.to_raw(offset - 1) + 1 if offset else self.to_raw(0)


def ends_line(gap: str) -> bool:
    """Whether a line ends in the text between two paragraphs."""
    return any(char in gap for char in "\n\r\v\f\x85\u2028\u2029")


@dataclass(frozen=True, slots=True)
class FileNote:
    """A comment that stands in the file. ``key`` is the file's own name for it: the ``COMMENT`` marks with that key are
    where it stands now; ``paragraph`` (an id), ``start`` and ``end`` are where it stood in the file as read.

    ``time`` is as the file gives it (ISO 8601), "" where it gives none; ``paragraph`` is None for one without a place.
    """

    key: str
    author: str
    time: str
    text: str
    replies: tuple[FileNote, ...] = ()
    resolved: bool = False
    paragraph: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Original:
    """A document as it was read: its bytes, and the paragraphs that they gave. It stays through every saving, so that
    each saving changes in these bytes what the author changed since, and nothing else. ``format`` names their format.
    """

    format: str
    data: bytes
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a manuscript and how it was written, so that it can be written so again.

    ``width`` is the column at which a hard-wrapped file breaks its lines (None: it does not). ``prefix`` is what
    stands before the first paragraph (a byte order mark, blank lines). ``format`` is the name in the registry.
    ``digest`` is the SHA-256 (hex) of the bytes as read: a file that has it still was not changed by others.
    ``original`` is there for a document with formatting; ``notes`` are the comments that stood in it.
    """

    path: Path | None
    format: str = "text"
    encoding: str = "utf-8"
    newline: str = "\n"
    prefix: str = ""
    width: int | None = None
    digest: str = ""
    original: Original | None = None
    notes: tuple[FileNote, ...] = ()


@dataclass(frozen=True)
class Manuscript:
    """A story: one file, or a folder of files in reading order. ``path`` is None for a new one or standard input."""

    path: Path | None
    files: tuple[SourceFile, ...] = (SourceFile(None),)
    paragraphs: tuple[Paragraph, ...] = field(default=())

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """For each paragraph the offset of its ``raw`` in :attr:`source` (code points)."""
        return tuple(place for place, _ in self._layout())

    @cached_property
    def source(self) -> str:
        """The manuscript's whole text as ``redraft text`` prints it; every offset in JSON is one into this.

        The files of a folder follow one another, parted by a newline where a file does not end in one.
        """
        parts: list[str] = []
        for index, paragraph in enumerate(self.paragraphs):
            parts.append(self._lead(index))
            parts.append(paragraph.raw)
            parts.append(paragraph.gap)
        if not self.paragraphs:
            parts.extend(each.prefix for each in self.files)
        return "".join(parts)

    def source_span(self, index: int, start: int, end: int) -> tuple[int, int]:
        """The offsets in :attr:`source` of the shown characters ``start``–``end`` of paragraph ``index``."""
        paragraph = self.paragraphs[index]
        base = self.starts[index]
        return base + paragraph.to_raw(start), base + paragraph.end_to_raw(end)

    def with_paragraphs(self, paragraphs: Iterable[Paragraph]) -> Manuscript:
        """The same manuscript with other paragraphs."""
        return Manuscript(self.path, self.files, tuple(paragraphs))

    def _lead(self, index: int) -> str:
        paragraph = self.paragraphs[index]
        if index and self.paragraphs[index - 1].file == paragraph.file:
            return ""
        before = self.paragraphs[index - 1] if index else None
        ended = before is None or (before.raw + before.gap).endswith(("\n", "\r"))
        return ("" if ended else "\n") + self.files[paragraph.file].prefix

    def _layout(self) -> list[tuple[int, int]]:
        layout: list[tuple[int, int]] = []
        place = 0
        for index, paragraph in enumerate(self.paragraphs):
            place += len(self._lead(index))
            layout.append((place, index))
            place += len(paragraph.raw) + len(paragraph.gap)
        return layout
