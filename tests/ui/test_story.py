# SPDX-License-Identifier: GPL-3.0-or-later
"""An open story: read, saved, saved elsewhere, brought back."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.storage.atomic import SaveError
from redraft.storage.originals import kept
from redraft.ui.saving import ChangedOnDisk
from redraft.ui.story import Story
from tests.ui.documents import docx


def edit(story: Story, index: int, text: str) -> None:
    """The author writes."""
    story.session.replace(index, index + 1, [text], label="x", initiator="editor")


def test_a_story_comes_back_byte_for_byte(tmp_path: Path) -> None:
    for data in (b"One.\r\n\r\nTwo.\r\n", b"\xef\xbb\xbfOne.\n", "Café – naïve.".encode("cp1252"), b"", b"One."):
        path = tmp_path / "story.txt"
        path.write_bytes(data)
        Story.read(path).save()
        assert path.read_bytes() == data
        assert not list(tmp_path.glob("*.redraft"))


def test_the_original_is_kept_before_the_first_save(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("One.\n")
    story = Story.read(path)
    edit(story, 0, "Two.")
    story.save()
    assert path.read_text() == "Two.\n"
    assert [each.read_text() for each in kept(path)] == ["One.\n"]
    assert not story.session.modified


def test_only_the_chapters_that_were_edited_are_written(tmp_path: Path) -> None:
    for number in (1, 2, 10):
        (tmp_path / f"chapter-{number}.txt").write_text(f"Chapter {number}.\n")
    story = Story.read(tmp_path)
    stamps = {each.name: each.stat().st_mtime_ns for each in tmp_path.glob("*.txt")}
    edit(story, 1, "Second.")
    story.save()
    changed = [each.name for each in tmp_path.glob("*.txt") if each.stat().st_mtime_ns != stamps[each.name]]
    assert changed == ["chapter-2.txt"]
    assert story.is_folder


def test_another_program_s_changes_are_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("One.\n")
    story = Story.read(path)
    edit(story, 0, "Mine.")
    path.write_text("Theirs.\n")
    with pytest.raises(ChangedOnDisk, match=r"story\.txt was changed by another program"):
        story.save()
    assert path.read_text() == "Theirs.\n"
    story.save(overwrite=True)
    assert path.read_text() == "Mine.\n"


def test_a_file_that_vanished_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("One.\n")
    story = Story.read(path)
    edit(story, 0, "Mine.")
    path.unlink()
    story.save()
    assert path.read_text() == "Mine.\n"


def test_what_cannot_be_saved_stays_unsaved(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("One.\n")
    story = Story.read(path)
    edit(story, 0, "Mine.")
    path.unlink()
    tmp_path.joinpath("story.txt").mkdir()
    with pytest.raises(SaveError):
        story.save(overwrite=True)
    assert story.session.modified


def test_saved_under_another_name_it_goes_on_there_with_its_decisions(tmp_path: Path) -> None:
    path, other = tmp_path / "story.txt", tmp_path / "story.md"
    path.write_text("One.\n")
    story = Story.read(path)
    story.book.add_word("Konoha").do()
    story.save_as(other)
    assert story.path == other
    assert story.is_markdown
    assert Story.read(other).book.current.own_words == {"konoha"}
    edit(story, 0, "Two.")
    story.save()
    assert (path.read_text(), other.read_text()) == ("One.\n", "Two.\n")


def test_unsaved_text_comes_back_as_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("One.\n\nTwo.\n")
    unsaved = Story.read(path)
    edit(unsaved, 1, "Two and more.")
    story = Story.recovered(unsaved.session.manuscript)
    assert [each.text for each in story.session.paragraphs] == ["One.", "Two and more."]
    assert story.session.modified
    story.session.undo()
    assert [each.text for each in story.session.paragraphs] == ["One.", "Two."]


def test_unsaved_text_comes_back_without_its_file(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("One.\n")
    unsaved = Story.read(path).session.manuscript
    path.unlink()
    assert [each.text for each in Story.recovered(unsaved).session.paragraphs] == ["One."]


def test_a_new_story_is_untouched_until_it_is_written_in() -> None:
    story = Story.new()
    assert story.untouched
    edit(story, 0, "Once.")
    assert not story.untouched


def test_unsaved_text_comes_back_with_its_looks_to_a_document_that_changed(tmp_path: Path) -> None:
    path = docx(tmp_path / "story.docx")
    unsaved = Story.read(path).session
    unsaved.replace(1, 2, ["She was truly not there. It was late."], label="x", initiator="t")
    other = Story.read(path)
    other.session.replace(3, 4, ["Changed elsewhere."], label="x", initiator="t")
    other.save()
    story = Story.recovered(unsaved.manuscript)
    found = story.session.paragraphs
    assert [each.text for each in found] == [each.text for each in unsaved.paragraphs]
    looks = [(found[1].text[each.start : each.end], each.kind.value) for each in found[1].marks]
    assert looks == [("not", "italic"), ("was late", "bold")] and story.session.modified
    story.session.undo()
    assert story.session.paragraphs[3].text == "Changed elsewhere."


def test_unsaved_text_of_a_chapter_that_is_gone_is_not_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "novel"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.md").write_text(f"Chapter {number}.\n")
    unsaved = Story.read(folder).session
    unsaved.replace(1, 2, ["Chapter two, and more."], label="x", initiator="t")
    (folder / "2.md").unlink()
    story = Story.recovered(unsaved.manuscript)
    assert [each.text for each in story.session.paragraphs] == ["Chapter 1.", "Chapter two, and more."]
