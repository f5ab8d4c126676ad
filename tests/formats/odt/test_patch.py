# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving into the file as it was: what the author changed, and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.odt.codec import read as read_document
from redraft.formats.odt.names import DECLARED
from redraft.formats.registry import read, read_bytes, render
from redraft.manuscript.marks import LOOKS, Mark, MarkKind
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Session
from tests.formats.odt.made import odt
from tests.formats.shown import lines

NOTE = '<text:note text:id="n{0}" text:note-class="footnote"><text:note-citation>{0}</text:note-citation><text:note-body><text:p>Note {0}.</text:p></text:note-body></text:note>'
TEXT = (
    '<text:h text:style-name="Heading_20_1" text:outline-level="1">The Gate</text:h>'
    '<text:p text:style-name="Standard">He <text:span text:style-name="Emphasis">never <text:span text:style-name="T1">ever</text:span></text:span>\n  came'
    + NOTE.format(1) + ' back<text:s text:c="2"/>then.<text:tab/>So<text:line-break/>it goes.</text:p>\n'
    '<text:p text:style-name="P2">See <text:a xlink:href="http://x.y/">the map</text:a>, she <!-- kept --><text:bookmark text:name="b"/>said.</text:p>'
    '<text:list text:style-name="L1"><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>'
    '<text:p text:style-name="P1">Dear <draw:frame draw:name="Pic"><draw:image xlink:href="Pictures/a.png"/></draw:frame>Ann</text:p>'
    '<text:p text:style-name="Standard"/><table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell></table:table-row></table:table>'
    '<text:p text:style-name="Standard">The end' + NOTE.format(2) + ".</text:p>"
)  # fmt: skip


@pytest.fixture
def manuscript(tmp_path: Path) -> Manuscript:
    path = tmp_path / "story.odt"
    path.write_bytes(odt(TEXT))
    return read(path).manuscript


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {each.filename: opened.read(each) for each in opened.infolist()}


def after(manuscript: Manuscript, changes: dict[int, list[str]]) -> tuple[list[str], str]:
    """The lines and the content.xml after paragraphs (by number) gave way to others and the file was saved."""
    session = Session(manuscript)
    for number in sorted(changes, reverse=True):
        session.replace(number, number + 1, changes[number], label="edit", initiator="test")
    data = render(session.manuscript)
    saved = read_document(data, "story.odt", 0, 0)
    assert [each.text for each in saved.paragraphs] == [each.text for each in session.paragraphs]
    before, now = parts(render(manuscript)), parts(data)
    assert list(before) == list(now)
    assert {name for name in now if now[name] != before[name]} <= {"content.xml"}
    assert data[30:38] == b"mimetype"
    return lines(saved.paragraphs), now["content.xml"].decode()


def test_a_file_that_was_not_edited_is_the_same_file(manuscript: Manuscript) -> None:
    original = manuscript.files[0].original
    assert original is not None and render(manuscript) == original.data


@pytest.mark.parametrize(
    ("number", "text", "line"),
    [
        (1, "He never ever came home  then.\tSo\u2028it goes.", "He [i:never [b:ever]] came{note:Note 1.} home  then.\tSo⏎it goes."),
        (1, "He hardly ever came back  then.\tSo\u2028it goes.", "He [i:hardly [b:ever]] came{note:Note 1.} back  then.\tSo⏎it goes."),
        (1, "He never came back  then. So it goes.", "He [i:never ]came{note:Note 1.} back  then. So it goes."),
        (1, "Oh, he never ever came back  then.\tSo\u2028it\u2028goes, a\tb   c.", "Oh, he [i:never [b:ever]] came{note:Note 1.} back  then.\tSo⏎it⏎goes, a\tb   c."),
        (1, " He never ever came back then.\tSo\u2028it goes. ", " He [i:never [b:ever]] came{note:Note 1.} back then.\tSo⏎it goes. "),
        (2, "See the old map, she had said.", "> See [a:the old map], she had said."),
        (2, "See the maps, she said.", "> See [a:the map]s, she said."),
        (4, "Dearest Ann & <co>", "<centre> [i:Dearest {image:Pic}Ann & <co>]"),
        (6, "Something", "<centre> [i:Something]"),
        (7, "a cell", "| a cell"),
    ],
)
def test_words_are_changed_where_they_stand(manuscript: Manuscript, number: int, text: str, line: str) -> None:
    number = {4: 5}.get(number, number)
    found, _ = after(manuscript, {number: [text]})
    assert found[number] == line.replace("<centre> [i:Something]", "Something")


