# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds a file again that was renamed or moved in the file manager: by what it is, not by its name.

A file system knows a file by a number that stays through renaming and moving on one disk (Windows, macOS and Linux
alike give it as device and inode). A file with that number, or with the same bytes, is looked for where people move
files to: the same folder, those beside and below it, and the trash.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from redraft.formats.registry import SUFFIXES
from redraft.formats.second_names import second_names
from redraft.storage.atomic import digest

_MOST = 20_000
"""Entries that are looked at, at most."""
_LONGEST = 1.5
"""Seconds that are spent on it, at most."""
_DEPTH = 3
_SLACK = 2.0
"""Seconds by which a disk's clock may be behind."""
_TRASHES = (".local/share/Trash/files", ".Trash")


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a file or folder is known again: its number on its disk, and of a file its size in bytes and the SHA-256
    (hex) of what it holds. ``seen``: when it was there last, in seconds since 1970; a copy that is older than that is
    a copy, and not where it went."""

    device: int
    inode: int
    size: int = -1
    mark: str = ""
    seen: float = 0.0

    @classmethod
    def of(cls, path: Path, mark: str = "") -> Identity | None:
        """The identity of what stands at ``path``; None where nothing does."""
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(found.st_dev, found.st_ino, found.st_size if mark else -1, mark, time.time())


@dataclass(frozen=True, slots=True)
class Found:
    """Where it is now. ``sure``: by its number and by its bytes; ``trashed``: in the trash."""

    path: Path
    sure: bool
    trashed: bool = False


def find_again(
    gone: Path, identity: Identity, alike: Callable[[Path], bool] | None = None, home: Path | None = None
) -> list[Found]:
    """Where what stood at ``gone`` may be now, the surest first; where one is sure, that one alone. ``alike`` judges a
    file that has the number and other bytes: it may have been changed, or be another that was given the number."""
    found: list[Found] = []
    for folder, depth, trashed in _places(gone, home or Path.home()):
        for entry in filter(_may_be_one, _entries(folder, depth)):
            sure = _is(entry, identity, gone)
            if sure is None and alike is not None and _numbered(entry, identity) and entry.name.endswith(gone.suffix):
                sure = False if alike(Path(entry.path)) else None
            if sure is not None:
                found.append(Found(Path(entry.path), sure, trashed))
        if any(each.sure for each in found):
            break
    unlike = {each.path: each for each in found}
    ordered = sorted(unlike.values(), key=lambda each: (not each.sure, each.trashed, each.path))
    return ordered[:1] if ordered and ordered[0].sure else ordered


def _may_be_one(entry: os.DirEntry[str]) -> bool:
    """Whether people give such names; not what a program puts by while it saves."""
    if entry.name.startswith((".", "~")):
        return False
    return not any(each.earlier for each in second_names(entry.name))


def _is(entry: os.DirEntry[str], identity: Identity, gone: Path) -> bool | None:
    """Whether an entry is what is looked for, and surely so; None where it is not."""
    try:
        if entry.is_dir(follow_symlinks=False) or not identity.mark:
            same = entry.inode() == identity.inode and not identity.mark
            return True if same and entry.stat(follow_symlinks=False).st_dev == identity.device else None
        numbered = _numbered(entry, identity)
        suffix = Path(entry.name).suffix
        if suffix != gone.suffix and not (numbered and suffix.lower() in SUFFIXES):
            return None
        told = entry.stat(follow_symlinks=False)
        if told.st_size != identity.size or not (numbered or told.st_ctime > identity.seen - _SLACK):
            return None
        same = digest(Path(entry.path).read_bytes()) == identity.mark
    except OSError:
        return None
    return numbered if same else None


def _numbered(entry: os.DirEntry[str], identity: Identity) -> bool:
    try:
        found = entry.stat(follow_symlinks=False) if entry.inode() == identity.inode else None
    except OSError:
        return False
    return found is not None and found.st_dev == identity.device


def _places(gone: Path, home: Path) -> Iterator[tuple[Path, int, bool]]:
    """(Folder, how deep, whether it is the trash), the likeliest first."""
    yield gone.parent, 0, False
    yield gone.parent, _DEPTH, False
    for trash in _TRASHES:
        yield home / trash, 0, True
    if gone.parent.parent != gone.parent:
        yield gone.parent.parent, _DEPTH, False


def _entries(folder: Path, depth: int) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder and those below it, breadth first, within bounds."""
    until, left = time.monotonic() + _LONGEST, _MOST
    waiting = [(str(folder), depth)]
    while waiting and left > 0 and time.monotonic() < until:
        place, below = waiting.pop(0)
        try:
            with os.scandir(place) as entries:
                found = sorted(entries, key=lambda each: each.name)
        except OSError:
            continue
        left -= len(found)
        for entry in found:
            yield entry
            if below and not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, below - 1))
