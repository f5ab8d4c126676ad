# SPDX-License-Identifier: GPL-3.0-or-later
"""Records what a program does to the files of a folder, in the order in which it does it.

The calls of ``os`` that sync, rename, remove and make folders are watched. Before and after each of them the folder is
looked at, and what is there now that was not there before is a making or a writing: a disk does not promise to keep
the order of what lies between two syncs, so nothing is lost by not seeing each single write.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch


@dataclass(frozen=True, slots=True)
class Made:
    """A name now leads to a file (by its number), which may have had another name till then."""

    path: str
    file: int
    before: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder was made."""

    path: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A name leads to nothing any more."""

    path: str


@dataclass(frozen=True, slots=True)
class Written:
    """From ``start`` on a file holds ``data`` and ends at ``size``."""

    file: int
    start: int
    data: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    """All that was written to a file is on the disk."""

    file: int


@dataclass(frozen=True, slots=True)
class FolderSynced:
    """All names in a folder are on the disk."""

    path: str


@dataclass(frozen=True, slots=True)
class Said:
    """The program called something safe: ``what``, and which state or record."""

    what: str
    value: int


Deed = Made | Folder | Removed | Written | Synced | FolderSynced | Said


class Recorder:
    """Watches a folder. ``deeds`` is what was done to it so far; ``before`` what it held at first, all on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.deeds: list[Deed] = []
        self._files: dict[str, int] = {}
        self._held: dict[int, bytes] = {}
        self._folders: set[str] = set()
        self._nodes: dict[int, int] = {}
        self._numbers = 0
        self._look()
        self.before = {path: self._held[file] for path, file in self._files.items()}
        self.folders = frozenset(self._folders)
        self.first = dict(self._files)
        self.deeds.clear()

    def say(self, what: str, value: int) -> None:
        """The program called something safe."""
        self._look()
        self.deeds.append(Said(what, value))

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """While inside, what this process does is recorded."""
        with contextlib.ExitStack() as stack:
            for name, watch in (
                ("fsync", self._fsync), ("replace", self._rename), ("rename", self._rename),
                ("unlink", self._unlink), ("remove", self._unlink), ("mkdir", self._mkdir),
            ):
                stack.enter_context(patch.object(os, name, watch(getattr(os, name))))
            yield
        self._look()

    def _fsync(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def fsync(handle: int) -> None:
            self._look()
            real(handle)
            place = os.fstat(handle)
            path = self._folder_of(place)
            if path is not None:
                self.deeds.append(FolderSynced(path))
            elif place.st_ino in self._nodes:
                self.deeds.append(Synced(self._nodes[place.st_ino]))

        return fsync

    def _rename(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def rename(source: Any, target: Any, **more: Any) -> None:
            self._look()
            real(source, target, **more)
            old, new = self._named(source), self._named(target)
            if old in self._files:
                self._files[new] = self._files.pop(old)
                self.deeds.append(Made(new, self._files[new], old))
            self._look()

        return rename

    def _unlink(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def unlink(path: Any, **more: Any) -> None:
            self._look()
            real(path, **more)
            self._look()

        return unlink

    def _mkdir(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def mkdir(path: Any, *told: Any, **more: Any) -> None:
            real(path, *told, **more)
            self._look()

        return mkdir

    def _named(self, path: Any) -> str:
        return os.path.relpath(Path(path).absolute(), self.folder)

    def _folder_of(self, place: os.stat_result) -> str | None:
        for each in (".", *self._folders):
            with contextlib.suppress(OSError):
                if os.path.samestat((self.folder / each).stat(), place):
                    return each
        return None

    def _look(self) -> None:
        """Record what is there now and was not when it was looked at last, and what is gone."""
        seen: set[str] = set()
        for folder, folders, files in os.walk(self.folder):
            for each in folders:
                path = self._named(Path(folder) / each)
                if path not in self._folders:
                    self._folders.add(path)
                    self.deeds.append(Folder(path))
            for each in files:
                path = self._named(Path(folder) / each)
                with contextlib.suppress(FileNotFoundError):
                    self._look_at(path)
                    seen.add(path)
        for path in [each for each in self._files if each not in seen]:
            self.deeds.append(Removed(path))
            gone = self._files.pop(path)
            self._nodes = {node: file for node, file in self._nodes.items() if file != gone}

    def _look_at(self, path: str) -> None:
        whole = self.folder / path
        node, data = whole.stat().st_ino, whole.read_bytes()
        if path not in self._files or self._nodes.get(node) != self._files[path]:
            self._numbers += 1
            self._files[path] = self._nodes[node] = self._numbers
            self._held[self._numbers] = b""
            self.deeds.append(Made(path, self._numbers))
        file = self._files[path]
        held = self._held[file]
        if data != held:
            pairs = enumerate(zip(held, data, strict=False))
            start = next((at for at, (one, other) in pairs if one != other), min(len(held), len(data)))
            self.deeds.append(Written(file, start, data[start:], len(data)))
            self._held[file] = data
