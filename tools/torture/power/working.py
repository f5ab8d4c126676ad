# SPDX-License-Identifier: GPL-3.0-or-later
"""A morning's work on a story, to be recorded: typing, deciding, noting, saving, a snapshot; each said when safe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from redraft.notes.note import Note
from redraft.storage.notes import NoteStore
from redraft.storage.recovery import RecoveryFile
from redraft.storage.snapshots import Snapshots
from redraft.storage.states import State
from redraft.ui.story import Story
from tools.torture.victim import PARAGRAPHS, number_of, texts

Say = Callable[[str, int], None]
"""Hears what is safe now: "kept" (unsaved text), "saved", "decided", "noted", "snapped", and which."""

STORY = "story.md"


def begin(folder: Path) -> Path:
    """A story that somebody else wrote."""
    path = folder / STORY
    path.write_text("\n\n".join(texts(0)) + "\n", encoding="utf-8")
    return path


def work(path: Path, say: Say, savings: int = 2) -> None:
    """Write on the story at ``path``: three states for each saving."""
    story = Story.read(path)
    notes = NoteStore.open(path)
    recovery = RecoveryFile()
    story.session.subscribe(lambda event: recovery.note(event.changes))
    number = number_of([each.text for each in story.session.paragraphs]) or 0
    for _ in range(savings):
        for _ in range(3):
            number += 1
            story.session.replace(0, PARAGRAPHS, texts(number), label="edit", initiator="power")
            recovery.flush(story.session.manuscript)
            say("kept", number)
        story.book.sidecar.put("torture", str(number), {"number": number})
        say("decided", number)
        notes.notebook.add(Note(f"urn:torture:{number}", "Ann", f"Note {number}"))
        say("noted", number)
        story.save()
        say("saved", number)
        recovery.safe()
        say("done", number)
        Snapshots.open(path).keep(State(((path.name, path.read_bytes()),), (), ()), f"state {number}")
        say("snapped", number)
