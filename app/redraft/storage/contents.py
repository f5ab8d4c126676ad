# SPDX-License-Identifier: GPL-3.0-or-later
"""A store of contents: each once, compressed, in a file named by its SHA-256, so that what is read is what was put.

Nothing in it is ever changed, only put and taken out, so two programs, or two machines with a synced folder, cannot
spoil each other's: they would write the same bytes.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import re
import time
import zlib
from collections.abc import Collection
from pathlib import Path

from redraft.places import data_folder
from redraft.storage.atomic import SaveError, digest, write_in_new_folder

LARGEST = 1_000_000_000
"""Bytes of one content unpacked; what claims more is damaged."""

LATEST = 1e11
"""Seconds since 1970 after which nothing was kept; no clock of a system tells the date of much more."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_YOUNG, _OLD = 3600.0, 86400.0


class NotReadBack(SaveError):
    """What was just written does not read back as it was."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"A copy did not read back from {folder} as it was written, so it was not kept. "
                         "Your file is as it was; have the disk checked.")


class Contents:
    """The contents in a folder, which need not exist yet; ``ending`` is that of its files."""

    def __init__(self, folder: Path, ending: str = ".gz") -> None:
        self.folder = folder
        self._ending = ending

    def keep(self, data: bytes) -> str:
        """Put a content in, read it back, and return its digest (hex). What lies there already stays, and counts as
        young again: another window that sweeps meanwhile must not take it for one that nobody lists.

        Raises:
            SaveError: when it could not be written, or does not read back as it was.
        """
        mark = digest(data)
        if self.read(mark, len(data)) is None:
            file = self._file(mark)
            tidy(self.folder)
            write_in_new_folder(file, gzip.compress(data, 6, mtime=0))
            if self.read(mark, len(data)) is None:
                self.remove(mark)
                raise NotReadBack(self.folder)
        else:
            with contextlib.suppress(OSError):
                os.utime(self._file(mark))
        return mark

    def read(self, mark: str, size: int = LARGEST) -> bytes | None:
        """The content of that digest, of at most ``size`` bytes; None when it is not there, or not what was put."""
        if not is_digest(mark):
            return None
        try:
            with gzip.open(self._file(mark)) as file:
                data = file.read(min(size, LARGEST) + 1)
        except (OSError, EOFError, zlib.error):
            return None
        return data if len(data) <= size and digest(data) == mark else None

    def taken(self, mark: str) -> int:
        """How many bytes of disk a content takes; 0 when it is not there."""
        try:
            return self._file(mark).stat().st_size if is_digest(mark) else 0
        except OSError:
            return 0

    def holds(self, mark: str) -> bool:
        """Whether there is a file for that digest; whether it can be read is for :meth:`read` to say."""
        return is_digest(mark) and self._file(mark).is_file()

    @property
    def digests(self) -> frozenset[str]:
        """The digests of all that lies there."""
        names = (each.name.removesuffix(self._ending) for each in self.folder.glob(f"*{self._ending}"))
        return frozenset(filter(is_digest, names))

    def remove(self, mark: str) -> None:
        """Take a content out; one that cannot be taken out stays."""
        try:
            if is_digest(mark):
                self._file(mark).unlink(missing_ok=True)
        except OSError:
            return

    def sweep(self, wanted: Collection[str]) -> None:
        """Take out what is not wanted and more than an hour old: what is younger may be another window's, which has
        not listed it yet."""
        for mark in self.digests - set(wanted):
            try:
                old = time.time() - self._file(mark).stat().st_mtime > _YOUNG
            except OSError:
                continue
            if old:
                self.remove(mark)

    def _file(self, mark: str) -> Path:
        return self.folder / f"{mark}{self._ending}"


def tidy(folder: Path) -> None:
    """Take away what writings that were cut off (by a crash, by pulling the plug) left in a folder of ours: temporary
    files of yesterday and before."""
    for file in folder.glob(".*.tmp"):
        try:
            if time.time() - file.stat().st_mtime > _OLD:
                file.unlink()
        except OSError:
            continue


def folder_aside(kind: str, path: Path) -> Path:
    """Where the user's data keeps what belongs to the story at ``path``: a folder of that ``kind`` of its own."""
    whole = str(path.resolve())
    name = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return data_folder() / kind / f"{path.stem[:40]}-{name}"


def is_digest(text: str) -> bool:
    """Whether ``text`` is a SHA-256 as it is written here."""
    return _DIGEST.fullmatch(text) is not None
