# SPDX-License-Identifier: GPL-3.0-or-later
"""What sync programs put beside a story, and what others decided: seen, offered, merged, and never lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from redraft.notes.note import Note
from redraft.storage.atomic import digest
from redraft.storage.inplace import overwrite
from redraft.storage.moving import remember
from redraft.storage.notes import NoteStore
from redraft.storage.sidecar import Sidecar, sidecar_folder
from redraft.ui.dialogs.compare import CompareWindow
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import texts

TEXT = "\n\n".join(f"Paragraph number {number} tells something of its own, at some length." for number in range(12)) + "\n"
THERE = TEXT.replace("number 7 tells", "number 7 told")
COPY = "story (Anna's conflicted copy 2024-05-01).md"


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(TEXT)
    window.show_story(Story.read(path))
    return path


def seen(window: Window, qtbot: QtBot, when: Callable[[], bool]) -> None:
    def looked() -> bool:
        window.companions.look()
        return when()

    qtbot.waitUntil(looked, timeout=20_000)


def press(window: Window, words: str) -> None:
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == words).click()


def offered(window: Window, opened: Path, qtbot: QtBot) -> Path:
    """A second version appears and is offered."""
    copy = opened.with_name(COPY)
    copy.write_text(THERE)
    seen(window, qtbot, lambda: COPY in window.notices.sentence)
    return copy


def rested(window: Window, qtbot: QtBot) -> None:
    """Nothing more is offered."""
    window.notices.dismiss()
    for _ in range(3):
        window.companions.look()
        qtbot.waitUntil(lambda: not window.companions.jobs.busy, timeout=20_000)
    assert COPY not in window.notices.sentence


def test_a_second_version_is_merged_and_not_asked_about_again(window: Window, opened: Path, qtbot: QtBot) -> None:
    copy = offered(window, opened, qtbot)
    before = texts(window)
    press(window, "Merge it in")
    qtbot.waitUntil(lambda: "is on it now" in window.notices.sentence, timeout=20_000)
    assert len(texts(window)) == 13 and texts(window)[7:9] == [before[7], before[7].replace("tells", "told")]
    assert len(window.context.notes.all()) == 1 and copy.read_text() == THERE and opened.read_text() == TEXT
    window.story.session.undo()
    assert texts(window) == before
    rested(window, qtbot)
    window.show_story(Story.read(opened))
    rested(window, qtbot)


def test_one_that_is_left_comes_back_only_when_it_says_something_else(window: Window, opened: Path, qtbot: QtBot) -> None:
    copy = offered(window, opened, qtbot)
    press(window, "Leave it")
    rested(window, qtbot)
    copy.write_text(THERE + "\nAnd more.\n")
    seen(window, qtbot, lambda: COPY in window.notices.sentence)


def test_it_is_compared_word_by_word_and_still_offered(window: Window, opened: Path, qtbot: QtBot) -> None:
    offered(window, opened, qtbot)
    press(window, "Compare…")
    (compare,) = window.findChildren(CompareWindow)
    qtbot.waitUntil(lambda: "1 paragraph differs" in compare.count.text(), timeout=20_000)
    assert COPY in window.notices.sentence
    compare.close()


def test_what_another_machine_decided_and_noted_counts_at_once(window: Window, opened: Path, qtbot: QtBot) -> None:
    folder = sidecar_folder(opened)
    Sidecar(folder, "laptop").put("word", "ninja", {"word": "ninja"})
    NoteStore(folder, "laptop").notebook.add(Note("1", "Anna", "Hm."))
    seen(window, qtbot, lambda: "ninja" in window.decisions().own_words)
    assert [each.note.body for each in window.context.notes.all()] == ["Hm."]


def test_a_story_renamed_while_it_was_closed_has_what_belongs_to_it(window: Window, opened: Path, qtbot: QtBot) -> None:
    window.add_word("ninja")
    window.context.notes.add("Hm.", None)
    window.show_story(Story.new())
    new = opened.with_name("novel.md")
    opened.rename(new)
    window.filing.open(new)
    assert window.story.path == new and "under its new name" in window.notices.sentence
    assert "ninja" in window.decisions().own_words and len(window.context.notes.all()) == 1
    assert not sidecar_folder(opened).exists()


def test_of_two_that_it_may_be_the_author_says_which(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    for name, word in (("one.md", "ninja"), ("two.md", "rogue")):
        (tmp_path / name).write_text(TEXT)
        story = Story.read(tmp_path / name)
        story.book.write("word", word, {"word": word})
        remember(story.book.sidecar, digest(TEXT.encode()), story.session.paragraphs)
    (tmp_path / "one.md").rename(tmp_path / "novel.md")
    (tmp_path / "two.md").unlink()
    window.filing.open(tmp_path / "novel.md")
    assert "“one.md” and “two.md” are not where they were" in window.notices.sentence
    assert window.decisions().own_words == frozenset()
    press(window, "two.md")
    assert window.decisions().own_words == {"rogue"} and sidecar_folder(tmp_path / "one.md").is_dir()


@pytest.mark.parametrize(("choice", "expected"), [("Put the new text there", b"New words.\n"), ("Put the old text there", b"Old words, a line.\n")])
def test_a_file_whose_saving_broke_off_is_mended(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: str, expected: bytes
) -> None:
    path = tmp_path / "half.md"
    path.write_bytes(b"Old words, a line.\n")

    class Ended(BaseException):
        """The program is gone."""

    def ends(path: Path, data: bytes) -> None:
        path.write_bytes(data[:4] + path.read_bytes()[4:])
        raise Ended

    with monkeypatch.context() as patch:
        patch.setattr("redraft.storage.disk.overwrite", ends)
        with pytest.raises(Ended):
            overwrite(path, b"New words.\n")
    window.filing.open(path)
    assert "broke off half-way" in window.notices.sentence
    press(window, choice)
    assert path.read_bytes() == expected and texts(window) == [expected.decode().strip()]


def test_marks_of_git_and_damage_are_told_at_opening(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "marked.md"
    path.write_text("One.\n\n<<<<<<< HEAD\nTwo.\n=======\nThree.\n>>>>>>> anna\n")
    sidecar_folder(path).mkdir()
    (sidecar_folder(path) / "decisions.laptop.jsonl").write_text('{"redraft": 2}\n{"half\n')
    notices = Story.read(path).notices
    assert any("git left two versions" in each for each in notices)
    assert any("decisions.laptop.jsonl, line 2" in each for each in notices)


def test_old_backups_of_an_editor_are_no_news(window: Window, opened: Path, qtbot: QtBot) -> None:
    old = opened.with_name("story.md~")
    old.write_text(THERE)
    os.utime(old, (1, 1))
    rested(window, qtbot)
    assert "story.md~" not in window.notices.sentence
