# SPDX-License-Identifier: GPL-3.0-or-later
"""Works without an end, to be killed in the midst of it; each kind of work says what is safe by its own account.

Every state of the story says its number in every paragraph, so that a mixture of two would be seen.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

from redraft.commands.receiving import receive
from redraft.formats.registry import read
from redraft.notes.note import Note
from redraft.storage.atomic import write
from redraft.storage.notes import NoteStore
from redraft.storage.recovery import RecoveryFile
from redraft.storage.sidecar import Sidecar, installation_id, sidecar_folder
from redraft.storage.snapshots import Snapshots
from redraft.storage.states import State
from redraft.ui.story import Story

PARAGRAPHS = 40
OLD_RECORDS = 200
"""Decisions in the sidecar of an earlier format."""

Say = Callable[[str, int], None]
"""Hears that something is safe now, and which: "kept" (unsaved text), "saved", "decided", "noted", "snapped" …"""


def texts(number: int) -> list[str]:
    """The paragraphs of the story's state of that number."""
    return [f"State {number} of the story, paragraph {place}, and more words in it." for place in range(PARAGRAPHS)]


def number_of(paragraphs: list[str]) -> int | None:
    """Which state these paragraphs are; None when they are a mixture."""
    try:
        number = int(paragraphs[0].split()[1])
    except (IndexError, ValueError):
        return None
    return number if paragraphs == texts(number) else None


def writing(path: Path, say: Say) -> None:
    """Type, decide, save with what belongs to it, and keep a snapshot now and then."""
    story = Story.read(path)
    recovery = RecoveryFile()
    story.session.subscribe(lambda event: recovery.note(event.changes))
    chance = random.Random()
    number = number_of([each.text for each in story.session.paragraphs]) or 0
    while True:
        number += 1
        story.session.replace(0, PARAGRAPHS, texts(number), label="edit", initiator="victim")
        recovery.flush(story.session.manuscript)
        say("kept", number)
        if chance.random() < 0.4:
            story.book.sidecar.put("torture", str(number), {"number": number})
            say("decided", number)
        if chance.random() < 0.4:
            story.save()
            say("saved", number)
            recovery.safe()
        if chance.random() < 0.2:
            snapshot(path, story, f"state {number}" if chance.random() < 0.5 else "")
            say("snapped", number)


def snapshot(path: Path, story: Story, name: str = "") -> None:
    """Keep a snapshot, named or automatic."""
    Snapshots.open(path).keep(State.of(story.session.manuscript), name, "" if name else "before a bulk action")


def receiving(path: Path, say: Say) -> None:
    """Take in one reader's file after the other, and change the notes that are there."""
    manuscript = read(path).manuscript
    store = NoteStore.open(path)
    number = max((int(each.id.split(":")[2]) for each in store.notebook.records), default=0)
    while True:
        number += 1
        file = path.with_name("ann.json")
        file.write_text(json.dumps({"redraft": {"version": 1}, "annotations": [_annotation(number)]}), encoding="utf-8")
        receive([file], manuscript, store)
        say("noted", number)
        store.notebook.add(Note(f"urn:torture:{number}:own", "Bob", f"Note {number}"))
        say("noted by Bob", number)


def _annotation(number: int) -> dict[str, object]:
    return {"type": "Annotation", "id": f"urn:torture:{number}", "creator": "Ann", "body": f"Note {number}",
            "created": "2024-05-06T07:08:09Z"}  # fmt: skip


def migrating(path: Path, say: Say) -> None:
    """Find decisions as an earlier Redraft wrote them, and decide something more."""
    number = 0
    while True:
        number += 1
        say("begun", number)
        older(path, number)
        Sidecar.open(path).put("torture", str(number), {"number": number})
        say("decided", number)


def older(path: Path, number: int) -> None:
    """Put decisions as the first format had them beside the story."""
    lines = [json.dumps({"redraft": 1})]
    lines += [json.dumps({"fields": {"word": f"word{each}"}, "id": f"word{each}", "kind": "word", "when": 1.0 + number})
              for each in range(OLD_RECORDS)]  # fmt: skip
    folder = sidecar_folder(path)
    folder.mkdir(exist_ok=True)
    write(folder / f"decisions.{installation_id()}.jsonl", ("\n".join(lines) + "\n").encode())


WORKS: dict[str, Callable[[Path, Say], None]] = {"writing": writing, "receiving": receiving, "migrating": migrating}
"""Every kind of work, by name."""
