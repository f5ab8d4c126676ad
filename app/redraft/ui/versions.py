# SPDX-License-Identifier: GPL-3.0-or-later
"""The earlier states of a story that the present one can be compared with. Knows no Qt."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from redraft.errors import RedraftError
from redraft.formats import registry
from redraft.formats.plain import parse
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Session
from redraft.storage.backups import Backup, Backups
from redraft.storage.copies import Copies
from redraft.storage.originals import kept
from redraft.storage.snapshots import Snapshot, Snapshots
from redraft.storage.states import manuscript_of
from redraft.ui.story import Story


class CopyGone(RedraftError):
    """The text that was handed out cannot be read any more. ``title`` is the story's."""

    def __init__(self, title: str) -> None:
        super().__init__(f"The copy of “{title}” that you handed out is damaged or gone. Choose another version.")


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a story: ``title`` in the midst of a sentence ("as you opened it"), or the name of a file that
    ``is_file``; ``read`` raises a FormatError."""

    title: str
    read: Callable[[], Manuscript]
    is_file: bool = False


def present(story: Story) -> Version:
    """The story as it is on the page at this moment."""
    now = story.session.manuscript
    return Version("as it is now", lambda: now)


def earlier(story: Story) -> list[Version]:
    """What is there of the story's past, the nearest first."""
    found: list[Version] = []
    opened, path = story.opened, story.path
    if path is not None and story.session.modified:
        found.append(Version("as it is on disk", lambda: registry.read(path).manuscript))
    if opened is not None:
        found.append(Version("as you opened it", lambda: opened))
    found += _handed_out(story)
    found += _named(path)
    found += _backed_up(path)
    originals = kept(path) if path is not None and path.is_file() else []
    if originals:
        found.append(Version("before Redraft first saved it", lambda: registry.read(originals[0]).manuscript))
    return found


def _named(path: Path | None) -> list[Version]:
    """The states that the author keeps under a name, the newest first."""
    if path is None:
        return []
    snapshots = Snapshots.open(path)

    def version(snapshot: Snapshot) -> Version:
        return Version(f"as you kept it under “{snapshot.name}”",
                       lambda: manuscript_of(path, snapshots.files(snapshot)))

    return [version(each) for each in snapshots.all if each.name]


def _backed_up(path: Path | None) -> list[Version]:
    """The backups of a story of one file, those that are older than what is on disk."""
    if path is None or path.is_dir():
        return []
    backups = Backups(path)

    def version(backup: Backup) -> Version:
        when = time.strftime("%d %B %Y, %H:%M", time.localtime(backup.when)).lstrip("0")
        return Version(f"as saved on {when}", lambda: registry.read_bytes(backups.read(backup), path.name).manuscript)

    return [version(each) for each in backups.all[1:]]


def with_text(manuscript: Manuscript, text: str) -> Manuscript:
    """The manuscript with another text (as ``redraft text`` prints it): paragraphs that both have stay as they are,
    with their formatting and their place in the file.
    """
    formatted = manuscript.files[0].original is not None
    markdown = manuscript.files[0].format == "markdown"
    texts = text.split("\n") if formatted else [each.text for each in parse(text, markdown=markdown).paragraphs]
    session = Session(manuscript)
    old = [each.text for each in manuscript.paragraphs]
    for kind, first, last, start, end in reversed(SequenceMatcher(None, old, texts, autojunk=False).get_opcodes()):
        if kind != "equal":
            session.replace(first, last, texts[start:end], label="an earlier text", initiator="versions")
    return session.manuscript


def _handed_out(story: Story) -> list[Version]:
    """The story as readers had it last, where that copy was the whole of it and is kept."""
    copies = Copies.open(story.path)
    last = next((each for each in reversed(copies.handed) if not each.scenes), None)
    if last is None or last.digest not in copies.digests:
        return []
    now = story.session.manuscript

    def read() -> Manuscript:
        text = copies.text(last.digest)
        if text is None:
            raise CopyGone(last.title or story.title)
        return with_text(now, text)

    whom = f" to {last.reader}" if last.reader else ""
    return [Version(f"as you last handed it out{whom}", read)]


def of_file(path: Path) -> Version:
    """Any file or folder."""
    return Version(path.name, lambda: registry.read(path).manuscript, is_file=True)
