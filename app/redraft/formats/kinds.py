# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells files of other kinds by their first bytes, so that the author hears which kind it is."""

from __future__ import annotations

from pathlib import PurePath

from redraft.formats.codec import CODECS
from redraft.formats.errors import Protected

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
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGES = frozenset({".html", ".htm", ".xhtml", ".fodt", ".fb2"})


def format_in(data: bytes, name: str) -> str | None:
    """The name of the format with a codec that the bytes are in, whatever the file is called; None for all others.

    Raises:
        Protected: for a document behind a password (an old-style container round an encrypted package).
    """
    if data.startswith(b"PK\x03\x04"):
        return "docx" if "docx" in CODECS and b"word/" in data else None
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise Protected(name)
    return None


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
