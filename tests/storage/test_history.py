# SPDX-License-Identifier: GPL-3.0-or-later
"""A story's past as one line of time, every state of which can be had back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redraft.formats import registry
from redraft.manuscript.session import Session
from redraft.storage.backups import Backups
from redraft.storage.history import Kind, Moment, NoSuchState, chosen, moments
from redraft.storage.originals import save_over
from redraft.storage.recovery import RecoveryFile
from redraft.storage.snapshots import Snapshots
from redraft.storage.states import State
from tests.ui.documents import docx


class Clock:
    """Seconds that go on when told."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def save(path: Path, data: bytes, when: float) -> None:
    save_over(path, data)
    Backups(path, clock=Clock(when)).keep(data)


def texts(moment: Moment) -> list[str]:
    return [each.text for each in moment.read().paragraphs if each.text]


def test_all_kinds_stand_in_order(tmp_path: Path) -> None:
    path, start = tmp_path / "story.md", 1_800_000_000.0
    path.write_text("As it came.\n")
    os.utime(path, (start, start))
    save(path, b"Saved first.\n", start + 100)
    save(path, b"Saved then.\n", start + 200)
    snapshots = Snapshots.open(path)
    snapshots._clock = Clock(start + 150)
    snapshots.keep(State((("story.md", b"Before a thing.\n"),)), why="before accepting 2 suggestions")
    snapshots._clock = Clock(start + 300)
    snapshots.keep(State((("story.md", b"Named.\n"),)), "before Anna’s notes")
    clock = Clock(start + 400)
    session, file = Session(registry.read(path).manuscript), RecoveryFile(clock=clock)
    session.subscribe(lambda event: file.note(event.changes))
    for number in range(30):
        session.replace(0, 1, [f"Typed {number}."], label="x", initiator="t")
        clock.now += 60
        file.flush(session.manuscript)
    found = [each for each in moments(path) if each.kind is not Kind.ORIGINAL]
    assert [each.kind for each in found] == [
        *[Kind.UNSAVED] * 6, Kind.NAMED, Kind.SAVED, Kind.AUTOMATIC, Kind.SAVED]
    assert [texts(each)[0] for each in found] == [
        *[f"Typed {number}." for number in (29, 24, 19, 14, 9, 4)], "Named.", "Saved then.", "Before a thing.",
        "Saved first."]
    assert [each.title for each in found[6:9]] == ["before Anna’s notes", "saved", "before accepting 2 suggestions"]
    assert found[0].files() == (("story.md", b"Typed 29.\n"),)
    original = [each for each in moments(path) if each.kind is Kind.ORIGINAL]
    assert [texts(each) for each in original] == [["As it came."]] and len({each.id for each in moments(path)}) == 11
    assert moments(path) == moments(path)
    file.safe()


def test_a_story_without_a_past_has_none(tmp_path: Path) -> None:
    assert moments(tmp_path / "none.md") == []


def test_a_document_is_had_back_as_its_bytes(tmp_path: Path) -> None:
    path = docx(tmp_path / "story.docx")
    data = path.read_bytes()
    save(path, data, 1_800_000_000.0)
    path.unlink()
    assert {each.kind for each in moments(path)} == {Kind.SAVED, Kind.ORIGINAL}
    assert [each.files() for each in moments(path)] == 2 * [(("story.docx", data),)]
    assert texts(moments(path)[0])[0] == "The Gate"


def test_a_folder_is_shown_as_it_was_at_each_saving(tmp_path: Path) -> None:
    folder, start = tmp_path / "novel", 1_800_000_000.0
    folder.mkdir()
    for number in (1, 2, 10):
        (folder / f"{number}.md").write_text(f"Chapter {number} as it came.\n")
    (folder / "notes.pdf").write_bytes(b"no chapter")
    save(folder / "1.md", b"One, saved first.\n", start)
    save(folder / "10.md", b"Ten, saved first.\n", start + 1)
    save(folder / "2.md", b"Two, saved then.\n", start + 100)
    found = moments(folder)
    assert [texts(each) for each in found] == [
        ["One, saved first.", "Two, saved then.", "Ten, saved first."],
        ["One, saved first.", "Chapter 2 as it came.", "Ten, saved first."]]
    assert [name for name, _ in found[0].files()] == ["1.md", "2.md", "10.md"]


def test_a_state_is_named_by_number_or_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("As it came.\n")
    for number in range(3):
        save(path, b"%d\n" % number, 1_800_000_000.0 + number * 60)
    found = moments(path)
    assert chosen(found, "1") == found[0] and chosen(found, str(len(found))) == found[-1]
    assert chosen(found, found[1].id) == chosen(found, found[1].id[:6].upper()) == found[1]
    for wrong in ("0", "99", "", "abc", "zzzz", "-1"):
        with pytest.raises(NoSuchState, match="no one state"):
            chosen(found, wrong)
