# SPDX-License-Identifier: GPL-3.0-or-later
"""EPUB for the registry: read, not written."""

from __future__ import annotations

from redraft.formats.codec import Codec, Document
from redraft.formats.documents import ONLY_IN_FILE, document
from redraft.formats.epub.book import book_of
from redraft.formats.errors import Broken
from redraft.formats.flow import Flow
from redraft.formats.guards import Package
from redraft.formats.html.css import Sheet
from redraft.formats.html.notes import take_notes
from redraft.formats.html.page import root_of, text_of
from redraft.formats.html.reader import read_blocks


def read(data: bytes, name: str, file: int, first_id: int) -> Document:
    """The document in an EPUB book.

    Raises:
        FormatError: when it is damaged, unsafe, locked, or has no chapters.
    """
    package = Package(data, name)
    book = book_of(package)
    css = "\n".join(package.read(each).decode("utf-8", "replace") for each in book.sheets)
    whole = Flow()
    pages = [root_of(text_of(package.read(part), name).text, name) for part in book.chapters]
    notes: dict[str, str] = {}
    for page in pages:
        notes |= take_notes(page)
    for page in pages:
        own = "\n".join(each.text or "" for each in page.iter("style"))
        flow = read_blocks(page, Sheet(f"{css}\n{own}"), notes)
        whole.blocks += flow.blocks
        whole.left_out.update(flow.left_out)
    if not whole.blocks:
        raise Broken(name, "there are no chapters in it")
    notices = []
    if book.missing:
        what = "A chapter" if book.missing == 1 else f"{book.missing} chapters"
        notices.append(f"{what} that the book's contents name {'is' if book.missing == 1 else 'are'} not in “{name}”.")
    return document(whole, file, first_id, kept=ONLY_IN_FILE, notices=notices)


CODEC = Codec(read, None)
