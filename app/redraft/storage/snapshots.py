# SPDX-License-Identifier: GPL-3.0-or-later
"""Snapshots: the whole story at a moment, with its decisions and notes, never changed and verified when it is read.

Those that the author names ("before Anna's notes") lie beside the story, in its sidecar folder, so that they travel
with it and every machine sees them; nothing of them is ever changed or thinned, so no synced folder can mix them.
Those that Redraft makes by itself before a bulk action lie with the user's data: they are this machine's safety net,
many, thinned as they grow old, and a program must never delete in a folder that others sync. Where the sidecar folder
cannot be written, named ones lie there as well.

A snapshot is a file of JSON named by the SHA-256 of its bytes; what it lists are contents by their SHA-256. The
contents are written first, so whenever a machine stops, a snapshot is there whole or not at all.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from redraft.errors import RedraftError
from redraft.places import data_folder
from redraft.storage.atomic import SaveError, digest, write_in_new_folder
from redraft.storage.contents import LATEST, Contents, folder_aside, is_digest
from redraft.storage.sidecar import sidecar_folder
from redraft.storage.states import State, notes_data, notes_of, records_data, records_of
from redraft.storage.thinning import thinned
from redraft.text.plain_data import plain_data

_SUFFIX = ".json"
_VERSION = 1
_LARGEST_LIST = 4_000_000
_MOST = 15_000_000
"""Bytes that the automatic snapshots of one story may take, compressed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A content: the file's name (without a folder), its SHA-256 (hex), its size in bytes."""

    name: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """``id`` is the SHA-256 of what tells of it; ``when`` in seconds since 1970. ``name`` is what the author calls it,
    "" for one that Redraft made by itself; ``why`` says what it was made before ("before accepting 12 suggestions")."""

    id: str
    when: float
    name: str
    why: str
    files: tuple[Kept, ...]
    decisions: Kept
    notes: Kept

    @property
    def contents(self) -> tuple[Kept, ...]:
        """All that it consists of."""
        return (*self.files, self.decisions, self.notes)

    @property
    def title(self) -> str:
        """Its name, or what it was made for."""
        return self.name or self.why


class SnapshotDamaged(RedraftError):
    """A snapshot cannot be had back."""

    def __init__(self, snapshot: Snapshot) -> None:
        made = time.strftime("%d %B %Y, %H:%M", time.localtime(snapshot.when)).lstrip("0")
        super().__init__(f"The state “{snapshot.title}” from {made} is damaged or not there whole (perhaps the "
                         "folder is still being synced). Nothing was changed; the other states can still be had.")


