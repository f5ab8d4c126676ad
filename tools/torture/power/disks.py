# SPDX-License-Identifier: GPL-3.0-or-later
"""What a disk may hold when the power fails after so many deeds: each a folder's files and their bytes.

As POSIX has it, a file's bytes are on the disk once the file is synced, and a name once its folder is. Of what was done
since, any part may be there, in whole sectors and in any order; a file may have grown without its bytes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from tools.torture.power.recording import Deed, Folder, FolderSynced, Made, Recorder, Removed, Said, Synced, Written

SECTOR = 512
WAYS = ("nothing", "everything", "names", "bytes")
"""What of the deeds after the last sync is there; beside these, parts by chance."""

_Naming = Made | Folder | Removed


@dataclass(frozen=True, slots=True)
class Disk:
    """The folders, and the bytes of each file by its path, both relative to the folder watched; ``said`` is what the
    program had called safe by then, the last number of each kind; ``kind`` says what is there of the last deeds."""

    kind: str
    deeds: int
    folders: frozenset[str]
    files: dict[str, bytes]
    said: dict[str, int]


@dataclass
class _Cache:
    """What was done and what of it is on the disk for sure."""

    safe: dict[int, bytearray] = field(default_factory=dict)
    loose: dict[int, list[Written]] = field(default_factory=dict)
    named: list[tuple[_Naming, bool]] = field(default_factory=list)
    said: dict[str, int] = field(default_factory=dict)

    def take(self, deed: Deed) -> None:
        if isinstance(deed, Made | Folder | Removed):
            self.named.append((deed, False))
        elif isinstance(deed, Written):
            self.loose.setdefault(deed.file, []).append(deed)
        elif isinstance(deed, Synced):
            self.safe[deed.file] = _with(self.safe.get(deed.file, bytearray()), self.loose.pop(deed.file, []), None)
        elif isinstance(deed, FolderSynced):
            self.named = [(each, safe or _parent(each.path) == deed.path) for each, safe in self.named]
        elif isinstance(deed, Said):
            self.said[deed.what] = max(deed.value, self.said.get(deed.what, deed.value))


def disks(recorder: Recorder, chances: int, every: int = 1) -> Iterator[Disk]:
    """Every disk that may be left, after each deed (or each ``every``-th): the :data:`WAYS`, and so many by chance."""
    cache = _Cache(safe={recorder.first[path]: bytearray(data) for path, data in recorder.before.items()})
    for number, deed in enumerate([None, *recorder.deeds]):
        if deed is not None:
            cache.take(deed)
        if number % every and not isinstance(deed, Said):
            continue
        for way in WAYS:
            yield _left(recorder, cache, number, way, None)
        for seed in range(chances):
            yield _left(recorder, cache, number, f"chance {seed}", random.Random(number * 1000 + seed))


def _left(recorder: Recorder, cache: _Cache, number: int, kind: str, chance: random.Random | None) -> Disk:
    def stays(way: str) -> bool:
        return kind in ("everything", way) if chance is None else chance.random() < 0.5

    names: dict[str, int] = dict(recorder.first)
    folders = set(recorder.folders)
    for each, safe in cache.named:
        if safe or stays("names"):
            _name(each, names, folders)
    files: dict[str, bytes] = {}
    for path, file in names.items():
        if _parent(path) in {".", *folders}:
            loose = cache.loose.get(file, [])
            kept = loose if chance or stays("bytes") else []
            files[path] = bytes(_with(bytearray(cache.safe.get(file, b"")), kept, chance))
    there = frozenset(each for each in folders if all(above in folders for above in _above(each)))
    return Disk(kind, number, there, {path: data for path, data in files.items() if _parent(path) in {".", *there}},
                dict(cache.said))


def _name(deed: _Naming, names: dict[str, int], folders: set[str]) -> None:
    if isinstance(deed, Folder):
        folders.add(deed.path)
    elif isinstance(deed, Removed):
        names.pop(deed.path, None)
    else:
        if names.get(deed.before) == deed.file:
            del names[deed.before]
        names[deed.path] = deed.file


def _with(data: bytearray, writings: Sequence[Written], chance: random.Random | None) -> bytearray:
    """The bytes after the writings, or after those sectors of them that chance leaves: a file that grows may be as long
    as it is to be, or end with the last sector that is there."""
    for each in writings:
        if chance is not None and chance.random() < 0.3:
            continue
        reached = len(data)
        if len(data) < each.size:
            data += bytes(each.size - len(data))
        elif chance is None or chance.random() < 0.5:
            del data[each.size :]
            reached = each.size
        for start in range(each.start - each.start % SECTOR, each.start + len(each.data), SECTOR):
            first, last = max(start, each.start), min(start + SECTOR, each.start + len(each.data))
            if (chance is None or chance.random() < 0.7) and last <= len(data):
                data[first:last] = each.data[first - each.start : last - each.start]
                reached = max(reached, last)
        if chance is not None and chance.random() < 0.5:
            del data[reached:]
    return data


def _parent(path: str) -> str:
    return str(PurePath(path).parent)


def _above(path: str) -> Iterator[str]:
    return (str(each) for each in PurePath(path).parents if str(each) != ".")
