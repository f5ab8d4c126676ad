# SPDX-License-Identifier: GPL-3.0-or-later
"""What another program does to the open file is noticed, and neither side is dropped."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from redraft.manuscript.marks import MarkKind
from redraft.notes.following import Spot
from redraft.storage.sidecar import sidecar_folder
from redraft.ui import outside
from redraft.ui.story import Story, carried_over
from redraft.ui.window import Window
from tests.ui.acting import texts
from tests.ui.documents import docx, odt

OLD = "The first words.\n\nThe second words.\n\nThe third words.\n"
NEW = "The first words.\n\nThe other words.\n\nThe third words.\n\nThe fourth words.\n"


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Path:
    """A story on the page."""
    path = tmp_path / "story.md"
    path.write_text(OLD)
    window.show_story(Story.read(path))
    window.watch.look()
    return path


def said(window: Window) -> str:
    return window.notices.sentence


def seen(window: Window, qtbot: QtBot, when: Callable[[], bool]) -> None:
    """Let the watch look until it has seen it."""
    def looked() -> bool:
        window.watch.look()
        return when()

    qtbot.waitUntil(looked, timeout=10_000)


def test_a_change_elsewhere_is_shown_and_can_be_undone(window: Window, opened: Path, qtbot: QtBot) -> None:
    ids = [each.id for each in window.story.session.paragraphs]
    opened.write_text(NEW)
    seen(window, qtbot, lambda: len(window.story.session.paragraphs) == 4)
    assert texts(window)[1] == "The other words." and not window.story.session.modified
    assert [each.id for each in window.story.session.paragraphs][::2] == ids[::2]
    assert "changed by another program" in said(window)
    window.story.session.undo()
    assert texts(window) == ["The first words.", "The second words.", "The third words."]
    assert window.story.session.modified
    window.story.save()
    assert opened.read_text() == OLD


def test_what_was_changed_in_both_is_asked_about(window: Window, opened: Path, qtbot: QtBot) -> None:
    window.story.session.replace(0, 1, ["My own words."], label="edit", initiator="test")
    opened.write_text(NEW)
    seen(window, qtbot, lambda: "you have changed the story here" in said(window))
    assert texts(window)[0] == "My own words." and opened.read_text() == NEW


def answer(window: Window, words: str) -> None:
    """Press the button of the notice."""
    next(each for each in window.notices.findChildren(QPushButton) if each.text() == words).click()


def test_both_are_merged_and_clashes_stand_side_by_side(window: Window, opened: Path, qtbot: QtBot) -> None:
    window.story.session.replace(0, 2, ["My own words.", "My second words."], label="edit", initiator="test")
    opened.write_text(NEW)
    seen(window, qtbot, lambda: "you have changed the story here" in said(window))
    window.page.put_caret(2, 3)
    answer(window, "Merge both")
    qtbot.waitUntil(lambda: "Both are on the page" in said(window), timeout=10_000)
    assert texts(window) == [
        "My own words.", "My second words.", "The first words.", "The other words.", "The third words.",
        "The fourth words."]
    assert window.story.session.modified and opened.read_text() == NEW
    (placed,) = window.context.notes.all()
    assert placed.note.body.startswith("The other program’s version") and window.page.caret() == (0, 0)
    window.story.session.undo()
    assert texts(window) == ["My own words.", "My second words.", "The third words."] and not window.context.notes.all()
    window.story.session.redo()
    window.filing.save()
    qtbot.waitUntil(lambda: not window.story.session.modified, timeout=10_000)
    assert opened.read_text() == "\n\n".join(texts(window)) + "\n"


def test_a_new_date_alone_is_no_change(window: Window, opened: Path, qtbot: QtBot) -> None:
    os.utime(opened, (1, 1))
    window.watch.look()
    qtbot.waitUntil(lambda: not window.watch.jobs.busy, timeout=10_000)
    assert said(window) == ""


def test_our_own_saving_is_no_change(window: Window, opened: Path, qtbot: QtBot) -> None:
    window.story.session.replace(0, 1, ["My own words."], label="edit", initiator="test")
    window.filing.save()
    window.watch.look()
    qtbot.waitUntil(lambda: not window.watch.jobs.busy, timeout=10_000)
    assert "another program" not in said(window) and not window.story.session.modified


def test_a_file_that_is_gone_is_said_once(window: Window, opened: Path, qtbot: QtBot) -> None:
    opened.unlink()
    seen(window, qtbot, lambda: "not where it was" in said(window))
    window.notices.dismiss()
    window.watch.look()
    qtbot.waitUntil(lambda: not window.watch.jobs.busy, timeout=10_000)
    assert said(window) == "" and texts(window)[0] == "The first words."


def test_a_document_is_opened_anew(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    path = docx(tmp_path / "story.docx")
    window.show_story(Story.read(path))
    window.watch.look()
    before = window.story
    other = Story.read(path)
    other.session.replace(0, 1, ["Written elsewhere."], label="edit", initiator="test")
    other.save()
    seen(window, qtbot, lambda: window.story is not before)
    assert texts(window)[0] == "Written elsewhere."


def test_paragraphs_that_stay_keep_their_ids_and_no_two_have_one(tmp_path: Path) -> None:
    one, other = tmp_path / "a.md", tmp_path / "b.md"
    one.write_text(OLD)
    other.write_text(NEW)
    old, new = (Story.read(each).session.paragraphs for each in (one, other))
    found = carried_over(old, new)
    assert found[0].id == old[0].id and found[2].id == old[2].id
    assert len({each.id for each in found}) == len(found)
    assert [each.text for each in found] == [each.text for each in new]


def confirmed(window: Window, qtbot: QtBot) -> None:
    """The watch has seen that the file is as it should be, and by what it is known again."""
    seen(window, qtbot, lambda: window.watch._identity is not None)


@pytest.mark.parametrize("new", ["novel.md", "drafts/story.md", "drafts/novel.md"])
def test_a_renamed_or_moved_file_is_followed_with_all_that_belongs_to_it(
    window: Window, opened: Path, qtbot: QtBot, new: str
) -> None:
    window.add_word("ninja")
    window.context.notes.add("Hm.", Spot(0, 4, 0, 9))
    window.story.session.replace(1, 2, ["My unsaved words."], label="edit", initiator="test")
    confirmed(window, qtbot)
    target = opened.parent / new
    target.parent.mkdir(exist_ok=True)
    opened.rename(target)
    seen(window, qtbot, lambda: window.story.path == target)
    assert "came along" in said(window) and target.name in said(window)
    assert window.story.session.modified and texts(window)[1] == "My unsaved words."
    assert "ninja" in window.story.book.current.own_words and len(window.context.notes.all()) == 1
    assert sidecar_folder(target).is_dir() and not sidecar_folder(opened).exists()
    window.filing.save()
    qtbot.waitUntil(lambda: not window.story.session.modified, timeout=10_000)
    assert "My unsaved words." in target.read_text() and not opened.exists()


def test_a_deleted_file_is_written_again_by_saving(window: Window, opened: Path, qtbot: QtBot) -> None:
    confirmed(window, qtbot)
    opened.unlink()
    seen(window, qtbot, lambda: "Save writes it there again" in said(window))
    window.story.session.replace(0, 1, ["My own words."], label="edit", initiator="test")
    window.filing.save()
    qtbot.waitUntil(opened.exists, timeout=10_000)
    assert opened.read_text().startswith("My own words.")


def test_a_program_that_saves_by_renaming_is_not_followed(window: Window, opened: Path, qtbot: QtBot) -> None:
    confirmed(window, qtbot)
    opened.rename(opened.with_name("put-by.md"))
    window.watch.look()
    qtbot.waitUntil(lambda: not window.watch.jobs.busy, timeout=10_000)
    opened.write_text(NEW)
    seen(window, qtbot, lambda: len(texts(window)) == 4)
    assert window.story.path == opened


def test_a_file_that_may_be_one_of_two_is_asked_about(window: Window, opened: Path, qtbot: QtBot) -> None:
    confirmed(window, qtbot)
    for name in ("one.md", "two.md"):
        opened.with_name(name).write_bytes(opened.read_bytes())
    opened.unlink()
    seen(window, qtbot, lambda: "Is it one of these now?" in said(window))
    answer(window, "two.md")
    assert window.story.path == opened.with_name("two.md")


def test_another_content_of_the_same_size_and_date_is_seen(window: Window, opened: Path, qtbot: QtBot) -> None:
    confirmed(window, qtbot)
    before = opened.stat()
    opened.write_text(OLD.replace("second", "SECOND"))
    os.utime(opened, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert opened.stat().st_size == before.st_size and opened.stat().st_mtime_ns == before.st_mtime_ns
    seen(window, qtbot, lambda: texts(window)[1] == "The SECOND words.")


def test_a_file_system_that_tells_nothing_is_read_all_the_same(
    window: Window, opened: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside.Look, "at", classmethod(lambda cls, path: cls(1, 1, 1, 1)))
    confirmed(window, qtbot)
    opened.write_text(NEW)
    seen(window, qtbot, lambda: len(texts(window)) == 4)


@pytest.fixture
def book(window: Window, tmp_path: Path, qtbot: QtBot) -> Path:
    """A folder of three chapters, open."""
    folder = tmp_path / "book"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"chapter-{number}.md").write_text("\n\n".join(f"Chapter {number}, paragraph {each}." for each in range(4)) + "\n")
    window.show_story(Story.read(folder))
    confirmed(window, qtbot)
    return folder


def test_chapters_changed_in_both_are_merged_file_by_file(window: Window, book: Path, qtbot: QtBot) -> None:
    window.story.session.replace(0, 1, ["Mine in chapter 1."], label="edit", initiator="test")
    (book / "chapter-2.md").rename(book / "chapter-2 The Gate.md")
    (book / "chapter-3.md").write_text((book / "chapter-3.md").read_text().replace("paragraph 2", "changed there"))
    (book / "chapter-4.md").write_text("A new chapter.\n")
    seen(window, qtbot, lambda: "you have changed the story here" in said(window))
    assert "added" in said(window) and "taken away chapter-2.md" in said(window)
    answer(window, "Merge both")
    qtbot.waitUntil(lambda: "Both are on the page" in said(window), timeout=10_000)
    assert "“chapter-2.md” is called “chapter-2 The Gate.md” now" in said(window)
    whole = texts(window)
    assert whole[0] == "Mine in chapter 1." and "Chapter 3, changed there." in whole and whole[-1] == "A new chapter."
    assert len(whole) == 13 and window.story.session.modified
    window.filing.save()
    qtbot.waitUntil(lambda: not window.story.session.modified, timeout=10_000)
    assert (book / "chapter-1.md").read_text().startswith("Mine in chapter 1.") and not (book / "chapter-2.md").exists()
    assert texts(window) == [each.text for each in Story.read(book).session.paragraphs]


def test_a_chapter_changed_here_and_taken_away_there_stays(window: Window, book: Path, qtbot: QtBot) -> None:
    window.story.session.replace(5, 6, ["Mine in chapter 2."], label="edit", initiator="test")
    (book / "chapter-2.md").unlink()
    seen(window, qtbot, lambda: "you have changed the story here" in said(window))
    answer(window, "Merge both")
    qtbot.waitUntil(lambda: "it stays, and Save writes it again" in said(window), timeout=10_000)
    window.filing.save()
    qtbot.waitUntil((book / "chapter-2.md").exists, timeout=10_000)
    assert "Mine in chapter 2." in (book / "chapter-2.md").read_text()


def test_a_chapter_added_while_nothing_was_changed_here_comes_by_itself(window: Window, book: Path, qtbot: QtBot) -> None:
    (book / "chapter-4.md").write_text("A new chapter.\n")
    seen(window, qtbot, lambda: texts(window)[-1] == "A new chapter.")
    assert not window.story.session.modified


def test_a_whole_folder_that_was_renamed_is_followed(window: Window, book: Path, qtbot: QtBot) -> None:
    new = book.with_name("the book")
    book.rename(new)
    seen(window, qtbot, lambda: window.story.path == new)
    assert all(each.path is not None and each.path.parent == new for each in window.story.session.manuscript.files)


@pytest.mark.parametrize("make", [docx, odt])
def test_documents_changed_in_both_are_merged_over_the_other_programs_file(
    window: Window, tmp_path: Path, qtbot: QtBot, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path / f"story.{make.__name__}")
    window.show_story(Story.read(path))
    confirmed(window, qtbot)
    other = Story.read(path)
    other.session.replace(0, 1, ["The Other Gate"], label="edit", initiator="test")
    other.session.set_look(4, 0, 4, 5, MarkKind.BOLD, True, label="bold", initiator="test")
    window.story.session.replace(3, 4, ["Said my letter."], label="edit", initiator="test")
    window.story.session.replace(0, 1, ["My Gate"], label="edit", initiator="test")
    other.save()
    seen(window, qtbot, lambda: "you have changed the story here" in said(window))
    answer(window, "Merge both")
    qtbot.waitUntil(lambda: "In 1 place both" in said(window), timeout=10_000)
    assert texts(window)[:2] == ["My Gate", "The Other Gate"] and "Said my letter." in texts(window)
    window.filing.save()
    qtbot.waitUntil(lambda: not window.story.session.modified, timeout=10_000)
    again = Story.read(path).session.paragraphs
    assert [each.text for each in again] == texts(window)
    late = next(each for each in again if each.text.startswith("She was not there"))
    assert {each.kind for each in late.marks} == {MarkKind.ITALIC, MarkKind.BOLD}
    assert [each.kind for each in next(each for each in again if each.text == "Bread").marks] == [MarkKind.BOLD]
    assert sum(each.kind is MarkKind.NOTE for paragraph in again for each in paragraph.marks) == 1


def test_saving_over_another_programs_text_offers_to_merge(window: Window, opened: Path, qtbot: QtBot) -> None:
    window.story.session.replace(0, 1, ["My own words."], label="edit", initiator="test")
    opened.write_text(NEW)
    window.filing.save()
    qtbot.waitUntil(lambda: "since you opened it" in said(window), timeout=10_000)
    answer(window, "Merge both")
    qtbot.waitUntil(lambda: "Both are on the page" in said(window), timeout=10_000)
    assert "My own words." in texts(window) and "The fourth words." in texts(window)
    window.notices.dismiss()
    window.filing.save()
    qtbot.waitUntil(lambda: not window.story.session.modified, timeout=10_000)
    assert "The fourth words." in opened.read_text() and "My own words." in opened.read_text()


def test_marks_that_git_leaves_in_the_open_file_are_told(window: Window, opened: Path, qtbot: QtBot) -> None:
    opened.write_text(OLD + "\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> anna\n")
    seen(window, qtbot, lambda: "git left two versions" in said(window))
