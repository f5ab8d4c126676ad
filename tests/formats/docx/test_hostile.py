# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents that are broken, or mean harm: a sentence each, and no crash."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redraft.formats.errors import Broken, FormatError, Protected, Unsafe
from redraft.formats.registry import read, read_bytes, render
from redraft.manuscript.session import Session
from tests.formats.docx.made import docx, main_part, para, texts
from tests.formats.zips import encrypted, zipped

GOOD = docx(para("Words."), para("More words."))
BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]>'


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (GOOD[: len(GOOD) // 2], Broken, "damaged"),
        (GOOD[:-30], Broken, "damaged"),
        (zipped({"word/other.xml": "<a/>"}), Broken, "missing"),
        (zipped({"word/document.xml": "<w:document>"}), Broken, "not whole"),
        (zipped({"word/document.xml": BOMB + main_part(GOOD)}), Unsafe, "document type"),
        (zipped([("word/document.xml", main_part(GOOD)), ("word/document.xml", main_part(GOOD))]), Broken, "two of its parts"),
        (zipped({"word/document.xml": main_part(GOOD), "../../etc/passwd": "x"}), Unsafe, "outside the file"),
        (zipped({"word/document.xml": b" " * (40 << 20)}), Unsafe, "unpack"),
        (encrypted(GOOD), Protected, "password"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), Protected, "password"),
    ],
)  # fmt: skip
def test_a_sentence_and_no_crash(data: bytes, error: type[FormatError], words: str, tmp_path: Path) -> None:
    path = tmp_path / "story.docx"
    path.write_bytes(data)
    with pytest.raises(error, match=words):
        read(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("parts", [{"styles.xml": ""}, {"styles.xml": "<broken"}, {"comments.xml": "<broken"}])
def test_a_missing_or_broken_part_beside_the_text_costs_itself_only(parts: dict[str, str]) -> None:
    assert texts(docx(para("Words."), parts=parts)) == ["Words."]


def test_nested_changes_controls_and_tables() -> None:
    body = "<w:ins>" * 50 + "".join(para("x")) + "</w:ins>" * 50
    wide = "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 2000 + "</w:tr></w:tbl>"
    assert len(texts(docx(body, wide))) == 2001


def test_a_style_that_is_based_on_itself() -> None:
    styles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    assert texts(docx(para("Words.", style="A"), parts={"styles.xml": styles})) == ["Words."]


def test_many_empty_paragraphs_are_read() -> None:
    assert len(texts(docx("<w:p/>" * 50_000))) == 50_000


def test_characters_that_no_xml_holds_are_left_out_when_saved() -> None:
    story = Session(read_bytes(GOOD, "s").manuscript)
    story.replace(0, 1, ["Wor\x00ds\x1f \ud800here."], label="x", initiator="t")
    assert texts(render(story.manuscript))[0] == "Words here."


def test_a_word_document_by_another_name(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(GOOD)
    opened = read(path).manuscript
    assert opened.files[0].format == "docx"
    assert [each.text for each in opened.paragraphs] == ["Words.", "More words."]
    assert os.fspath(path).endswith(".txt") and render(opened) == GOOD
