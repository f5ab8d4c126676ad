# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells files of other kinds by their first bytes, so that the author hears which kind it is."""

from __future__ import annotations

from pathlib import PurePath

_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf", "a compressed file (7z)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_ZIPPED = (
    (b"word/", "a Word document (.docx)"),
    (b"opendocument.text", "an OpenDocument text (.odt)"),
    (b"application/epub", "an EPUB book"),
    (b"xl/", "a spreadsheet"),
    (b"ppt/", "a presentation"),
)
_PAGES = frozenset({".html", ".htm", ".xhtml", ".fodt", ".fb2"})


def other_kind(data: bytes, name: str) -> str | None:
    """The kind of a file that is no plain text, in words with its article; None for what may be text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _ZIPPED if mark in data), "a compressed file (zip)")
    if PurePath(name).suffix.lower() in _PAGES and data.lstrip()[:1] == b"<":
        return "a web page or XML file"
    return None
