# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents that are broken, or mean harm: a sentence each, and no crash."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from redraft.formats.docx import reader
from redraft.formats.docx.hands import Revision
from redraft.formats.docx.patch import patched
from redraft.formats.docx.revisions import settled
from redraft.formats.errors import Broken, FormatError, Protected, Unsafe
from redraft.formats.registry import read, read_bytes, render
from redraft.manuscript.session import Session
from tests.formats.docx.made import SPACES, docx, main_part, para, put, run, session, texts
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


def test_a_hundred_thousand_empty_paragraphs_are_read_and_one_is_filled() -> None:
    data = docx("<w:p/>" * 100_000)
    story = session(data)
    assert len(story.paragraphs) == 100_000
    put(story, 50_000, 50_001, "Words.")
    assert texts(render(story.manuscript)).index("Words.") == 50_000


def test_a_table_of_two_thousand_columns_keeps_them() -> None:
    data = docx("<w:tbl><w:tr>" + "".join(f"<w:tc>{para(str(at))}</w:tc>" for at in range(2000)) + "</w:tr></w:tbl>")
    story = session(data)
    put(story, 1000, 1001, "middle")
    saved = render(story.manuscript)
    assert texts(saved)[999:1002] == ["999", "middle", "1001"]
    assert main_part(saved).count("<w:tc>") == 2000


def test_macros_are_kept_and_said(tmp_path: Path) -> None:
    path = tmp_path / "story.docm"
    path.write_bytes(docx(para("He is here."), parts={"vbaProject.bin": "code"}))
    opened = read(path)
    assert any("macros" in each for each in opened.notices)
    story = Session(opened.manuscript)
    put(story, 0, 1, "He was here.")
    with zipfile.ZipFile(io.BytesIO(render(story.manuscript))) as saved:
        assert saved.read("word/vbaProject.bin") == b"code"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("something was fetched"))
    image = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="far"/></w:drawing></w:r>'
    assert texts(docx(para("See ", image, " there."), links={"far": "https://example.invalid/picture.png"})) == ["See  there."]


def test_an_entity_that_stands_for_a_file_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    doctype = f'<!DOCTYPE w [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    with pytest.raises(Unsafe):
        texts(zipped({"word/document.xml": doctype + main_part(docx(para("&amp;")))}))


def test_comments_without_anchors_and_anchors_without_comments() -> None:
    comments = f'<w:comments {SPACES}><w:comment w:id="1" w:author="A"><w:p><w:r><w:t>Where?</w:t></w:r></w:p></w:comment></w:comments>'
    body = para("One ", '<w:commentRangeStart w:id="9"/>', "two", '<w:commentRangeEnd w:id="8"/>', '<w:r><w:commentReference w:id="7"/></w:r>')
    found = reader.read(docx(body, parts={"comments.xml": comments}), "s", 0, 0)
    assert [(each.text, each.paragraph) for each in found.notes] == [("Where?", None)]
    assert found.paragraphs[0].text == "One two"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('<w:ins w:id="1"><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del>' + run("here") + "</w:ins>", "here"),
        ('<w:del w:id="1"><w:ins w:id="2"><w:r><w:t>gone</w:t></w:r></w:ins></w:del>' + run("here"), "here"),
        ('<w:moveTo w:id="1"><w:ins w:id="2">' + run("here") + "</w:ins></w:moveTo>", "here"),
        ('<w:ins w:id="1"><w:hyperlink w:anchor="x">' + run("here") + "</w:hyperlink></w:ins>", "here"),
        ("<w:sdt><w:sdtContent><w:sdt><w:sdtContent>" + run("here") + "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>", "here"),
    ],
)
def test_nested_changes_and_controls_are_corrected_inside(inner: str, text: str) -> None:
    data = docx(para("It is ", inner, "."))
    assert texts(data) == [f"It is {text}."]
    story = session(data)
    put(story, 0, 1, "It is there.")
    for made in (render(story.manuscript), patched(story.manuscript.files[0].original, story.paragraphs, "s", Revision())):  # type: ignore[arg-type]
        assert texts(made) == texts(settled(made, accept=True)) == ["It is there."]


@pytest.mark.parametrize("words", ["👩‍🚀 she flew.", "a\u00a0b\u200bc\u2060d", "שלום עולם", "e\u0301te\u0301", "\ufeffx"])
def test_characters_of_every_kind_survive_a_correction(words: str) -> None:
    story = session(docx(para(run(words, "<w:rtl/>"), " end")))
    put(story, 0, 1, f"{words} End, then")
    assert texts(render(story.manuscript)) == [f"{words} End, then"]


def test_text_boxes_and_equations_are_corrected_round() -> None:
    box = "<w:r><w:pict><v:textbox><w:txbxContent>" + para("Boxed words") + "</w:txbxContent></v:textbox></w:pict></w:r>"
    equation = "<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>"
    story = session(docx(para("Host ", box, "and ", equation, " more")))
    put(story, 0, 2, "Hosts and  most", "Boxed word")
    saved = render(story.manuscript)
    assert texts(saved) == ["Hosts and  most", "Boxed word"]
    assert equation in main_part(saved) and "<w:txbxContent>" in main_part(saved)


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
