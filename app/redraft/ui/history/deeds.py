# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with an earlier state: it comes back as one step of undo, whole or one scene of it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.outline import outline
from redraft.manuscript.restoring import in_files_of, restored, with_scene
from redraft.manuscript.session import Decision
from redraft.notes.notebook import Notebook
from redraft.storage.atomic import write, write_in_new_folder
from redraft.storage.bringing_back import decisions_back, notes_back
from redraft.storage.history import Files, Moment
from redraft.storage.snapshots import Snapshots
from redraft.ui.history.lines import title, when_said
from redraft.ui.panels.words import plural
from redraft.ui.story import Story
from redraft.ui.versions import Version

INITIATOR = "history"


@dataclass(frozen=True, slots=True)
class Back:
    """What the page is to show: ``sentence`` tells the author what came of it, ``label`` is the step of undo."""

    paragraphs: tuple[Paragraph, ...]
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Then:
    """An earlier state, read: its text, and the names of its scenes."""

    manuscript: Manuscript
    scenes: tuple[str, ...]


def read(moment: Moment) -> Then:
    """Read a state; raises a RedraftError."""
    manuscript = moment.read()
    found = outline(manuscript.paragraphs)
    names = tuple(f"{each.number}  {each.title or each.label}" for each in found.scenes)
    return Then(manuscript, names)


def back(now: Manuscript, then: Then, moment: Moment, scene: int, *, rich: bool) -> Back:
    """The present text with a scene (from 1) of then, or with ``scene`` 0 the whole text of then. For a thread."""
    told = f"as it was {when_said(moment)}"
    if scene:
        found = with_scene(now.paragraphs, then.manuscript.paragraphs, scene, rich=rich)
        how = "" if found.instead == found.name else f", in the place of {found.instead}"
        how = how if found.instead else ", put in where it stood, for no scene is like it now"
        return Back(found.paragraphs, f"bringing {found.name} back",
                    f"{found.name} is here again, {told}{how}. Ctrl+Z takes it back.")
    paragraphs, missing = in_files_of(now, then.manuscript)
    made = restored(now.paragraphs, paragraphs, rich=rich)
    gone = f" Chapters that are gone stay so: {', '.join(missing)}. Save a copy to have them." if missing else ""
    return Back(tuple(made), f"going back to “{title(moment)}”",
                f"The story is here {told}, and nothing is saved yet. Ctrl+Z takes it back.{gone}")


def decisions(story: Story, notes: Notebook, path: Path, moment: Moment) -> list[Decision]:
    """What would make the decisions and notes of then count again; empty where nothing differs, or none were kept.

    Raises:
        SnapshotDamaged: when they cannot be read.
    """
    if moment.snapshot is None:
        return []
    state = Snapshots.open(path).state(moment.snapshot)
    return [*decisions_back(story.book, state.records), *notes_back(notes, state.notes)]


def save_copy(files: Files, target: Path) -> str:
    """Write the files of a state, exactly as they were, to a file, or several to a new folder; what to tell.

    Raises:
        SaveError: when it cannot be written.
    """
    if len(files) == 1:
        write(target, files[0][1])
        return f"{target.name} was written."
    for name, data in files:
        write_in_new_folder(target / name, data)
    return f"{plural(len(files), 'chapter')} were written to {target.name}."


def versions(story: Story, found: Iterable[Moment]) -> list[Version]:
    """The present and the moments, for the window that compares."""
    now = story.session.manuscript
    return [Version("as it is now", lambda: now),
            *(Version(f"as it was {when_said(each)} ({title(each)})", each.read) for each in found)]
