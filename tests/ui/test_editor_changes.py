# SPDX-License-Identifier: GPL-3.0-or-later
"""Tracked changes that the file brought: from one to the next, accepted and rejected."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from redraft.formats import registry
from redraft.formats.docx.hands import Revision
from redraft.formats.docx.tracked import tracked
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.session import Session
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import page_texts, texts
from tests.ui.documents import docx

CHANGES = ("next-change", "previous-change", "accept-change", "reject-change", "accept-changes", "reject-changes")


@pytest.fixture
def revised(window: Window, tmp_path: Path) -> Window:
    """The window with a document in which an editor changed words: "late" → "early", and a new sentence."""
    before = registry.read(docx(tmp_path / "plain.docx")).manuscript
    session = Session(before)
    session.replace_many({1: "She was not there. It was early.", 3: "Said the letter. So it did."}, label="x",
                         initiator="x")
    path = tmp_path / "story.docx"
    path.write_bytes(tracked(before, session.manuscript, Revision("Ann Editor")))
    window.show_story(Story.read(path))
    return window


def do(window: Window, name: str) -> None:
    """Choose an action of a menu."""
    window.menus.actions[name].trigger()


def left(window: Window) -> list[str]:
    """The tracked changes that are left: what was deleted, and what was inserted."""
    return [
        each.value if each.kind is MarkKind.DELETED else paragraph.text[each.start : each.end]
        for paragraph in window.story.session.paragraphs for each in paragraph.marks
        if each.kind in (MarkKind.DELETED, MarkKind.INSERTED)
    ]


def test_keys_go_from_change_to_change(revised: Window) -> None:
    places = []
    for name in ("next-change", "next-change", "next-change", "previous-change"):
        do(revised, name)
        places.append((revised.page.caret()[0], revised.page.textCursor().selectedText().strip()))
    assert places == [(1, "early"), (3, "So it did."), (1, "early"), (3, "So it did.")]


def test_a_change_is_accepted_and_the_next_selected(revised: Window) -> None:
    do(revised, "next-change")
    do(revised, "accept-change")
    assert left(revised) == [" So it did."] and "early" in texts(revised)[1]
    assert revised.page.caret()[0] == 3
    do(revised, "undo")
    assert left(revised) == ["late", "early", " So it did."] and not revised.story.session.modified


def test_a_change_is_rejected_on_the_page_and_in_the_file(revised: Window) -> None:
    do(revised, "next-change")
    do(revised, "reject-change")
    assert texts(revised)[1] == page_texts(revised)[1] == "She was not there. It was late."
    do(revised, "save")
    assert revised.story.path is not None
    again = registry.read(revised.story.path).manuscript
    assert again.paragraphs[1].text == "She was not there. It was late."
    assert MarkKind.INSERTED in {each.kind for each in again.paragraphs[3].marks}
    assert {each.kind for each in again.paragraphs[1].marks} == {MarkKind.ITALIC, MarkKind.BOLD}


@pytest.mark.parametrize(("name", "words"), [("accept-changes", "early"), ("reject-changes", "late")])
def test_all_at_once_are_one_step(revised: Window, name: str, words: str) -> None:
    do(revised, name)
    assert left(revised) == [] and words in texts(revised)[1] and page_texts(revised) == texts(revised)
    assert "2 tracked changes" in revised.notices.sentence
    do(revised, "undo")
    assert len(left(revised)) == 3


def test_the_menu_of_a_change_settles_it(revised: Window) -> None:
    start = texts(revised)[1].index("early")
    cursor = revised.page.textCursor()
    cursor.setPosition(revised.page.bridge.position_of(1, start + 2))
    point = revised.page.cursorRect(cursor).center() + QPoint(2, 0)
    menu = revised.menus.popup(point)
    names = [each.text() for each in menu.actions()]
    assert names[:2] == ["&Accept This Change", "&Reject This Change"]
    menu.actions()[1].trigger()
    menu.close()
    assert "late" in texts(revised)[1]


def test_where_no_change_is_the_bar_says_so(revised: Window) -> None:
    revised.page.put_caret(0, 0)
    do(revised, "accept-change")
    assert "No tracked change is at the caret" in revised.notices.sentence


def test_without_changes_there_is_nothing_to_do_and_a_reason(window: Window) -> None:
    for name in CHANGES:
        action = window.menus.actions[name]
        assert not action.isEnabled() and "no tracked changes" in action.toolTip()
