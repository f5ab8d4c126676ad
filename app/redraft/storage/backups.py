# SPDX-License-Identifier: GPL-3.0-or-later
"""Dated copies of a file as it was saved, thinned as they grow old, so that every state worth having can be had back.

They lie with the user's data and never in a synced folder: each content once, compressed, under its digest, and one
list with a line a copy. A copy is read back as soon as it is written; a list that is damaged loses the lines that are.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from redraft.errors import RedraftError
from redraft.places import data_folder
from redraft.storage.atomic import SaveError, digest, write_in_new_folder

_LIST = "list.jsonl"
_SUFFIX = ".gz"
_HOUR, _DAY, _WEEK = 3600.0, 86400.0, 604800.0
_ALL_OF_THE_LAST = 2 * _HOUR
_STEPS = ((_DAY, _HOUR), (30 * _DAY, _DAY), (float("inf"), _WEEK))
"""Up to which age, in seconds, one copy is kept of how much time."""
_LARGEST = 50_000_000
"""Bytes that the copies of one file may take, compressed."""
_NEVER_FEWER = 3
_LARGEST_FILE = 1_000_000_000
"""Bytes of one copy unpacked; what claims more is damaged."""


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
        self._folder = folder or _folder_of(path)
        self._clock = clock

    @property
    def all(self) -> tuple[Backup, ...]:
        """Every copy, the newest first; those whose content is gone are left out."""
        found = {each for each in map(_parsed, self._lines()) if each is not None and self._file(each).is_file()}
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
        file = self._file(made)
        if not file.exists() or self._read(made) is None:
            write_in_new_folder(file, gzip.compress(data, 6, mtime=0))
            if self._read(made) is None:
                file.unlink(missing_ok=True)
                raise SaveError(f"The backup of {self.path.name} did not read back as it was written, so it was not "
                                "kept. The file itself is saved; have the disk checked.")
        self._list(thinned((made, *before), made.when, self._taken))
        return made

    def read(self, backup: Backup) -> bytes:
        """The content of a copy.

        Raises:
            BackupDamaged: when it is gone, or not what was written.
        """
        data = self._read(backup)
        if data is None:
            raise BackupDamaged(self.path, backup)
        return data

    def damaged(self) -> list[Backup]:
        """The copies that cannot be had back; every one is read."""
        listed = sorted({each for each in map(_parsed, self._lines()) if each is not None}, reverse=True)
        return [each for each in listed if self._read(each) is None]

    def _list(self, kept: Iterable[Backup]) -> None:
        lines = [json.dumps({"when": round(each.when, 3), "digest": each.digest, "size": each.size}, sort_keys=True)
                 for each in sorted(kept)]
        write_in_new_folder(self._folder / _LIST, ("\n".join(lines) + "\n").encode("ascii"))
        wanted = {json.loads(each)["digest"] for each in lines}
        for file in self._folder.glob(f"*{_SUFFIX}"):
            if file.name.removesuffix(_SUFFIX) not in wanted and time.time() - file.stat().st_mtime > _HOUR:
                file.unlink(missing_ok=True)  # what is younger may be another window's, not listed yet

    def _read(self, backup: Backup) -> bytes | None:
        try:
            with gzip.open(self._file(backup)) as file:
                data = file.read(min(backup.size, _LARGEST_FILE) + 1)
        except (OSError, EOFError, zlib.error):
            return None
        return data if digest(data) == backup.digest else None

    def _taken(self, backup: Backup) -> int:
        try:
            return self._file(backup).stat().st_size
        except OSError:
            return 0

    def _file(self, backup: Backup) -> Path:
        return self._folder / f"{backup.digest}{_SUFFIX}"

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
    chosen: dict[tuple[float, int], Backup] = {}
    for each in sorted(backups, reverse=True):
        age = now - each.when
        if age <= _ALL_OF_THE_LAST:
            chosen[0.0, -len(chosen)] = each
            continue
        step = next(every for until, every in _STEPS if age <= until)
        chosen.setdefault((step, int(each.when // step)), each)
    kept: list[Backup] = []
    sizes: dict[str, int] = {}
    for each in sorted(chosen.values(), reverse=True):
        sizes.setdefault(each.digest, taken(each))
        if len(kept) >= _NEVER_FEWER and sum(sizes.values()) > most:
            break
        kept.append(each)
    return tuple(kept)


def _folder_of(path: Path) -> Path:
    whole = str(path.resolve())
    name = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return data_folder() / "backups" / f"{path.stem[:40]}-{name}"


def _parsed(line: str) -> Backup | None:
    try:
        told = json.loads(line)
        found = Backup(float(told["when"]), str(told["digest"]), int(told["size"]))
    except (ValueError, KeyError, TypeError):
        return None
    return found if found.digest.isalnum() and found.size >= 0 else None
