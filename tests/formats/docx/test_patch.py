# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving changes what was changed, and nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from redraft.formats.docx.hands import Revision
from redraft.formats.docx.order import PARAGRAPH, RUN
from redraft.formats.docx.patch import patched
from redraft.formats.docx.revisions import settled
from redraft.formats.registry import render
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.session import Session
from redraft.manuscript.shape import ShapeKind
from tests.formats.docx.made import docx, main_part, para, paragraphs, put, run, session, shown, texts

NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
LINK = f'<w:hyperlink w:anchor="x">{run("a link")}</w:hyperlink>'
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
RICH = docx(
    para("Chapter One", style="Heading1"),
    para("He was ", run("so very", "<w:i/>"), " tired.", NOTE, " He left."),
    para("See ", LINK, ", page ", FIELD, ".", properties='<w:jc w:val="right"/>'),
    para("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"),
    "<w:tbl><w:tr><w:tc>" + para("cell one") + "</w:tc><w:tc>" + para("cell two") + "</w:tc></w:tr></w:tbl>",
    para("The ", '<w:ins w:id="7" w:author="Ann" w:date="2026-01-01T00:00:00Z">' + run("very ") + "</w:ins>", "end."),
)


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {each: opened.read(each) for each in opened.namelist()}


def edited(index: int, new: str) -> bytes:
    story = session(RICH)
    put(story, index, index + 1, new)
    return render(story.manuscript)


def test_without_an_edit_it_is_the_same_file() -> None:
    story = session(RICH)
    assert render(story.manuscript) == RICH
    put(story, 1, 2, "Something else.")
    story.undo()
    assert render(story.manuscript) == RICH


def test_all_other_parts_are_untouched() -> None:
    before, after = entries(RICH), entries(edited(1, "He was tired."))
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


@pytest.mark.parametrize(
    ("index", "new", "xml"),
    [
        (1, "He was so quite tired. He left.", run("so quite", "<w:i/>")),
        (1, "He was, so very tired. He left.", '>He was, <'),
        (1, "He was so very tired, though. He left.", 'xml:space="preserve"> tired, though.</w:t></w:r>' + NOTE),
        (2, "See a new link, page 7.", f'<w:hyperlink w:anchor="x">{run("a new link")}</w:hyperlink>'),
        (2, "See a link now, page 7.", '</w:hyperlink><w:r><w:t xml:space="preserve"> now, page </w:t></w:r>'),
        (2, "See a link, page 7!", '<w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve">!</w:t>'),
        (3, "One\tnew\u2028three", "<w:t>One</w:t><w:tab/><w:t>new</w:t><w:br/><w:t>three</w:t>"),
        (3, "One two\u2028three", "<w:t>One</w:t><w:t xml:space=\"preserve\"> </w:t><w:t>two</w:t><w:br/>"),
        (4, "cell 1", "<w:tc><w:p><w:r><w:t xml:space=\"preserve\">cell 1</w:t></w:r></w:p></w:tc>"),
        (6, "The very last end.", "</w:ins><w:r><w:t xml:space=\"preserve\">last end.</w:t></w:r>"),
    ],
)  # fmt: skip
def test_only_the_words_change(index: int, new: str, xml: str) -> None:
    data = edited(index, new)
    assert texts(data)[index] == new
    assert xml in main_part(data)


def test_a_parted_insertion_gets_an_id_of_its_own() -> None:
    story = session(RICH)
    put(story, 6, 7, "The ve", "ry end.")
    xml = main_part(render(story.manuscript))
    assert xml.count("<w:ins ") == 2 and xml.count('<w:ins w:id="7"') == 1


def test_a_run_whose_looks_were_tracked_is_parted_with_one_id_each() -> None:
    noted = run("one two three", '<w:i/><w:rPrChange w:id="4" w:author="A"><w:rPr/></w:rPrChange>')
    story = session(docx(para(noted)))
    put(story, 0, 1, "one 2 three")
    made = main_part(patched(story.manuscript.files[0].original, story.paragraphs, "s", Revision()))  # type: ignore[arg-type]
    ids = re.findall(r'<w:(?:rPrChange|ins|del) w:id="(\d+)"', made)
    assert len(ids) == len(set(ids)) >= 4


