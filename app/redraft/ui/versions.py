# SPDX-License-Identifier: GPL-3.0-or-later
"""The earlier states of a story that the present one can be compared with. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from redraft.formats import registry
from redraft.manuscript.model import Manuscript
from redraft.storage.originals import kept
from redraft.ui.story import Story


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
    originals = kept(path) if path is not None and path.is_file() else []
    if originals:
        found.append(Version("before Redraft first saved it", lambda: registry.read(originals[0]).manuscript))
    return found


def of_file(path: Path) -> Version:
    """Any file or folder."""
    return Version(path.name, lambda: registry.read(path).manuscript, is_file=True)
