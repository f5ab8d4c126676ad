# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells files of other kinds by their first bytes, so that the author hears which kind it is."""

from __future__ import annotations

import re
from pathlib import PurePath

from redraft.formats.codec import CODECS
from redraft.formats.errors import Protected

_MAGIC = (
    (b"%PDF", "a PDF document"),
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
    (b"opendocument.spreadsheet", "a spreadsheet"),
    (b"opendocument.presentation", "a presentation"),
    (b"xl/", "a spreadsheet"),
    (b"ppt/", "a presentation"),
)
_ODF = b"content.xml"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGES = frozenset({".fodt", ".fb2", ".xml"})
_PACKED = (
    ("docx", (b"word/document",)), ("odt", (b"application/vnd.oasis.opendocument.text",)),
    ("epub", (b"application/epub+zip", b"META-INF/container.xml")), ("docx", (b"word/",)),
)  # fmt: skip
"""Names and first parts that stand unpacked in a zip, by the format that it then is."""

_PAGE = re.compile(
    rb"(?:\xff\xfe|\xfe\xff)?(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b)", re.DOTALL
)
_ELEMENT = re.compile(rb"<\0?[a-zA-Z]")
_START = 2048


def format_in(data: bytes, name: str) -> str | None:
    """The name of the format with a codec that the bytes are in, whatever the file is called; None for all others.

    Raises:
        Protected: for a document behind a password (an old-style container round an encrypted package).
    """
    if data.startswith(b"PK\x03\x04"):
        found = next((form for form, marks in _PACKED if form in CODECS and any(each in data for each in marks)), None)
        other = found is None and any(mark in data for mark, _ in _ZIPPED)
        return "odt" if found is None and not other and b"META-INF/manifest.xml" in data and _ODF in data else found
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise Protected(name)
    start = data[:_START].lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\0", b"").lower()
    if start.startswith(b"{\\rtf"):
        return "rtf"
    return "html" if _PAGE.match(start) else None


def fits(form: str, data: bytes) -> bool:
    """Whether bytes in which no format was recognised may be of the one that the file's ending names.

    A zip may be damaged, a page may be a piece of one; but plain text is none of them, whatever its ending.
    """
    if form == "html":
        return _ELEMENT.search(data) is not None
    return form != "rtf" and (not data or data.startswith(b"PK"))


def other_kind(data: bytes, name: str) -> str | None:
    """The kind of a file that is no plain text, in words with its article; None for what may be text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _ZIPPED if mark in data), "a compressed file (zip)")
    if PurePath(name).suffix.lower() in _PAGES and data.lstrip()[:1] == b"<":
        return "an XML file"
    return None
