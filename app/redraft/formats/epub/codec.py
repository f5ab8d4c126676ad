# SPDX-License-Identifier: GPL-3.0-or-later
"""EPUB for the registry: read, and saved chapter by chapter; no new book is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from redraft.formats.archive import replaced
from redraft.formats.codec import Codec, Document
from redraft.formats.documents import IN_FILE, document
from redraft.formats.epub.book import Book, book_of
from redraft.formats.errors import Broken, OnlyRead
from redraft.formats.flow import Flow
from redraft.formats.guards import Package
from redraft.formats.html.css import Sheet
from redraft.formats.html.notes import take_notes
from redraft.formats.html.page import root_of, text_of
from redraft.formats.html.reader import read_blocks
from redraft.formats.html.saving import patched
from redraft.formats.inplace import NotInPlace
from redraft.formats.pieces import whole
from redraft.manuscript.model import Paragraph, SourceFile


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A page of the book: its part of the zip, what is read in it, and the style sheet that holds for it."""

    part: str
    flow: Flow
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class _Open:
    """A book with its chapters; ``notes`` are those of all pages."""

    package: Package
    book: Book
    chapters: tuple[_Chapter, ...]
    notes: dict[str, str]

    @property
    def firsts(self) -> list[int]:
        """The number that the first block of each chapter has in the book."""
        found = [0]
        for each in self.chapters:
            found.append(found[-1] + len(each.flow.blocks))
        return found


def _opened(data: bytes, name: str) -> _Open:
    package = Package(data, name)
    book = book_of(package)
    css = "\n".join(package.read(each).decode("utf-8", "replace") for each in book.sheets)
    pages = [root_of(text_of(package.read(part), name).text, name) for part in book.chapters]
    notes: dict[str, str] = {}
    for page in pages:
        notes |= take_notes(page)
    chapters = []
    for part, page in zip(book.chapters, pages, strict=True):
        sheet = _sheet(css, page)
        chapters.append(_Chapter(part, read_blocks(page, sheet, notes), sheet))
    return _Open(package, book, tuple(chapters), notes)


def _sheet(css: str, page: etree._Element) -> Sheet:
    own = "\n".join(each.text or "" for each in page.iter("style"))
    return Sheet(f"{css}\n{own}")


def read(data: bytes, name: str, file: int, first_id: int) -> Document:
    """The document in an EPUB book; its paragraphs are tied by their number in the book.

    Raises:
        FormatError: when it is damaged, unsafe, locked, or has no chapters.
    """
    opened = _opened(data, name)
    whole_book = Flow()
    for chapter in opened.chapters:
        whole_book.blocks += chapter.flow.blocks
        whole_book.left_out.update(chapter.flow.left_out)
    if not whole_book.blocks:
        raise Broken(name, "there are no chapters in it")
    whole_book.blocks = [replace(each, tied=str(number)) for number, each in enumerate(whole_book.blocks)]
    return document(whole_book, file, first_id, kept=IN_FILE, notices=_notices(opened.book, name))


def _notices(book: Book, name: str) -> Sequence[str]:
    if not book.missing:
        return ()
    what, are = ("A chapter", "is") if book.missing == 1 else (f"{book.missing} chapters", "are")
    return (f"{what} that the book's contents name {are} not in “{name}”.",)


def save(source: SourceFile, paragraphs: Sequence[Paragraph]) -> bytes:
    """The book with the chapters written anew in which the author changed something; all else as it was.

    Raises:
        OnlyRead: for a story that was no book.
        NotInPlace: when a chapter is built so that a change has no place in it.
    """
    name = source.path.name if source.path else "the book"
    if source.original is None or source.original.format != "epub":
        raise OnlyRead(name, "epub")
    old, new = whole(source.original.paragraphs), whole(paragraphs)
    if [(each.text, each.marks) for each in old] == [(each.text, each.marks) for each in new]:
        return source.original.data
    opened = _opened(source.original.data, name)
    parts: dict[str, bytes] = {}
    for number, own in enumerate(_by_chapter(opened, new)):
        chapter = opened.chapters[number]
        was = [(each.text, each.marks) for each in chapter.flow.blocks]
        if was == [(each.text, each.marks) for each in own]:
            continue
        if list(opened.book.chapters).count(chapter.part) > 1:
            raise NotInPlace(name)
        parts[chapter.part] = patched(opened.package.read(chapter.part), own, name, chapter.sheet, opened.notes)
    return replaced(opened.package, parts)


def _by_chapter(opened: _Open, paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """The paragraphs of each chapter, tied by their number in it; new ones belong to that of the one before them."""
    firsts = opened.firsts
    found: list[list[Paragraph]] = [[] for _ in opened.chapters]
    present = next((at for at, chapter in enumerate(opened.chapters) if chapter.flow.blocks), 0)
    for paragraph in paragraphs:
        own = ""
        if paragraph.tied.isdecimal() and (number := int(paragraph.tied)) < firsts[-1]:
            at = max(each for each in range(len(found)) if firsts[each] <= number)
            if at >= present:
                present, own = at, str(number - firsts[at])
        found[present].append(replace(paragraph, tied=own))
    return found


CODEC = Codec(read, save)