def test_untouched_paragraphs_keep_every_byte_of_their_xml(manuscript: Manuscript) -> None:
    _, content = after(manuscript, {8: ["The very end."]})
    assert "\n  came<text:note" in content and "she <!-- kept --><text:bookmark" in content


def test_new_paragraphs_take_their_neighbours_style(manuscript: Manuscript) -> None:
    found, content = after(manuscript, {0: ["The Gate", "New body."], 3: ["one", "and a half"], 7: ["cell", "more"]})
    assert found[:2] == ["# The Gate", "New body."]
    assert found[4:7] == ["- one", "- and a half", "- two"]
    assert found[9:11] == ["| cell", "| more"]
    assert content.count("<text:list-item>") == 3


def test_splitting_and_joining_take_notes_along(manuscript: Manuscript) -> None:
    session = Session(manuscript)
    session.replace(1, 2, ["He never ever", "came back  then.\tSo\u2028it goes."], label="split", initiator="test")
    found = lines(read_document(render(session.manuscript), "s", 0, 0).paragraphs)
    assert found[1:3] == ["He [i:never [b:ever]]", "came{note:Note 1.} back  then.\tSo⏎it goes."]
    whole = session.paragraphs[1].text + " " + session.paragraphs[2].text
    session.replace(1, 3, [whole], label="join", initiator="test")
    found = lines(read_document(render(session.manuscript), "s", 0, 0).paragraphs)
    assert found[1] == "He [i:never [b:ever]] came{note:Note 1.} back  then.\tSo⏎it goes."


def test_deleted_paragraphs_leave_no_empty_lists(manuscript: Manuscript) -> None:
    found, content = after(manuscript, {3: [], 4: [], 7: []})
    assert found[3] == "<centre> [i:Dear {image:Pic}Ann]"
    assert "<text:list " not in content and "<table:table-cell/>" in content


def test_everything_deleted_and_written_anew(manuscript: Manuscript) -> None:
    session = Session(manuscript)
    session.replace(0, len(session.paragraphs), ["Another story."], label="all", initiator="test")
    assert [each.text for each in read_document(render(session.manuscript), "s", 0, 0).paragraphs] == ["Another story."]


def test_looks_that_the_author_sets_become_spans(manuscript: Manuscript) -> None:
    session = Session(manuscript)
    session.set_look(1, 0, 1, 8, MarkKind.ITALIC, False, label="plain", initiator="test")
    session.set_look(2, 0, 2, 3, MarkKind.BOLD, True, label="bold", initiator="test")
    session.set_look(2, 8, 2, 11, MarkKind.SUPERSCRIPT, True, label="raised", initiator="test")
    data = render(session.manuscript)
    found = read_document(data, "s", 0, 0).paragraphs
    assert lines(found)[1:3] == [
        "He never [i:[b:ever]] came{note:Note 1.} back  then.\tSo⏎it goes.".replace("never [i:[b:ever]]", "never[i: [b:ever]]"),
        "> [b:See] [a:the [^:map]], she said.",
    ]
    assert parts(data)["content.xml"].count(b'style:name="Redraft') == 3


WORDS = st.sampled_from(["never", "Pic", "then.", "  ", " ", "\t", "\u2028", "“Oh,”", "é😀", "&<", "map", ""])


@given(st.data())
def test_any_edit_is_saved_as_it_was_made(data: st.DataObject) -> None:
    source = read_source()
    session = Session(source)
    for _ in range(data.draw(st.integers(1, 4))):
        first = data.draw(st.integers(0, len(session.paragraphs) - 1))
        last = data.draw(st.integers(first, min(first + 2, len(session.paragraphs) - 1)))
        text = session.paragraphs[first].text
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        new = text[:start] + "".join(data.draw(st.lists(WORDS, max_size=3))) + text[end:]
        texts = [new, *data.draw(st.lists(WORDS, max_size=2))]
        session.replace(first, last + 1, texts, label="edit", initiator="test")
    paragraphs = read_document(render(session.manuscript), "s", 0, 0).paragraphs
    assert [each.text for each in paragraphs] == [each.text for each in session.paragraphs]
    for one, other in zip(paragraphs, session.paragraphs, strict=True):
        assert looks(one.marks, one.text) == looks(other.marks, one.text)


def read_source() -> Manuscript:
    return read_bytes(odt(TEXT), "story.odt").manuscript


def looks(marks: tuple[Mark, ...], text: str) -> set[tuple[int, MarkKind]]:
    """The characters and their looks; tabs and line breaks have none that could be seen."""
    return {(place, each.kind) for each in marks if each.kind in LOOKS for place in range(each.start, each.end) if not text[place].isspace()}


