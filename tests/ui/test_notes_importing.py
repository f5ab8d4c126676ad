# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes that came back, let fall on the window: taken in, placed, reported; everything else is opened as a story."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from redraft.notes.note import State, text_digest
from redraft.storage.copies import Copies
from redraft.ui.notes.importing import ReportDialog
from redraft.ui.story import Story
from redraft.ui.window import Window

STORY = "The lamp went out.\n\nNobody was there; the rain was on the roof.\n\nIt rained and rained.\n"
NOW = "Late that night the lamp went out.\n\nNobody was there; the rain was on the roof.\n\nThen it was dry.\n"


@pytest.fixture
def noted(window: Window, tmp_path: Path) -> Window:
    """A story that was handed out, and rewritten since."""
    path = tmp_path / "lamp.txt"
    path.write_text(NOW, encoding="utf-8")
    Copies.open(path).hand_out(STORY)
    window.show_story(Story.read(path))
    return window


def reader_file(folder: Path, reader: str, *notes: tuple[str, str], story: str = STORY) -> Path:
    """What a reader sends back: words, and what they say of them."""
    annotations = []
    for number, (words, said) in enumerate(notes):
        start = story.index(words)
        annotations.append({
            "type": "Annotation", "id": f"urn:x:{reader}-{number}", "created": "2026-01-01T10:00:00Z",
            "body": [{"type": "TextualBody", "value": said, "purpose": "commenting"}],
            "target": {"selector": [
                {"type": "TextPositionSelector", "start": start, "end": start + len(words), "unit": "code point"},
                {"type": "TextQuoteSelector", "exact": words, "prefix": story[:start][-64:], "suffix": story[start + len(words) :][:64]}]},
        })  # fmt: skip
    path = folder / f"lamp – {reader}.notes.txt"
    told = {"redraft": {"version": 1, "copy": text_digest(story), "title": "lamp", "reader": reader}, "annotations": annotations}
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def test_many_files_let_fall_are_taken_in_at_once(noted: Window, tmp_path: Path) -> None:
    ann = reader_file(tmp_path, "Ann", ("the rain", "Which?"), ("It rained and rained", "<b>Too much</b>"))
    bob = reader_file(tmp_path, "Bob", ("the rain", "Nice."))
    noted.page.dropped.emit([str(ann), str(bob)])
    placed = noted.context.notes.all()
    texts = noted.story.session.paragraphs
    found = [(each.note.author, texts[each.spot.first].text[each.spot.start : each.spot.end]) for each in placed if each.spot]
    assert sorted(found) == [("Ann", "the rain"), ("Bob", "the rain")]
    (lost,) = [each for each in placed if each.state is State.LOST]
    assert lost.note.body == "<b>Too much</b>" and lost.note.quote.exact == "It rained and rained"
    assert noted.notices.sentence.startswith("Notes: 3 new, 0 updated")
    assert "1 lost" in noted.notices.sentence
    report = ReportDialog(noted.importing.lines)
    assert "“It rained and rained” – <b>Too much</b>" in report.text.toPlainText()
    assert noted.story.path is not None and noted.story.path.name == "lamp.txt", "the story stays open"


def test_the_same_file_twice_brings_nothing_new(noted: Window, tmp_path: Path) -> None:
    ann = reader_file(tmp_path, "Ann", ("the rain", "Which?"))
    for _ in range(2):
        noted.importing.take([ann])
    assert len(noted.context.notes.all()) == 1
    assert noted.notices.sentence.startswith("Notes: 0 new")


def test_notes_on_another_story_are_said_and_left_out(noted: Window, tmp_path: Path) -> None:
    other = "There was a fox. The fox was red. Nobody liked the fox at all, and it knew."
    file = reader_file(tmp_path, "Ann", ("There was a fox", "a"), ("was red", "b"), ("liked the fox", "c"), story=other)
    noted.importing.take([file])
    assert not noted.context.notes.all()
    assert "seems to be on another story" in noted.notices.sentence


def test_a_broken_file_is_said(noted: Window, tmp_path: Path) -> None:
    path = tmp_path / "x.notes.txt"
    path.write_text('{"redraft": {"version": 1, "annotations": [', encoding="utf-8")
    noted.importing.take([path])
    assert "x.notes.txt" in noted.notices.sentence
    assert not noted.context.notes.all()


def test_notes_are_pasted_from_a_mail(noted: Window) -> None:
    QApplication.clipboard().setText("From: Cem <cem@example.org>\n\n¶ 2: who is nobody?\n")
    noted.menus.actions["paste-notes"].trigger()
    (placed,) = noted.context.notes.all()
    assert (placed.note.author, placed.note.body) == ("Cem", "who is nobody?")
    assert placed.spot is not None and placed.spot.first == 1
    QApplication.clipboard().setText("")
    noted.menus.actions["paste-notes"].trigger()
    assert "Nothing was copied" in noted.notices.sentence


def test_without_a_story_notes_have_to_wait(noted: Window, tmp_path: Path) -> None:
    file = reader_file(tmp_path, "Ann", ("the rain", "Which?"))
    noted.show_story(Story.new())
    noted.importing.take([file])
    assert "Open the story first" in noted.notices.sentence and not noted.context.notes.all()


def test_a_story_let_fall_is_opened(noted: Window, tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text("Another story.\n", encoding="utf-8")
    assert not noted.importing.fell([path])
    assert not noted.importing.fell([])
    assert not noted.importing.fell([tmp_path / "absent.txt"])


def test_sentences_in_the_bar_are_characters(noted: Window) -> None:
    noted.say("<b>x</b>")
    label = next(each for each in noted.notices.findChildren(QLabel) if each.text() == "<b>x</b>")
    assert label.textFormat().name == "PlainText"
