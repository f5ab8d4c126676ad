# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument files as LibreOffice writes them, and as nobody should."""

from __future__ import annotations

import pytest

from redraft.formats.errors import Broken, Protected, Unsafe
from redraft.formats.odt.codec import read
from redraft.manuscript.marks import MarkKind
from tests.formats.odt.made import content, odt
from tests.formats.shown import lines
from tests.formats.zips import zipped


def shown(text: str) -> list[str]:
    return lines(read(odt(text), "story.odt", 0, 0).paragraphs)


P = '<text:p text:style-name="Standard">{}</text:p>'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("He <text:span text:style-name='Emphasis'>never <text:span text:style-name='T1'>both</text:span></text:span> said", "He [i:never [b:both]] said"),
        ("<text:span text:style-name='T2'>u</text:span><text:span text:style-name='Round'>n</text:span>", "[u:u]n"),
        ("<text:span text:style-name='T5'>x</text:span>", "[^:[c:[s:x]]]"),
        ("<text:span text:style-name='T3'>mot</text:span> juste", "[l:mot] juste"),
        ("a<text:s text:c='3'/>b<text:s/> c<text:tab/>d<text:line-break/>e", "a   b  c\td⏎e"),
        ("  a \n\t b  <text:span> c</text:span>", "a b c"),
        ("see <text:a xlink:href='http://x.y/'>it</text:a>", "see [a:it]"),
        ("a<text:bookmark text:name='b'/><text:soft-page-break/>b<!-- c -->c<?p i?>d", "abcd"),
        ("a<text:span text:style-name='T4'>unseen</text:span><text:hidden-text>no</text:hidden-text>b", "ab"),
        ("x<text:note text:id='n1'><text:note-citation>1</text:note-citation><text:note-body><text:p>A  note.</text:p></text:note-body></text:note>y", "x{note:A note.}y"),
        ("<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>up</text:ruby-text></text:ruby>", "base"),
        ("page <text:page-number>3</text:page-number>", "page 3"),
        ("a<draw:frame draw:name='Pic'><draw:image xlink:href='http://example.org/i.png'/></draw:frame>b", "a{image:Pic}b"),
        ("שלום 😀 e\u0301 a\u00a0b\u200bc\u202ed", "שלום 😀 e\u0301 a\u00a0b\u200bc\u202ed"),
    ],
)  # fmt: skip
def test_what_stands_in_a_paragraph(text: str, line: str) -> None:
    assert shown(P.format(text)) == [line]


def test_text_boxes_follow_the_paragraph_that_they_hang_on() -> None:
    inner = "<draw:frame><draw:text-box><text:p>deep</text:p></draw:text-box></draw:frame>"
    document = read(odt(
        P.format(f"a<draw:frame draw:name='F'><draw:text-box><text:p>box {inner}</text:p><text:p>two</text:p></draw:text-box></draw:frame>b")
        + P.format("c<draw:custom-shape><text:p>in a shape</text:p></draw:custom-shape>")
        + "<draw:frame><draw:text-box><text:p>on the page</text:p></draw:text-box></draw:frame>"
    ), "story.odt", 0, 0)  # fmt: skip
    assert lines(document.paragraphs) == ["a{object:F}b", "box {object:}", "deep", "two", "c", "in a shape", "on the page"]
    assert [each.sentence for each in document.losses] == ["4 text boxes are shown as paragraphs; they stay as they are in the file."]


def test_shapes() -> None:
    text = (
        "<text:sequence-decls/><text:p text:style-name='Title'>T</text:p><text:h text:style-name='P3' text:outline-level='2'>H</text:h>"
        "<text:p text:style-name='Heading_20_1'>By style</text:p><text:p text:style-name='P1'>Dear</text:p>"
        "<text:p text:style-name='P2'>q</text:p><text:section><text:p/></text:section><text:p text:style-name='Horizontal_20_Line'/>"
        "<text:list text:style-name='L1'><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p>"
        "</text:list-item></text:list></text:list-item></text:list><text:section text:display='none'><text:p>no</text:p></text:section>"
        "<text:table-of-content><text:index-body><text:p>toc</text:p></text:index-body></text:table-of-content>"
        "<table:table><table:table-row><table:table-cell table:number-columns-repeated='2000'><text:p>c</text:p></table:table-cell>"
        "</table:table-row></table:table><text:p>end</text:p>"
    )
    document = read(odt(text), "story.odt", 3, 7)
    assert lines(document.paragraphs) == [
        "= T", "## H", "# By style", "<centre> [i:Dear]", "> q", "", "~ * * *", "- a", "  1. b", "toc", "| c", "end",
    ]  # fmt: skip
    assert [each.id for each in document.paragraphs] == list(range(7, 19))
    assert {each.file for each in document.paragraphs} == {3}
    assert [each.gap for each in document.paragraphs[-2:]] == ["\n", ""]
    assert [each.tied for each in document.paragraphs] == [str(number) for number in range(12)]
    assert [each.sentence for each in document.losses] == [
        "1 table is shown as text; it stays as it is in the file.",
    ]


