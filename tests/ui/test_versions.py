# SPDX-License-Identifier: GPL-3.0-or-later
"""The earlier states of a story."""

from __future__ import annotations

import errno
import io
import re
import zipfile
from pathlib import Path

import pytest

from redraft.formats.docx.hands import Revision
from redraft.formats.docx.tracked import tracked
from redraft.storage.atomic import SaveError
from redraft.storage.backups import Backups
from redraft.storage.copies import Copies, Handed
from redraft.storage.snapshots import Snapshots
from redraft.storage.states import State
from redraft.ui.saving import write
from redraft.ui.story import Story
from redraft.ui.versions import CopyGone, earlier, with_text
from tests.ui.documents import docx, odt


@pytest.mark.parametrize("make", [docx, odt])
def test_the_story_as_it_was_handed_out_keeps_its_formatting(tmp_path: Path, make: object) -> None:
    path = make(tmp_path / f"story.{make.__name__}")  # type: ignore[operator, attr-defined]
    story = Story.read(path)
    before = story.session.manuscript
    Copies.open(path).hand_out(before.source, Handed("", reader="Ann"))
    Copies.open(path).hand_out("one scene", Handed("", reader="Ben", scenes=(2,)))
    story.session.replace(1, 3, ["She was there. It was late."], label="edit", initiator="test")
    story.session.replace(0, 0, ["New."], label="edit", initiator="test")
    version = next(each for each in earlier(story) if "handed" in each.title)
    assert version.title == "as you last handed it out to Ann"
    found = version.read()
    assert [each.text for each in found.paragraphs] == [each.text for each in before.paragraphs]
    assert found.paragraphs[-1].marks == before.paragraphs[-1].marks
    assert found.paragraphs[-1].tied == before.paragraphs[-1].tied


def test_changes_since_then_are_tracked_in_the_document_itself(tmp_path: Path) -> None:
    path = docx(tmp_path / "story.docx")
    story = Story.read(path)
    Copies.open(path).hand_out(story.session.manuscript.source)
    story.session.replace(1, 2, ["She was there. It was late."], label="edit", initiator="test")
    version = next(each for each in earlier(story) if each.title == "as you last handed it out")
    made = zipfile.ZipFile(io.BytesIO(tracked(version.read(), story.session.manuscript, Revision())))
    body = made.read("word/document.xml").decode()
    assert "".join(re.findall(r"<w:delText[^>]*>([^<]*)", body)) == "not " and "<w:ins " not in body
    assert made.read("word/styles.xml") == zipfile.ZipFile(path).read("word/styles.xml")


def test_plain_text_is_parted_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("One.\n\nTwo.\n", encoding="utf-8")
    now = Story.read(path).session.manuscript
    assert with_text(now, "One.\n\nAnd a half.\n\nTwo.\n").source == "One.\n\nAnd a half.\n\nTwo.\n"


def test_no_copy_no_version_and_a_damaged_one_is_said(tmp_path: Path) -> None:
    path = docx(tmp_path / "story.docx")
    story = Story.read(path)
    assert not [each for each in earlier(story) if "handed" in each.title]
    digest = Copies.open(path).hand_out("words").digest
    version = next(each for each in earlier(story) if "handed" in each.title)
    next(path.parent.rglob(f"{digest}*")).write_bytes(b"not gzip")
    with pytest.raises(CopyGone, match="damaged or gone"):
        version.read()


def test_what_was_saved_before_can_be_compared(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("First words.\n")
    story = Story.read(path)
    for text in ("Second words.", "Third words."):
        story.session.replace(0, 1, [text], label="edit", initiator="test")
        story.took(write(story.session.manuscript), revision=story.session.revision)
    saved = [each for each in earlier(story) if each.title.startswith("as saved on")]
    assert [each.read().paragraphs[0].text for each in saved] == ["Second words."]


def test_a_saving_that_leaves_no_room_for_a_backup_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Backups, data: bytes) -> None:
        raise SaveError.of(self.path, OSError(errno.ENOSPC, "No space left on device"))

    path = tmp_path / "story.md"
    path.write_text("First words.\n")
    story = Story.read(path)
    story.session.replace(0, 1, ["Second words."], label="edit", initiator="test")
    monkeypatch.setattr(Backups, "keep", full)
    written = write(story.session.manuscript)
    assert path.read_text() == "Second words.\n"
    assert len(written.notices) == 1 and "no backup of it could be kept" in written.notices[0]


def test_a_state_with_a_name_can_be_compared_with(tmp_path: Path) -> None:
    path = docx(tmp_path / "story.docx")
    story = Story.read(path)
    snapshots = Snapshots.open(path)
    snapshots.keep(State.on_disk(path), "before Anna’s notes")
    snapshots.keep(State((("story.docx", b"other"),)), why="before a thing")
    found = [each for each in earlier(story) if "under" in each.title]
    assert [each.title for each in found] == ["as you kept it under “before Anna’s notes”"]
    assert found[0].read().paragraphs == story.session.manuscript.paragraphs
