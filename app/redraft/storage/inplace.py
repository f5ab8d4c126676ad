# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing into a file where it stands, for where no other can take its place: the folder may not be written, the share
knows no renaming, the file is another's or is mounted alone.

That is not one step, so both texts are put by first, with the user's data, and stay there until the file reads back as
it should. A file that a sudden end left half-written is known by them, and either text can be put there.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from redraft.places import data_folder
from redraft.storage import disk
from redraft.storage.folders import make_folder

_OLD, _NEW, _PATH = "old", "new", "path.json"
_SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


class PutBy(OSError):
    """Neither text could be written whole: both are kept in ``folder``."""

    def __init__(self, error: OSError, folder: Path) -> None:
        super().__init__(error.errno, error.strerror or str(error))
        self.folder = folder


@dataclass(frozen=True, slots=True)
class HalfWritten:
    """A file whose saving broke off: it holds neither its old text nor the new one. Both lie in ``folder``."""

    path: Path
    folder: Path

    @property
    def sentence(self) -> str:
        """What to tell the author."""
        return (f"The last saving of {self.path.name} broke off half-way, so the file holds some of the old text and "
                "some of the new. Both are kept whole.")

    def mend(self, *, new: bool = True) -> None:
        """Put the new text, or the old one, into the file.

        Raises:
            OSError: when it cannot be written; both stay kept.
        """
        disk.overwrite(self.path, (self.folder / (_NEW if new else _OLD)).read_bytes())
        _forget(self.folder)


def overwrite(target: Path, data: bytes) -> None:
    """Give ``target``, which is there, other bytes; where that fails it gets its old ones back.

    Raises:
        PutBy: when it could be given neither; both are kept.
        OSError: when it could not be done; the file holds what it held.
    """
    old = target.read_bytes()
    folder = _folder(target)
    try:
        make_folder(folder)
        for name, held in ((_OLD, old), (_NEW, data), (_PATH, json.dumps(str(target)).encode("ascii"))):
            disk.put_in_place(disk.temporary_beside(folder / name, held), folder / name)
    except OSError:
        _forget(folder)
        raise
    try:
        disk.overwrite(target, data)
    except OSError as error:
        _restore(target, old, folder, error)
        raise
    _forget(folder)


def half_written(path: Path) -> HalfWritten | None:
    """Whether a saving of that file broke off; None too where it came to its end, or never began."""
    target = Path(os.path.realpath(path))
    folder = _folder(target)
    try:
        held = target.read_bytes()
        old, new = ((folder / each).read_bytes() for each in (_OLD, _NEW))
        told = json.loads((folder / _PATH).read_bytes())
    except (OSError, ValueError):
        return None
    if told != str(target):
        return None
    if held in (old, new) or not (_mixed(held, old, new) or _pieced(held, old, new)):
        _forget(folder)  # whole, or written anew by somebody since
        return None
    return HalfWritten(target, folder)


def _mixed(held: bytes, old: bytes, new: bytes) -> bool:
    """Whether it begins as the new text does and goes on as the old one did."""
    pairs = zip(held, new, strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(held), len(new)))
    return held[same:] == old[same:]


def _pieced(held: bytes, old: bytes, new: bytes) -> bool:
    """Whether it is made of sectors of the one and of the other, or of none, as a power cut leaves a file."""
    if len(held) in (len(old), len(new)):
        return True
    for start in range(0, len(held), _SECTOR):
        piece = held[start : start + _SECTOR]
        sectors = (text[start : start + _SECTOR].ljust(_SECTOR, b"\0") for text in (old, new))
        if piece.strip(b"\0") and not any(each.startswith(piece) for each in sectors):
            return False
    return len(held) <= max(len(old), len(new))


def _restore(target: Path, old: bytes, folder: Path, error: OSError) -> None:
    with contextlib.suppress(OSError):
        if target.read_bytes() != old:
            disk.overwrite(target, old)
    try:
        disk.check(target, old)
    except OSError:
        raise PutBy(error, folder) from error
    _forget(folder)


def _forget(folder: Path) -> None:
    for name in (_PATH, _NEW, _OLD):
        disk.remove(folder / name)
    with contextlib.suppress(OSError):
        folder.rmdir()


def _folder(target: Path) -> Path:
    key = hashlib.sha256(str(target).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return data_folder() / "half-written" / key
