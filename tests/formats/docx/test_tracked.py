# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions as tracked changes: accepted they are the new one, rejected the old one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tools.evaluate_docx.office import Deed, Office, missing

from redraft.formats.docx.hands import Revision
from redraft.formats.docx.revisions import settled
from redraft.formats.docx.tracked import tracked
from redraft.formats.docx.writer import write
from redraft.formats.registry import read_bytes
from redraft.formats.rich import rich
from redraft.manuscript.model import Manuscript
from tests.formats.docx.made import docx, main_part, para, paragraphs, run, session, shown, texts

OLD = "# The Gate\n\nHe was a *rouge* ninja, and and he knew it.\n\n* * *\n\n- one thing\n\nShe left, “I know”. she said.\n\nThe end."
NEW = "# The Gate\n\nHe was a *rogue* ninja, and he knew it.\n\nA new one.\n\n* * *\n\n- one thing\n\nShe left. “I know,” she said."


def story(text: str) -> Manuscript:
    return read_bytes(text.encode(), "story.md").manuscript


def markdown(text: str) -> Manuscript:
    plain = story(text)
    return Manuscript(None, (replace(plain.files[0], format="markdown"),), plain.paragraphs)


def test_from_markdown_both_ways() -> None:
    data = tracked(markdown(OLD), markdown(NEW), Revision("Ann"))
    assert texts(settled(data, accept=True)) == [each.text for each in rich(markdown(NEW))]
    assert shown(paragraphs(settled(data, accept=False))) == shown(paragraphs(write(rich(markdown(OLD)))))
    assert 'w:author="Ann"' in main_part(data)


def test_from_word_everything_else_stays() -> None:
    data = docx(para("He ", run("is", "<w:b/>"), " here."), para("Stays", properties='<w:jc w:val="right"/>'))
    before = session(data).manuscript
    after = session(data)
    after.replace_many({0: "He was here."}, label="x", initiator="t")
    made = tracked(before, after.manuscript, Revision("Ann"))
    assert '<w:del w:id="1"' in main_part(made) and ">is</w:delText>" in main_part(made)
    assert shown(paragraphs(made)) == [("He was here.", ["bold:was"]), ("Stays", [])]
    assert '<w:jc w:val="right"/>' in main_part(made)


def test_word_by_word() -> None:
    made = main_part(tracked(markdown("One two three four."), markdown("One 2 three 4."), Revision()))
    assert made.count("<w:del ") == made.count("<w:ins ") == 2
    assert ">three</w:t>" in made.replace('xml:space="preserve"> three <', ">three<")


def test_two_word_documents_of_one_story() -> None:
    old = session(docx(para("One."), para(), para("Two."), para("Three.")))
    new = session(docx(para("One!"), para(), para("Three."), para("Four.")))
    made = tracked(old.manuscript, new.manuscript, Revision())
    assert texts(settled(made, accept=True)) == ["One!", "", "Three.", "Four."]
    assert texts(settled(made, accept=False)) == ["One.", "", "Two.", "Three."]


WORD = docx(
    para("Chapter One", style="Heading1"), para("  He was ", run("so very", "<w:i/>"), " tired. ", properties='<w:jc w:val="right"/>'),
    para(), para("She ", run("left", '<w:b/><w:u w:val="single"/>'), "."),
)


def test_a_bare_text_keeps_the_looks_and_shapes_of_the_document() -> None:
    before = session(WORD).manuscript
    made = tracked(before, story("Chapter One\n\nHe was so very, very tired.\n\nShe left now.\n"), Revision())
    assert "rPrChange" not in main_part(made) and "pPrChange" not in main_part(made)
    assert shown(paragraphs(settled(made, accept=True))) == [
        ("Chapter One", []), ("  He was so very, very tired. ", ["italic:so very, very"]), ("", []), ("She left now.", ["bold:left now", "underline:left now"]),
    ]
    assert shown(paragraphs(settled(made, accept=False))) == shown(paragraphs(WORD))


def test_a_text_with_emphasis_says_what_is_italic_and_bold() -> None:
    made = tracked(session(WORD).manuscript, markdown("Chapter One\n\nHe was so *very* tired.\n\nShe left.\n"), Revision())
    assert shown(paragraphs(made))[1] == ("  He was so very tired. ", ["italic:very"])
    assert shown(paragraphs(made))[3] == ("She left.", ["underline:left"])
    assert shown(paragraphs(settled(made, accept=False))) == shown(paragraphs(WORD))


def test_a_paragraph_that_became_a_heading_can_be_rejected() -> None:
    old, new = docx(para("One"), para("two")), docx(para("One", style="Heading2"), para("two"))
    made = tracked(session(old).manuscript, session(new).manuscript, Revision())
    assert [each.shape.level for each in paragraphs(made)] == [2, 0]
    assert [each.shape for each in paragraphs(settled(made, accept=False))] == [each.shape for each in paragraphs(old)]


def test_a_deletion_comes_before_what_replaces_it_and_nothing_empty_is_left() -> None:
    data = docx(para("He ", run("is", "<w:b/>"), run(" so", "<w:i/>"), " here."))
    after = session(data)
    after.replace(0, 1, ["He was, here!"], label="x", initiator="t")
    made = main_part(tracked(session(data).manuscript, after.manuscript, Revision()))
    assert "<w:r/>" not in made
    assert made.index("</w:del>") < made.index("<w:ins ")


def test_without_a_difference_nothing_is_tracked() -> None:
    data = docx(para("One."))
    assert tracked(session(data).manuscript, session(data).manuscript, Revision()) == data


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_libreoffice_accepts_and_rejects_the_same(tmp_path: Path) -> None:
    rich_word = docx(
        para("He was ", run("so very", "<w:i/>"), " tired. He left."), para("See ", f'<w:hyperlink w:anchor="x">{run("a link")}</w:hyperlink>', " now."),
        para("One"), para("two"), para("three"),
    )
    changed = session(rich_word)
    changed.replace(0, 1, ["He was quite", "tired. She left."], label="x", initiator="t")
    changed.replace(2, 3, ["See the link now!"], label="x", initiator="t")
    changed.replace(3, 5, ["One two"], label="x", initiator="t")
    ways: list[tuple[Deed, Deed]] = [("accept", "reject"), ("accept each", "reject each")]
    with Office() as office:
        for before, after in ((markdown(OLD), markdown(NEW)), (session(rich_word).manuscript, changed.manuscript)):
            file = tmp_path / "tracked.docx"
            file.write_bytes(tracked(before, after, Revision("Ann")))
            for accept, reject in ways:
                assert office.show(file, accept).paragraphs == [each.text for each in rich(after)]
                assert office.show(file, reject).paragraphs == [each.text for each in rich(before)]