def test_a_drop_cap_is_corrected_and_its_paragraph_parted() -> None:
    cap = para("T", properties='<w:framePr w:dropCap="drop"/>')
    story = session(docx(cap, para("he lamp went out. He saw it.")))
    put(story, 0, 1, "The lamps went out.", "He saw it.")
    saved = render(story.manuscript)
    assert texts(saved) == ["The lamps went out.", "He saw it."]
    assert main_part(saved).count("framePr") == 1


def test_joining_across_cells_moves_the_words() -> None:
    data = docx("<w:tbl><w:tr><w:tc>" + para("one ") + "</w:tc><w:tc>" + para(run("two", "<w:b/>")) + "</w:tc></w:tr></w:tbl>")
    story = session(data)
    put(story, 0, 2, "one two")
    made = patched(story.manuscript.files[0].original, story.paragraphs, "s", Revision())  # type: ignore[arg-type]
    for found in (render(story.manuscript), made, settled(made, accept=True)):
        assert shown(paragraphs(found)) == [("one two", ["bold:two"]), ("", [])]
    assert texts(settled(made, accept=False)) == texts(data)


def test_words_put_in_before_joined_ones_stay_before_them() -> None:
    story = session(docx(para(), para("end,he")))
    put(story, 0, 2, "lampend,he")
    assert texts(render(story.manuscript)) == ["lampend,he"]


def test_a_new_paragraph_is_like_its_neighbour() -> None:
    story = session(RICH)
    put(story, 2, 3, "See a link, page 7.", "And on.")
    data = render(story.manuscript)
    assert texts(data)[2:4] == ["See a link, page 7.", "And on."]
    assert paragraphs(data)[3].shape == paragraphs(RICH)[2].shape


def test_after_a_heading_comes_body() -> None:
    story = session(RICH)
    put(story, 0, 1, "Chapter One", "It began.")
    assert [each.shape.kind for each in paragraphs(render(story.manuscript))][:2] == [ShapeKind.HEADING, ShapeKind.BODY]


def test_splitting_and_joining_keep_what_is_in_the_words() -> None:
    story = session(RICH)
    put(story, 1, 2, "He was so", "very tired. He left.")
    data = render(story.manuscript)
    assert shown(paragraphs(data))[1:3] == [("He was so", ["italic:so"]), ("very tired. He left.", ["italic:very"])]
    assert main_part(data).count("footnoteReference") == 1
    again = session(data)
    put(again, 1, 3, "He was so very tired. He left.")
    joined = shown(paragraphs(render(again.manuscript)))[1]
    assert joined == ("He was so very tired. He left.", ["italic:so", "italic:very"])


def test_a_deleted_paragraph_takes_its_footnote_along_but_no_end_of_a_bookmark() -> None:
    data = docx(para("One", '<w:bookmarkStart w:id="1" w:name="b"/>'), para("two", NOTE, '<w:bookmarkEnd w:id="1"/>'), para("three"))
    story = session(data)
    put(story, 1, 2)
    xml = main_part(render(story.manuscript))
    assert "footnoteReference" not in xml and "two" not in xml
    assert xml.index("bookmarkStart") < xml.index("bookmarkEnd")


def test_a_paragraph_moved_keeps_its_words() -> None:
    story = session(docx(para("One"), para("two"), para("three")))
    moved = [replace(story.paragraphs[at], gap=gap) for at, gap in ((2, "\n"), (0, "\n"), (1, ""))]
    story.bring_back(moved, label="x", initiator="t")
    assert texts(render(story.manuscript)) == ["three", "One", "two"]


def test_the_last_paragraph_of_a_cell_and_of_a_section_stays() -> None:
    data = docx("<w:tbl><w:tr><w:tc>" + para("cell") + "</w:tc></w:tr></w:tbl>", para("a", properties="<w:sectPr/>"), para("b"))
    story = session(data)
    put(story, 0, 2)
    xml = main_part(render(story.manuscript))
    assert "<w:tc><w:p" in xml and xml.count("<w:sectPr/>") == 2


@pytest.mark.parametrize("kind", [MarkKind.ITALIC, MarkKind.BOLD, MarkKind.UNDERLINE, MarkKind.SMALL_CAPS, MarkKind.SUPERSCRIPT])
@pytest.mark.parametrize("style", ["", "Slanted"])
def test_looks_set_and_taken_are_in_the_file(kind: MarkKind, style: str) -> None:
    story = session(docx(para("One two three four", style=style)))
    story.set_look(0, 4, 0, 13, kind, True, label="x", initiator="t")
    story.set_look(0, 8, 0, 13, kind, False, label="x", initiator="t")
    data = render(story.manuscript)
    assert shown(paragraphs(data)) == shown(list(story.paragraphs))


