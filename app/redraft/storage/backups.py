# SPDX-License-Identifier: GPL-3.0-or-later
"""Dated copies of a file as it was saved, thinned as they grow old, so that every state worth having can be had back.

They lie with the user's data and never in a synced folder: each content once, compressed, under its digest, and one
list with a line a copy. A copy is read back as soon as it is written; a list that is damaged loses the lines that are.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from redraft.errors import RedraftError
from redraft.storage.atomic import digest, write_in_new_folder
from redraft.storage.contents import LATEST, Contents, folder_aside
from redraft.storage.thinning import thinned as thinned_states
from redraft.text.plain_data import plain_data

_LIST = "list.jsonl"
_LARGEST = 30_000_000
"""Bytes that the copies of one file may take, compressed."""


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy: when it was made (seconds since 1970), the SHA-256 of its content (hex), its size in bytes."""

    when: float
    digest: str
    size: int


class BackupDamaged(RedraftError):
    """A copy cannot be had back."""

    def __init__(self, path: Path, backup: Backup) -> None:
        made = time.strftime("%d %B %Y, %H:%M", time.localtime(backup.when))
        super().__init__(f"The backup of {path.name} from {made} is damaged or gone. Your file is as it was; the other "
                         f"backups can still be had: redraft backups list {path.name}")


class Backups:
    """The copies of the file at ``path``, which need not exist any more. Nothing is made by looking."""

    def __init__(self, path: Path, folder: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self._folder = folder or folder_aside("backups", path)
        self._contents = Contents(self._folder)
        self._clock = clock

    @property
    def all(self) -> tuple[Backup, ...]:
        """Every copy, the newest first; those whose content is gone are left out."""
        found = {each for each in map(_parsed, self._lines()) if each is not None and self._contents.holds(each.digest)}
        return tuple(sorted(found, reverse=True))

    def keep(self, data: bytes) -> Backup | None:
        """Keep a copy of what was just saved; None when the newest one is the same.

        Raises:
            SaveError: when it could not be written, or does not read back as it was.
        """
        before = self.all
        made = Backup(max(self._clock(), before[0].when + 1e-3 if before else 0.0), digest(data), len(data))
        if before and before[0].digest == made.digest:
            return None
        self._contents.keep(data)
        self._list(thinned((made, *before), made.when, self._taken))
        return made

    def read(self, backup: Backup) -> bytes:
        """The content of a copy.

        Raises:
            BackupDamaged: when it is gone, or not what was written.
        """
        data = self._contents.read(backup.digest, backup.size)
        if data is None:
            raise BackupDamaged(self.path, backup)
        return data

    def damaged(self) -> list[Backup]:
        """The copies that cannot be had back; every one is read."""
        listed = sorted({each for each in map(_parsed, self._lines()) if each is not None}, reverse=True)
        return [each for each in listed if self._contents.read(each.digest, each.size) is None]

    def _list(self, kept: Collection[Backup]) -> None:
        lines = [json.dumps({"when": round(each.when, 3), "digest": each.digest, "size": each.size}, sort_keys=True)
                 for each in sorted(kept)]
        write_in_new_folder(self._folder / _LIST, ("\n".join(lines) + "\n").encode("ascii"))
        self._contents.sweep({each.digest for each in kept})

    def _taken(self, backup: Backup) -> int:
        return self._contents.taken(backup.digest)

    def _lines(self) -> list[str]:
        try:
            return (self._folder / _LIST).read_text(encoding="ascii", errors="replace").splitlines()
        except OSError:
            return []


def thinned(
    backups: Iterable[Backup], now: float, taken: Callable[[Backup], int], most: int = _LARGEST
) -> tuple[Backup, ...]:
    """The copies to keep, the newest first: all of the last two hours, then the last of each hour for a day, of each
    day for a month, of each week; and of these as many as ``most`` bytes hold, the newest three in any case.
    """
    return thinned_states(sorted(backups, reverse=True), now, lambda each: {each.digest: taken(each)}, most)


def _parsed(line: str) -> Backup | None:
    try:
        told = cast("dict[str, Any]", plain_data(line))
        found = Backup(float(told["when"]), str(told["digest"]), int(told["size"]))
    except (ValueError, KeyError, TypeError):
        return None
    return found if found.digest.isalnum() and found.size >= 0 and 0 <= found.when < LATEST else None
