# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs' files are called by their names."""

from __future__ import annotations

import io
import zipfile

import pytest

from redraft.formats.errors import Protected
from redraft.formats.kinds import fits, format_in, other_kind
from tests.formats import zips


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
        (b"\xd0\xcf\x11\xe0rest", ".doc"),
        (zipped("[Content_Types].xml", "word/document.xml"), ".docx"),
        (zipped("mimetype", "other.bin"), "zip"),
        (b"\x89PNG\r\n", "picture"),
    ],
)
def test_known_by_its_first_bytes(data: bytes, word: str) -> None:
    kind = other_kind(data, "story.txt")
    assert kind is not None and word in kind


ODT = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]
EPUB = [("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<a/>")]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (zips.zipped(ODT, stored=("mimetype",)), "odt"), (zips.zipped(EPUB, stored=("mimetype",)), "epub"),
        (zips.zipped(EPUB[1:]), "epub"), (zipped("mimetype", "other.bin"), None),
        (rb"{\rtf1\ansi words}", "rtf"), (b"\xef\xbb\xbf {\\rtf1}", "rtf"), (b"  <!DOCTYPE html>", "html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- saved --><html xmlns='x'>", "html"),
        ("\ufeff<html>".encode("utf-16-le"), "html"), (b"<htmlish", None), (b"A story.", None), (b"", None),
    ],
)
def test_a_format_is_known_by_its_content(data: bytes, form: str | None) -> None:
    assert format_in(data, "story.txt") == form


def test_a_document_behind_a_password_is_said() -> None:
    with pytest.raises(Protected, match="password"):
        format_in(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "story.docx")


@pytest.mark.parametrize(
    ("form", "data", "may"),
    [("odt", b"PK\3\4", True), ("odt", b"A story.", False), ("odt", b"", True), ("html", b"Only words < 3.", False),
     ("html", b"Words <i>and</i> more", True), ("rtf", b"A story.", False)],
)  # fmt: skip
def test_plain_text_is_no_document_whatever_its_ending(form: str, data: bytes, may: bool) -> None:
    assert fits(form, data) is may


@pytest.mark.parametrize("data", [b"", b"PK was his name.", b"A story.", b"{curly}", b"%PD"])
def test_text_is_no_other_kind(data: bytes) -> None:
    assert other_kind(data, "story.txt") is None


def test_an_opendocument_text_whose_kind_is_packed() -> None:
    parts = {"content.xml": "<a/>", "META-INF/manifest.xml": "<b/>", "mimetype": "application/vnd.oasis.opendocument.text" * 9}
    assert format_in(zips.zipped(parts), "story.txt") == "odt"
    assert format_in(zips.zipped({**parts, "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, stored=("mimetype",)), "s") is None