CHANGES = (
    "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><office:change-info><dc:creator>Ann</dc:creator>"
    "<dc:date>2024-01-02T03:04:05</dc:date></office:change-info><text:p>gone</text:p></text:deletion></text:changed-region>"
    "<text:changed-region text:id='c2'><text:insertion><office:change-info><dc:creator>Ben</dc:creator><dc:date>2024-02-03T00:00:00</dc:date>"
    "</office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
)


def test_tracked_changes_are_read_as_if_accepted() -> None:
    text = CHANGES + P.format("a <text:change text:change-id='c1'/>b<text:change-start text:change-id='c2'/> new") + P.format("too<text:change-end text:change-id='c2'/> c")
    paragraphs = read(odt(text), "story.odt", 0, 0).paragraphs
    assert lines(paragraphs) == ["a {deleted:gone}b[+: new]", "[+:too] c"]
    inserted = next(each for each in paragraphs[0].marks if each.kind is MarkKind.INSERTED)
    assert (inserted.value, inserted.key) == ("Ben 2024-02-03T00:00:00", "c2")


def test_comments_become_notes_of_the_file() -> None:
    head = "<dc:creator>Ann</dc:creator><dc:date>2024-01-02T03:04:05.000</dc:date>"
    text = (
        P.format(f"He <office:annotation office:name='a1' loext:resolved='true'>{head}<text:p>Why?</text:p><text:p>Really.</text:p></office:annotation>left<office:annotation-end office:name='a1'/> her")
        + P.format(f"x<office:annotation office:name='a2' loext:parent-name='a1'>{head}<text:p>Because.</text:p></office:annotation>y<office:annotation><text:p>here</text:p></office:annotation>")
    )
    document = read(odt(text), "story.odt", 0, 5)
    assert lines(document.paragraphs) == ["He [#:left] her", "xy{comment:}"]
    first, second = document.notes
    assert (first.key, first.author, first.time, first.text, first.resolved) == ("a1", "Ann", "2024-01-02T03:04:05", "Why?\nReally.", True)
    assert (first.paragraph, first.start, first.replies[0].text) == (5, 3, "Because.")
    assert (second.text, second.paragraph, second.start) == ("here", 6, 2)


def test_a_giant_paragraph_is_shown_in_pieces_that_keep_its_looks() -> None:
    sentence = "It went on and on, and nobody knew why. "
    paragraphs = read(odt(P.format(sentence * 400 + "<text:span text:style-name='Emphasis'>At last.</text:span>")), "s", 0, 0).paragraphs
    assert len(paragraphs) > 1
    assert "".join(each.text + each.gap for each in paragraphs) == sentence * 400 + "At last."
    assert lines(paragraphs)[-1].endswith("why. [i:At last.]")
    assert {each.tied for each in paragraphs} == {"0"}


def test_without_its_styles_a_text_is_still_read() -> None:
    assert lines(read(odt(P.format("words"), **{"styles.xml": ""}), "s", 0, 0).paragraphs) == ["words"]


def test_macros_are_kept_and_said() -> None:
    assert "never runs them" in read(odt("", **{"Basic/Standard/Module1.xml": "<x/>"}), "s.odt", 0, 0).notices[0]


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (odt(P.format("a"))[:-300], Broken, "damaged"), (zipped({"a": "b"}), Broken, "no text in it"),
        (zipped({"content.xml": "<a/>"}), Broken, "no text in it"), (zipped({"content.xml": "<a>"}), Broken, "XML is not whole"),
        (zipped([("content.xml", content("")), ("content.xml", content(""))]), Broken, "two of its parts"),
        (odt("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), Protected, "password"),
        (zipped({"content.xml": content("").replace("?>", "?><!DOCTYPE a [<!ENTITY b 'c'>]>", 1)}), Unsafe, "document type"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_opened(data: bytes, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        read(data, "story.odt", 0, 0)


def test_an_empty_text_is_one_empty_paragraph() -> None:
    assert [each.text for each in read(odt(""), "s", 0, 0).paragraphs] == [""]


def test_hidden_text_is_told() -> None:
    document = read(odt(P.format("a<text:span text:style-name='T4'>unseen</text:span>") + P.format("b")), "story.odt", 0, 0)
    assert [each.sentence for each in document.losses] == ["1 passage of hidden text is not shown; it stays as it is in the file."]