class Snapshots:
    """The snapshots of one story. ``beside`` is the folder of the named ones, ``aside`` that of the automatic ones;
    nothing is made by looking."""

    def __init__(self, beside: Path, aside: Path, clock: Callable[[], float] = time.time) -> None:
        self._beside, self._aside, self._clock = beside, aside, clock

    @classmethod
    def open(cls, path: Path) -> Snapshots:
        """Those of the story at ``path`` (a file, or a folder of chapters), which need not exist any more."""
        return cls(sidecar_folder(path) / "snapshots", folder_aside("snapshots", path))

    @property
    def all(self) -> tuple[Snapshot, ...]:
        """Every snapshot, the newest first."""
        found = {each.id: each for folder in (self._aside, self._beside) for each in _listed(folder)}
        return tuple(sorted(found.values(), key=lambda each: (-each.when, each.id)))

    @property
    def unreadable(self) -> tuple[Path, ...]:
        """Files that should tell of a snapshot, and do not."""
        return tuple(path for folder in (self._beside, self._aside) for path in sorted(folder.glob(f"*{_SUFFIX}"))
                     if is_digest(path.stem) and _read(path) is None)

    def keep(self, state: State, name: str = "", why: str = "") -> Snapshot:
        """Make a snapshot, and read all of it back. With a ``name`` it is the author's and stays; without, it is an
        automatic one, made before ``why`` says, and a state that is as the newest one has it is not kept twice.

        Raises:
            SaveError: when it could not be written, or does not read back; there is no half of it then.
        """
        if name:
            with contextlib.suppress(SaveError):
                return self._put(self._beside, state, name, why)[0]
            return self._put(self._aside, state, name, why)[0]
        made, new = self._put(self._aside, state, name, why)
        if new:
            self._thin(made.when)
        return made

    def state(self, snapshot: Snapshot) -> State:
        """What it holds.

        Raises:
            SnapshotDamaged: when any of it is gone, or not what was written.
        """
        files = tuple((each.name, self._content(snapshot, each)) for each in snapshot.files)
        return State(files, records_of(self._content(snapshot, snapshot.decisions)),
                     notes_of(self._content(snapshot, snapshot.notes)))

    def files(self, snapshot: Snapshot) -> tuple[tuple[str, bytes], ...]:
        """Its files alone, in reading order; raises as :meth:`state`."""
        return tuple((each.name, self._content(snapshot, each)) for each in snapshot.files)

    def damaged(self) -> list[Snapshot]:
        """Those that cannot be had back; every content is read."""
        good: dict[Kept, bool] = {}
        for each in (kept for snapshot in self.all for kept in snapshot.contents):
            if each not in good:
                good[each] = self._found(each) is not None
        return [each for each in self.all if not all(good[kept] for kept in each.contents)]

    def remove(self, snapshot: Snapshot) -> None:
        """The author does not want it any more. What it consists of goes as far as no other snapshot needs it.

        Raises:
            SaveError: when it cannot be removed.
        """
        for folder in (self._beside, self._aside):
            path = folder / f"{snapshot.id}{_SUFFIX}"
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise SaveError.of(path, error) from error
            needed = {kept.digest for each in _listed(folder) for kept in each.contents}
            for each in snapshot.contents:
                if each.digest not in needed:
                    Contents(folder).remove(each.digest)

    def inherit(self, other: Snapshots) -> None:
        """Take over the named snapshots of the same story under its old name.

        Raises:
            SaveError: when one cannot be written; those before it are there.
        """
        have = {each.id for each in self.all}
        for each in other.all:
            if not each.name or each.id in have:
                continue
            found = [other._found(kept) for kept in each.contents]
            if all(data is not None for data in found):
                for data in found:
                    Contents(self._beside).keep(data or b"")
                write_in_new_folder(self._beside / f"{each.id}{_SUFFIX}", _told(each))

    def _put(self, folder: Path, state: State, name: str, why: str) -> tuple[Snapshot, bool]:
        contents = Contents(folder)
        files = tuple(Kept(file, contents.keep(data), len(data)) for file, data in state.files)
        decisions, notes = records_data(state.records), notes_data(state.notes)
        extra = [Kept(each, contents.keep(data), len(data))
                 for each, data in (("decisions", decisions), ("notes", notes))]
        newest = next(iter(self.all), None)
        same = newest is not None and newest.contents == (*files, *extra)
        if newest is not None and same and not name:
            return newest, False
        when = round(max(self._clock(), newest.when + 1e-3 if newest else 0.0), 3)
        made = Snapshot("", when, name, why, files, extra[0], extra[1])
        told = _told(made)
        made = Snapshot(digest(told), when, name, why, files, extra[0], extra[1])
        write_in_new_folder(folder / f"{made.id}{_SUFFIX}", told)
        return made, True

    def _thin(self, now: float) -> None:
        """Take off automatic ones that are not needed any more. One that cannot be taken off is no matter."""
        mine, contents = list(_listed(self._aside)), Contents(self._aside)
        automatic = [each for each in mine if not each.name]
        sizes = {kept.digest: contents.taken(kept.digest) for each in mine for kept in each.contents}
        kept = thinned(automatic, now, lambda each: {part.digest: sizes[part.digest] for part in each.contents}, _MOST)
        for each in automatic:
            if each not in kept:
                with contextlib.suppress(OSError):
                    (self._aside / f"{each.id}{_SUFFIX}").unlink(missing_ok=True)
        contents.sweep({part.digest for each in _listed(self._aside) for part in each.contents})

    def _content(self, snapshot: Snapshot, kept: Kept) -> bytes:
        data = self._found(kept)
        if data is None:
            raise SnapshotDamaged(snapshot)
        return data

    def _found(self, kept: Kept) -> bytes | None:
        places = (Contents(folder).read(kept.digest, kept.size) for folder in (self._beside, self._aside))
        return next((data for data in places if data is not None), None)


def untitled() -> Path:
    """The place by which the snapshots of new stories, which lie nowhere yet, are found."""
    return data_folder() / "Untitled"


def _listed(folder: Path) -> Iterator[Snapshot]:
    for path in folder.glob(f"*{_SUFFIX}"):
        found = _read(path) if is_digest(path.stem) else None
        if found is not None:
            yield found


def _read(path: Path) -> Snapshot | None:
    """The snapshot that a file tells of; None when it is not what was written, or is of a later format."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_LIST + 1)
        told = plain_data(data) if digest(data) == path.stem else None
        if not isinstance(told, dict) or told.get("redraft-snapshot") != _VERSION:
            return None
        files = tuple(_kept(each) for each in told["files"])
        if not 0 <= float(told["when"]) < LATEST:
            return None
        return Snapshot(path.stem, float(told["when"]), str(told["name"]), str(told["why"]), files,
                        _kept(told["decisions"]), _kept(told["notes"])) if files else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _kept(told: Mapping[str, object]) -> Kept:
    name, mark, size = str(told["name"]), str(told["digest"]), told["size"]
    if Path(name).name != name or not is_digest(mark) or not isinstance(size, int) or size < 0:
        raise ValueError(name)
    return Kept(name, mark, size)


def _told(snapshot: Snapshot) -> bytes:
    def part(kept: Kept) -> dict[str, object]:
        return {"name": kept.name, "digest": kept.digest, "size": kept.size}

    told = {"redraft-snapshot": _VERSION, "when": snapshot.when, "name": snapshot.name, "why": snapshot.why,
            "files": [part(each) for each in snapshot.files], "decisions": part(snapshot.decisions),
            "notes": part(snapshot.notes)}
    return (json.dumps(told, sort_keys=True) + "\n").encode("ascii")
