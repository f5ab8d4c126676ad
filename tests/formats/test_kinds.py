# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs' files are called by their names."""

from __future__ import annotations

import io
import zipfile

import pytest

from redraft.formats.kinds import other_kind


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "content")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (rb"{\rtf1\ansi words}", "RTF"),
        (b"\xd0\xcf\x11\xe0rest", ".doc"),
        (zipped("[Content_Types].xml", "word/document.xml"), ".docx"),
        (zipped("mimetype", "other.bin"), "zip"),
        (b"\x89PNG\r\n", "picture"),
    ],
)
def test_known_by_its_first_bytes(data: bytes, word: str) -> None:
    kind = other_kind(data, "story.txt")
    assert kind is not None and word in kind


@pytest.mark.parametrize("mime", ["application/vnd.oasis.opendocument.text", "application/epub+zip"])
def test_zipped_texts_are_told_apart(mime: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", mime)
    kind = other_kind(stream.getvalue(), "story")
    assert kind in ("an OpenDocument text (.odt)", "an EPUB book")


def test_a_web_page_is_known_by_name_and_first_sign() -> None:
    assert other_kind(b"  <!DOCTYPE html>", "story.html") is not None
    assert other_kind(b"Not really a page", "story.html") is None


@pytest.mark.parametrize("data", [b"", b"PK was his name.", b"A story.", b"{curly}", b"%PD"])
def test_text_is_no_other_kind(data: bytes) -> None:
    assert other_kind(data, "story.txt") is None
