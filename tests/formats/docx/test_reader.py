# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of a Word document."""

from __future__ import annotations

import gc

import pytest

from redraft.formats.docx.names import STRICT, W
from redraft.formats.docx.reader import read
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.shape import Align, Shape, ShapeKind
from tests.formats.docx.made import SPACES, docx, main_part, para, paragraphs, run, shown, texts
from tests.formats.zips import zipped

FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
BOX = '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (para("One ", "two."), ["One two."]),
        (para("One") + para() + para("Two"), ["One", "", "Two"]),
        (para("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r>"), ["a\tb\u2028c\u2011d\u00ad"]),
        (para('<w:r><w:sym w:font="Symbol" w:char="2022"/></w:r>', " so"), ["• so"]),
        (para('<w:r><w:br w:type="page"/><w:t>New page</w:t></w:r>'), ["New page"]),
        (para('<w:hyperlink r:id="x">' + run("link") + "</w:hyperlink>"), ["link"]),
        (para("In ", '<w:sdt><w:sdtPr/><w:sdtContent>' + run("a control") + "</w:sdtContent></w:sdt>"), ["In a control"]),
        ("<w:sdt><w:sdtContent>" + para("Block") + "</w:sdtContent></w:sdt>", ["Block"]),
        (para("Page ", FIELD.format("PAGE", run("7")), " of it"), ["Page 7 of it"]),
        (para('<w:fldSimple w:instr="DATE">' + run("today") + "</w:fldSimple>"), ["today"]),
        (para(FIELD.format("TOC", "")[:-len('<w:r><w:fldChar w:fldCharType="end"/></w:r>')]) + para("Entry") + para('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "After"), ["", "Entry", "After"]),
        (para("He ", '<w:ins w:id="1" w:author="A" w:date="d">' + run("was ") + "</w:ins>", '<w:del w:id="2"><w:r><w:delText>is </w:delText></w:r></w:del>', "here"), ["He was here"]),
        (para('<w:moveFrom w:id="1">' + run("gone") + "</w:moveFrom>", '<w:moveTo w:id="2">' + run("come") + "</w:moveTo>"), ["come"]),
        (para("One ", properties='<w:rPr><w:del w:id="3"/></w:rPr>') + para("two"), ["One two"]),
        ("<w:tbl><w:tr><w:tc>" + para("a") + "</w:tc><w:tc>" + para("b") + "</w:tc></w:tr></w:tbl>" + para("c"), ["a", "b", "c"]),
        ("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + para("a") + "</w:tc></w:tr></w:tbl>" + para("c"), ["c"]),
        (para("Host", BOX.format(para("Boxed"))) + para("Next"), ["Host", "Boxed", "Next"]),
        (para("seen", run("hidden", "<w:vanish/>")), ["seen"]),
        (para("x ", "<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>", " z"), ["x  z"]),
        (para("<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>"), ["漢"]),
        (para("<w:r><w:t> trimmed </w:t></w:r>"), ["trimmed"]),
        (para("👩‍🚀 no\u00a0break\u200b"), ["👩‍🚀 no\u00a0break\u200b"]),
        (para(run("שלום", "<w:rtl/>")), ["שלום"]),
        ("", [""]),
        (para("D", properties='<w:framePr w:dropCap="drop" w:lines="3"/>') + para("rop") + para("two"), ["Drop", "two"]),
        (para("D", properties='<w:framePr w:w="10"/>') + para("rop"), ["D", "rop"]),
        (para("end.", '<w:r><w:br w:type="page"/></w:r>', "Start"), ["end.\u2028Start"]),
        (para("end.", '<w:r><w:br w:type="page"/></w:r>'), ["end."]),
        (para("One ", properties='<w:rPr><w:moveFrom w:id="3"/></w:rPr>') + '<w:moveFromRangeEnd w:id="2"/>' + para("two"), ["One two"]),
        (para("One ", properties='<w:rPr><w:del w:id="3"/></w:rPr>') + "<w:tbl><w:tr><w:tc>" + para("cell") + "</w:tc></w:tr></w:tbl>", ["One ", "cell"]),
        ("</w:body><w:body>" + para("Second body"), ["Second body"]),
        ('<w:p xml:space="preserve"><w:r><w:t>a </w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>', ["a b"]),
    ],
)  # fmt: skip
def test_text(body: str, expected: list[str]) -> None:
    assert texts(docx(body, links={"x": "https://example.org"})) == expected


@pytest.mark.parametrize(
    ("inner", "style", "looks"),
    [
        (run("so", "<w:i/>"), "", ["italic:so"]),
        (run("so", '<w:i w:val="0"/>'), "Slanted", []),
        (run("so"), "Slanted", ["italic:so"]),
        (run("so", '<w:rStyle w:val="Emphasis"/>'), "Slanted", []),
        (run("so", '<w:rStyle w:val="Strong"/>'), "", ["bold:so", "italic:so"]),
        (run("so", "<w:b/><w:strike/>"), "", ["bold:so", "strike:so"]),
        (run("so", '<w:u w:val="single"/>'), "", ["underline:so"]),
        (run("so", '<w:u w:val="none"/>'), "", []),
        (run("2", '<w:vertAlign w:val="superscript"/>'), "", ["superscript:2"]),
        (run("so", "<w:smallCaps/>"), "", ["small-caps:so"]),
        (run("so", "<w:b/>"), "Heading1", []),
        (run("so", "<w:i/>"), "Heading1", ["italic:so"]),
    ],
)
def test_looks(inner: str, style: str, looks: list[str]) -> None:
    assert shown(paragraphs(docx(para(inner, style=style))))[0][1] == looks


@pytest.mark.parametrize(
    ("style", "properties", "shape"),
    [
        ("", "", Shape()),
        ("Title", "", Shape(ShapeKind.TITLE, 0, Align.CENTRE)),
        ("Heading2", "", Shape(ShapeKind.HEADING, 2, Align.CENTRE)),
        ("", '<w:outlineLvl w:val="0"/>', Shape(ShapeKind.HEADING, 1)),
        ("Quote", "", Shape(ShapeKind.QUOTE)),
        ("Verse", '<w:jc w:val="right"/>', Shape(ShapeKind.VERSE, 0, Align.RIGHT)),
        ("SceneBreak", "", Shape(ShapeKind.MARK, 0, Align.CENTRE)),
        ("", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>', Shape(ShapeKind.ITEM, 1)),
        ("", '<w:numPr><w:numId w:val="0"/></w:numPr>', Shape()),
        ("Unknown", "", Shape()),
    ],
)
def test_shapes(style: str, properties: str, shape: Shape) -> None:
    assert paragraphs(docx(para("Words", style=style, properties=properties)))[0].shape == shape


def test_a_large_first_letter_does_not_shape_its_paragraph() -> None:
    cap = para("D", properties='<w:framePr w:dropCap="drop"/><w:jc w:val="right"/>')
    assert paragraphs(docx(cap, para("rop", style="Quote")))[0].shape == Shape(ShapeKind.QUOTE)


def test_numbered_lists_are_told_from_bullets() -> None:
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    data = docx(para("One", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), parts={"numbering.xml": numbering})
    assert paragraphs(data)[0].shape == Shape(ShapeKind.ITEM, 0, Align.NONE, True)


def test_an_empty_paragraph_with_a_line_is_a_scene_mark() -> None:
    rule = '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'
    border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    assert [each.shape.kind for each in paragraphs(docx(para(rule), para(properties=border)))] == [ShapeKind.MARK] * 2


def test_links_notes_and_tracked_changes_are_marks() -> None:
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>See there.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    body = para(
        "a ", f'<w:hyperlink r:id="x">{run("link")}</w:hyperlink>', '<w:r><w:footnoteReference w:id="2"/></w:r>',
        f'<w:ins w:id="1" w:author="Ann" w:date="2026">{run(" new")}</w:ins>',
        '<w:del w:id="2" w:author="Ann"><w:r><w:delText>old</w:delText></w:r></w:del>',
    )
    marks = paragraphs(docx(body, parts={"footnotes.xml": notes}, links={"x": "https://example.org"}))[0].marks
    assert marks == (
        Mark(2, 6, MarkKind.LINK, "https://example.org"),
        Mark(6, 6, MarkKind.NOTE, "See there.", "footnote:2"),
        Mark(6, 10, MarkKind.INSERTED, "Ann · 2026"),
        Mark(10, 10, MarkKind.DELETED, "old", "Ann"),
    )


def test_what_is_in_another_language_is_marked() -> None:
    body = para("English words here ", run("mon dieu", '<w:lang w:val="fr-FR"/>'))
    assert paragraphs(docx(body))[0].marks == (Mark(19, 27, MarkKind.LANGUAGE, "fr-FR"),)


def test_comments_have_place_replies_and_state() -> None:
    comments = (
        f'<w:comments {SPACES}>'
        '<w:comment w:id="0" w:author="Bea" w:date="2026-01-02T03:04:05Z"><w:p w14:paraId="0A"><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
        '<w:comment w:id="1" w:author="Cy"><w:p w14:paraId="0B"><w:r><w:t>Because.</w:t></w:r></w:p></w:comment>'
        '<w:comment w:id="5" w:author="Lost"><w:p><w:r><w:t>Nowhere.</w:t></w:r></w:p></w:comment></w:comments>'
    )
    extended = f'<w15:commentsEx {SPACES}><w15:commentEx w15:paraId="0A" w15:done="1"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></w15:commentsEx>'
    body = para("One ", '<w:commentRangeStart w:id="0"/>', "two") + para("three", '<w:commentRangeEnd w:id="0"/>', '<w:r><w:commentReference w:id="0"/></w:r>', " four")
    found = read(docx(body, parts={"comments.xml": comments, "commentsExtended.xml": extended}), "s", 0, 10)
    first, lost = found.notes
    assert (first.author, first.time, first.text, first.resolved) == ("Bea", "2026-01-02T03:04:05Z", "Why?", True)
    assert [each.text for each in first.replies] == ["Because."]
    assert (first.paragraph, first.start) == (10, 4)
    assert lost.paragraph is None
    assert [(each.start, each.end, each.key) for p in found.paragraphs for each in p.marks] == [(4, 7, "0"), (0, 5, "0")]


def test_what_is_not_held_is_said() -> None:
    table = "<w:tbl><w:tr><w:tc>" + para("a") + "</w:tc></w:tr></w:tbl>"
    found = read(docx(table, table, para("<w:r><w:drawing/></w:r>", "<m:oMath/>")), "s", 0, 0)
    sentences = " ".join(each.sentence for each in found.losses)
    assert "2 tables are shown as text" in sentences
    assert "1 picture" in sentences and "1 equation" in sentences


def test_garbage_is_collected_again_after_reading() -> None:
    texts(docx(para("x")))
    assert gc.isenabled()


def test_macros_are_said_and_kept() -> None:
    data = docx(para("a"), parts={"vbaProject.bin": "x"})
    assert "macros" in read(data, "s", 0, 0).notices[0]


def test_every_text_joined_is_the_source() -> None:
    found = paragraphs(docx(para("One."), para("Two.")))
    assert [each.gap for each in found] == ["\n", ""]
    assert all(each.raw == each.text for each in found)


def test_the_strict_form_is_read() -> None:
    body = main_part(docx(para("Strict ", run("so", "<w:i/>")))).replace(W, STRICT)
    found = paragraphs(zipped({"word/document.xml": body}))
    assert shown(found) == [("Strict so", ["italic:so"])]