def test_an_empty_document_takes_text() -> None:
    story = session(docx())
    put(story, 0, 1, "First words.", "And more.")
    assert texts(render(story.manuscript)) == ["First words.", "And more."]


def test_a_document_that_tracks_changes_has_ours_tracked() -> None:
    settings_part = '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:trackRevisions/></w:settings>'
    data = docx(para("He is here."), parts={"settings.xml": settings_part})
    story = session(data)
    put(story, 0, 1, "He was here.")
    saved = render(story.manuscript)
    assert texts(saved) == ["He was here."]
    assert texts(settled(saved, accept=False)) == ["He is here."]


def test_properties_stand_in_the_order_of_the_schema() -> None:
    story = session(RICH)
    for kind in (MarkKind.UNDERLINE, MarkKind.BOLD, MarkKind.SUPERSCRIPT, MarkKind.STRIKE, MarkKind.ITALIC):
        story.set_look(1, 0, 1, 14, kind, True, label="x", initiator="t")
    put(story, 2, 3, "See", "a link, page 7.")
    out = patched(story.manuscript.files[0].original, story.paragraphs, "s", Revision())  # type: ignore[arg-type]
    _in_order(out)


def _in_order(data: bytes) -> None:
    for each in etree.fromstring(main_part(data).encode()).iter():
        name = etree.QName(each).localname
        if name in ("rPr", "pPr"):
            order = RUN if name == "rPr" else PARAGRAPH
            places = [order.index(etree.QName(inner).localname) for inner in each]
            assert places == sorted(places) and len(set(places)) == len(places)


WORDS = st.lists(st.sampled_from(["word", "two words", "x,", "", "éß“”", "a\tb", "a\u2028b"]), max_size=3).map(" ".join)
DEEDS = st.lists(st.tuples(st.sampled_from(["word", "put", "cut", "split", "join", "look"]), st.integers(0, 99), st.integers(0, 99), WORDS), max_size=6)


def _do(story: Session, deed: str, one: int, two: int, text: str) -> None:
    at = one % len(story.paragraphs)
    old = story.paragraphs[at].text
    place = two % (len(old) + 1)
    if deed == "word":
        put(story, at, at + 1, old[:place] + text + old[place + len(text) :])
    elif deed == "put":
        put(story, at, at, text or "New.")
    elif deed == "cut" and len(story.paragraphs) > 1:
        put(story, at, at + 1)
    elif deed == "split":
        put(story, at, at + 1, old[:place], old[place:])
    elif deed == "join" and at + 1 < len(story.paragraphs):
        put(story, at, at + 2, old + story.paragraphs[at + 1].text)
    elif deed == "look":
        story.set_look(at, 0, at, place, MarkKind.ITALIC if one % 2 else MarkKind.BOLD, two % 3 > 0, label="x", initiator="t")


FLAT = docx(
    para("He was ", run("so very", "<w:i/>"), " tired.", NOTE, " He left."),
    para("See ", LINK, ", page ", FIELD, "."),
    para("<w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"),
    para("Last", run(" words", "<w:b/>"), "."),
)


@given(DEEDS)
@settings(max_examples=60)
def test_whatever_is_done_is_what_is_read_again(deeds: list[tuple[str, int, int, str]]) -> None:
    story = session(FLAT)
    for deed in deeds:
        _do(story, *deed)
    data = render(story.manuscript)
    assert shown(paragraphs(data)) == shown(list(story.paragraphs))
    _in_order(data)


@given(DEEDS)
@settings(max_examples=60)
def test_tracked_it_can_be_accepted_and_rejected(deeds: list[tuple[str, int, int, str]]) -> None:
    story = session(FLAT)
    for deed in deeds:
        _do(story, *deed)
    original = story.manuscript.files[0].original
    assert original is not None
    data = patched(original, story.paragraphs, "s", Revision("Ann"))
    now = [each.text for each in story.paragraphs]
    assert texts(data) == now
    assert texts(settled(data, accept=True)) == now
    assert shown(paragraphs(settled(data, accept=False))) == shown(paragraphs(FLAT))
    _in_order(data)
