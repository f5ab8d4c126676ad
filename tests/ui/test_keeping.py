# SPDX-License-Identifier: GPL-3.0-or-later
"""The state before every bulk action is in the history, by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from redraft.places import data_folder
from redraft.storage.atomic import SaveError
from redraft.storage.recovery import left_behind
from redraft.storage.snapshots import Snapshots
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.conftest import STORY


def kept(path: Path, qtbot: QtBot, count: int = 1) -> list[str]:
    """Why states were kept, the newest first."""
    qtbot.waitUntil(lambda: len(Snapshots.open(path).all) >= count, timeout=20_000)
    return [each.why for each in Snapshots.open(path).all]


def replace_all(window: Window) -> None:
    window.find_bar.open(True)
    window.find_bar.find_field.setText("the")
    window.find_bar.replace_field.setText("a")
    window.find_bar.replace_all()


def rename(window: Window) -> None:
    window.context.bus.much_to_change.emit("renaming Ann to Anna")


@pytest.mark.parametrize(("deed", "why"), [
    (replace_all, "before replacing"), (rename, "before renaming Ann to Anna")])
def test_the_state_before_a_bulk_action(
    window: Window, story_file: Path, qtbot: QtBot, deed: Callable[[Window], None], why: str
) -> None:
    deed(window)
    assert kept(story_file, qtbot)[0].startswith(why)
    made = Snapshots.open(story_file).all[0]
    assert Snapshots.open(story_file).files(made) == (("story.md", STORY.encode()),)


def test_another_programs_changes(window: Window, story_file: Path, qtbot: QtBot) -> None:
    window.watch.look()
    story_file.write_text("Other words.\n")

    def seen() -> bool:
        window.watch.look()
        return bool(Snapshots.open(story_file).all)

    qtbot.waitUntil(seen, timeout=20_000)
    assert kept(story_file, qtbot) == ["before taking over another program’s changes"]


def test_decisions_and_notes_are_kept_with_it(window: Window, story_file: Path, qtbot: QtBot) -> None:
    window.story.book.add_word("zorb").do()
    id = window.context.notes.add("A note.", None)
    window.keeping.before("a thing")
    assert kept(story_file, qtbot) == ["before a thing"]
    state = Snapshots.open(story_file).state(Snapshots.open(story_file).all[0])
    assert [each.id for each in state.records if each.kind == "word"] == ["zorb"]
    assert [each.id for each in state.notes] == [id]


def test_what_cannot_be_kept_is_said(
    window: Window, qtbot: QtBot, story_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Snapshots, "keep", lambda *_: (_ for _ in ()).throw(SaveError("The disk is full.")))
    window.keeping.before("a thing")
    qtbot.waitUntil(lambda: "could not be kept in the history. The disk is full." in window.notices.sentence)


def test_text_that_cannot_be_kept_on_leaving_keeps_its_journal(
    window: Window, story_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.story.session.replace(0, 1, ["Unsaved."], label="x", initiator="t")
    window.safety.flush()
    with monkeypatch.context() as patched:
        patched.setattr(Snapshots, "keep", lambda *_: (_ for _ in ()).throw(SaveError("The disk is full.")))
        window.close_for_good()
    assert list((data_folder() / "recovery").glob("*.recovery"))


def test_named_states_go_with_the_story_to_another_name(window: Window, story_file: Path, qtbot: QtBot) -> None:
    window.keeping.name("mine")
    qtbot.waitUntil(lambda: bool(Snapshots.open(story_file).all), timeout=20_000)
    new = story_file.with_name("other.md")
    window.filing._save_as(new, None)
    qtbot.waitUntil(lambda: bool(Snapshots.open(new).all), timeout=20_000)
    assert [each.name for each in Snapshots.open(new).all] == ["mine"] and window.story.path == new


def test_a_new_story_has_states_as_well(window: Window, qtbot: QtBot) -> None:
    window.show_story(Story.new())
    window.story.session.replace(0, 1, ["A beginning."], label="x", initiator="t")
    window.keeping.before("a thing")
    from redraft.storage.snapshots import untitled

    assert kept(untitled(), qtbot) == ["before a thing"]


def test_text_that_cannot_be_kept_when_another_story_opens_is_offered_later(
    window: Window, story_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.story.session.replace(0, 1, ["Unsaved."], label="x", initiator="t")
    with monkeypatch.context() as patched:
        patched.setattr(Snapshots, "keep", lambda *_: (_ for _ in ()).throw(SaveError("The disk is full.")))
        window.show_story(Story.new())
    window.story.session.replace(0, 1, ["A new one."], label="x", initiator="t")
    window.safety.flush()
    found = left_behind()
    assert [each.story for each in found] == [story_file]
    manuscript = found[0].manuscript()
    assert manuscript is not None and manuscript.paragraphs[0].text == "Unsaved."
