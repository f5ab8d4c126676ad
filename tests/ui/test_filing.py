# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening and saving every format through the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from redraft.formats import registry
from redraft.manuscript.marks import Mark, MarkKind
from redraft.ui import filters
from redraft.ui.dialogs.told import ToldDialog
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import page_texts, texts
from tests.ui.documents import docx, odt


def press(window: Window, text: str) -> None:
    """Give an answer in the bar."""
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == text and each.isVisible()).click()


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path, line: str = "") -> list[tuple[object, ...]]:
    """The author chooses ``path`` in the next dialog; what the dialog was asked is kept."""
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *told: (asked.append(told), (str(path), line))[1])
    return asked


def test_every_format_that_is_read_is_listed() -> None:
    listed = filters.open_filter()
    words = listed.replace("(", " ").replace(")", " ").split()
    for suffix in registry.SUFFIXES:
        assert words.count(f"*{suffix}") == 2, suffix
    assert listed.startswith("Stories (") and listed.endswith("All files (*)")


def test_saving_offers_the_story_s_own_format_first() -> None:
    assert filters.save_filter("odt").startswith("OpenDocument (*.odt)")
    assert "epub" not in filters.save_filter("docx") and filters.ending("epub") == ".docx"
    assert filters.ending_of("Word (*.docx)") == ".docx"
    assert filters.ending_of("All files (*)") == ""


@pytest.mark.parametrize("make", [docx, odt])
def test_a_document_opens_and_is_saved_with_its_formatting(window: Window, tmp_path: Path, make: object) -> None:
    path = make(tmp_path / f"story.{make.__name__}")  # type: ignore[operator, attr-defined]
    window.filing.open(path)
    assert texts(window)[0] == "The Gate" and page_texts(window) == texts(window)
    window.page.put_caret(1, 0)
    QTest.keyClicks(window.page, "Oh. ")
    window.menus.actions["save"].trigger()
    again = registry.read(path).manuscript.paragraphs[1]
    assert again.text == "Oh. She was not there. It was late."
    assert Mark(12, 15, MarkKind.ITALIC) in again.marks


def test_a_document_saved_without_an_edit_is_the_same_file(window: Window, tmp_path: Path) -> None:
    path = docx(tmp_path / "story.docx")
    before = path.read_bytes()
    window.filing.open(path)
    window.menus.actions["save"].trigger()
    assert path.read_bytes() == before


def test_saving_as_another_format_goes_on_there(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.filing.open(docx(tmp_path / "story.docx"))
    asked = choosing(monkeypatch, tmp_path / "other", "Markdown (*.md)")
    window.menus.actions["save-as"].trigger()
    assert str(asked[0][3]).startswith("Word (*.docx)")
    assert window.story.path == tmp_path / "other.md" and window.windowTitle().startswith("other.md")
    assert texts(window)[1].startswith("She was *not* there.")
    assert page_texts(window) == texts(window) and not window.story.session.modified
    assert "can no longer be undone" in window.notices.sentence


def test_saving_markdown_as_word_turns_stars_into_italics(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.story.session.replace(0, 1, ["It was *not* so."], label="x", initiator="test")
    choosing(monkeypatch, tmp_path / "story.docx")
    window.menus.actions["save-as"].trigger()
    paragraph = window.story.session.paragraphs[0]
    assert (paragraph.text, paragraph.marks) == ("It was not so.", (Mark(7, 10, MarkKind.ITALIC),))


def test_a_format_that_is_not_written_is_refused_with_a_sentence(tmp_path: Path) -> None:
    story = Story.read(docx(tmp_path / "story.docx"))
    with pytest.raises(Exception, match=r"cannot be saved as \.epub"):
        story.save_as(tmp_path / "story.epub")
    assert not (tmp_path / "story.epub").exists() and story.path == tmp_path / "story.docx"


def test_a_page_is_saved_where_it_is(window: Window, tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    page.write_text("<html><body><p class=k>It was <i>not</i> so.</p></body></html>")
    window.filing.open(page)
    window.page.put_caret(0, 0)
    QTest.keyClicks(window.page, "Oh. ")
    window.menus.actions["save"].trigger()
    assert page.read_text() == "<html><body><p class=k>Oh. It was <i>not</i> so.</p></body></html>"
    assert not window.story.session.modified


def test_a_page_that_cannot_take_a_change_is_said(window: Window, tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    page.write_text("<title>nothing</title>")
    window.filing.open(page)
    window.story.session.replace(0, 1, ["words"], label="x", initiator="test")
    window.menus.actions["save"].trigger()
    assert "use Save As" in window.notices.sentence and window.story.session.modified
    assert page.read_text() == "<title>nothing</title>"


def test_a_file_that_libreoffice_has_open_is_asked_about(window: Window, tmp_path: Path) -> None:
    path = docx(tmp_path / "story.docx")
    window.filing.open(path)
    before = path.read_bytes()
    window.page.put_caret(1, 0)
    QTest.keyClicks(window.page, "Oh. ")
    (tmp_path / ".~lock.story.docx#").write_text("Ann,desk")
    window.menus.actions["save"].trigger()
    assert "LibreOffice (Ann) has “story.docx” open" in window.notices.sentence
    assert path.read_bytes() == before and window.story.session.modified
    press(window, "Save all the same")
    assert path.read_bytes() != before and not window.story.session.modified


def test_many_losses_are_told_on_request(window: Window, qtbot: QtBot) -> None:
    sentences = ["2 tables are shown as text.", "A picture is not shown.", "3 headers stay in the file."]
    window.filing._tell(sentences, "story.docx")
    assert window.notices.sentence.startswith(sentences[0]) and "2 more things" in window.notices.sentence
    press(window, "Show all…")
    dialog = window.findChild(ToldDialog)
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == sentences
    dialog.close()


def test_a_few_losses_are_told_in_one_breath(window: Window) -> None:
    window.filing._tell(["One thing.", "Another thing."], "story.docx")
    assert window.notices.sentence == "One thing. Another thing."


def test_unsaved_formatting_comes_back_after_a_crash(tmp_path: Path) -> None:
    story = Story.read(docx(tmp_path / "story.docx"))
    story.session.set_look(1, 0, 1, 3, MarkKind.BOLD, True, label="bold", initiator="test")
    back = Story.recovered(story.session.manuscript)
    assert back.session.paragraphs[1].marks == story.session.paragraphs[1].marks
    assert back.session.modified


def test_a_new_story_holds_italics_and_becomes_what_it_is_saved_as(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.filing.new()
    assert window.menus.actions["italic"].isEnabled()
    QTest.keyClicks(window.page, "It was *not* so.")
    asked = choosing(monkeypatch, tmp_path / "story.docx")
    window.menus.actions["save"].trigger()
    assert str(asked[0][2]).endswith("Untitled.md") and window.story.form == "docx"
    assert window.story.session.paragraphs[0].marks == (Mark(7, 10, MarkKind.ITALIC),)


def test_a_name_without_an_ending_gets_one_and_replaces_nothing_unasked(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = docx(tmp_path / "Mr. Smith.docx")
    before = other.read_bytes()
    choosing(monkeypatch, tmp_path / "Mr. Smith", "Word (*.docx)")
    window.menus.actions["save-as"].trigger()
    assert "Mr. Smith.docx stands there already" in window.notices.sentence and other.read_bytes() == before
    press(window, "Replace it")
    assert window.story.path == other and other.read_bytes() != before