NESTED = "<text:list><text:list-item><text:p>one</text:p><text:p>more</text:p><text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item></text:list><text:p>end</text:p>"


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_paragraph_put_into_nested_lists_stands_where_it_was_put(at: int) -> None:
    session = Session(read_bytes(odt(NESTED), "s").manuscript)
    session.replace(at, at, ["new"], label="new", initiator="test")
    found = lines(read_document(render(session.manuscript), "s", 0, 0).paragraphs)
    expected = ["- one", "- more", "  - deep", "end"]
    assert found == [*expected[:at], "  - new" if at == 3 else "- new", *expected[at:]]


@pytest.mark.parametrize(("before", "line"), [("<text:p text:style-name='Horizontal_20_Line'/>", "~ * * *"), ("<text:p text:style-name='Unseen'>no <text:span text:style-name='Seen'>yes</text:span></text:p>", "yes")])
def test_a_new_paragraph_is_neither_hidden_nor_ruled_off_by_its_neighbours_style(before: str, line: str) -> None:
    styles = "<office:styles><style:style style:name='Unseen' style:family='paragraph'><style:text-properties text:display='none'/></style:style><style:style style:name='Seen' style:family='text'><style:text-properties text:display='true'/></style:style>"
    data = odt(before, **{"styles.xml": f"<office:document-styles {DECLARED}>{styles}<style:style style:name='Horizontal_20_Line' style:display-name='Horizontal Line' style:family='paragraph'/></office:styles></office:document-styles>"})
    session = Session(read_bytes(data, "s").manuscript)
    session.replace(1, 1, ["", "new"], label="new", initiator="test")
    assert lines(read_document(render(session.manuscript), "s", 0, 0).paragraphs) == [line, "", "new"]


def test_a_hidden_paragraph_stays_in_the_file_and_out_of_the_story() -> None:
    hidden = "<style:style style:name='Unseen' style:family='paragraph'><style:text-properties text:display='none'/></style:style>"
    data = odt("<text:p>a</text:p><text:p text:style-name='Unseen'>secret</text:p><text:p>b</text:p>",
               **{"styles.xml": f"<office:document-styles {DECLARED}><office:styles>{hidden}</office:styles></office:document-styles>"})  # fmt: skip
    session = Session(read_bytes(data, "s").manuscript)
    assert [each.text for each in session.paragraphs] == ["a", "b"]
    session.replace(0, 2, ["a b"], label="join", initiator="test")
    saved = render(session.manuscript)
    assert [each.text for each in read_document(saved, "s", 0, 0).paragraphs] == ["a b"]
    assert b"secret" in parts(saved)["content.xml"]


def test_a_rule_that_the_author_emptied_is_an_empty_line() -> None:
    styles = "<office:styles><style:style style:name='R' style:display-name='Horizontal Line' style:family='paragraph'/></office:styles>"
    data = odt("<text:p>a</text:p><text:p text:style-name='R'/>", **{"styles.xml": f"<office:document-styles {DECLARED}>{styles}</office:document-styles>"})
    session = Session(read_bytes(data, "s").manuscript)
    session.replace(1, 2, [""], label="cut", initiator="test")
    assert lines(read_document(render(session.manuscript), "s", 0, 0).paragraphs) == ["a", ""]
    session.replace(1, 2, ["now words", "more", ""], label="type", initiator="test")
    saved = render(session.manuscript)
    assert lines(read_document(saved, "s", 0, 0).paragraphs) == ["a", "now words", "more", ""]
    assert parts(saved)["content.xml"].count(b'style-name="R"') <= 1


BOX = (
    '<text:p>host <draw:frame draw:name="F"><draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame>words</text:p>'
    "<text:p>after</text:p>"
)


@pytest.mark.parametrize(
    ("first", "last", "texts", "wanted"),
    [
        (1, 2, ["in the small box"], ["host {object:F}words", "in the small box", "after"]),
        (0, 1, ["hosts words"], ["hosts {object:F}words", "in the box", "after"]),
        (0, 1, [], ["{object:F}", "in the box", "after"]),
        (0, 2, ["all"], ["all{object:F}", "after"]),
        (1, 2, [], ["host {object:F}words", "after"]),
        (1, 3, ["in the box after"], ["host {object:F}words", "in the box after"]),
    ],
)
def test_a_text_box_stays_while_its_words_do(tmp_path: Path, first: int, last: int, texts: list[str], wanted: list[str]) -> None:
    path = tmp_path / "story.odt"
    path.write_bytes(odt(BOX))
    session = Session(read(path).manuscript)
    session.replace(first, last, texts, label="edit", initiator="test")
    saved = read_document(render(session.manuscript), "story.odt", 0, 0)
    assert lines(saved.paragraphs) == wanted
