# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a file so that at every moment either the old or the new one stands there whole.

A new file beside it takes its place in one step. Where that cannot be (a folder that may not be written, a share that
knows no renaming, a file of somebody else) the file is written where it stands, both texts being put by first.
"""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from redraft.errors import RedraftError
from redraft.storage import disk, inplace
from redraft.storage.attributes import Standing, carry
from redraft.storage.folders import make_folder


class SaveError(RedraftError):
    """A file could not be written; what stood there before still stands."""

    @classmethod
    def of(cls, path: Path, error: OSError) -> SaveError:
        """The sentence for what the system said."""
        if isinstance(error, inplace.PutBy):
            return cls(f"{path.name} could be written only in part: {_reason(error)}. Its old text and the new one are "
                       f"both kept whole, in {error.folder}, and your text is still here; save it somewhere else.")
        return cls(f"{path.name} was not saved: {_reason(error)}. The file on disk is as it was before, and your text "
                   f"is still here; save it somewhere else or try again.")


class MarkedReadOnly(SaveError):
    """Somebody marked the file as one that is not to be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} was not saved: you may not write to it (it is marked as read-only, or somebody "
                         "else’s). Allow writing in its properties, or save under another name. Your text is still "
                         "here.")


class NotKept(SaveError):
    """The disk took the bytes and gives back others."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} was written, but it does not read back as it was written: the disk, or the "
                         "network it lies on, is at fault. Your text is still here; save it on another disk.")


@dataclass(frozen=True, slots=True)
class Saved:
    """How a file was written: ``in_place`` where none could take its place; ``notices`` are for the author."""

    in_place: bool = False
    notices: tuple[str, ...] = ()


_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "that disk can only be read",
    errno.ENOENT: "its folder is not there any more",
    errno.ENOTDIR: "its folder is not there any more",
    errno.EISDIR: "a folder has that name",
    errno.ENAMETOOLONG: "the name is too long",
}
_HELD = "another program (a sync program, a virus scanner, a word processor) keeps it for itself just now"
_NO_PLACE = frozenset({
    errno.EACCES, errno.EPERM, errno.EXDEV, errno.EBUSY, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL,
})  # fmt: skip
"""What a system says that will let no new file take the old one's place, though the old one may be writable."""


def write(path: Path, data: bytes) -> Saved:
    """Put ``data`` in the file at ``path``: a temporary file beside it, to disk, read back, then in its place.

    A symbolic link is followed and kept; owner, permissions, access list and what other programs keep with the file
    are kept, or ``notices`` say what is not.

    Raises:
        MarkedReadOnly: when the file may not be written.
        SaveError: when it cannot be done; the old file is untouched and nothing is left lying about.
    """
    target = Path(os.path.realpath(path))
    standing = Standing.of(target)
    if not standing.writable:
        raise MarkedReadOnly(path)
    try:
        return _replaced(target, data, standing)
    except OSError as error:
        if standing.mode is None or error.errno not in _NO_PLACE:
            raise SaveError.of(path, error) from error
    try:
        inplace.overwrite(target, data)
    except OSError as error:
        raise SaveError.of(path, error) from error
    return Saved(in_place=True)


def write_in_new_folder(path: Path, data: bytes) -> Saved:
    """As :func:`write`, for the user's own data: makes the folder first where it is not there yet."""
    try:
        make_folder(path.parent)
    except OSError as error:
        raise SaveError.of(path, error) from error
    return write(path, data)


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes (hex), by which a file is known again."""
    return hashlib.sha256(data).hexdigest()


def changed_since(path: Path, known: str) -> bool:
    """Whether the file holds other bytes than those with the digest ``known`` (or cannot be read any more)."""
    try:
        return digest(path.read_bytes()) != known
    except OSError:
        return True


def _replaced(target: Path, data: bytes, standing: Standing) -> Saved:
    temporary = disk.temporary_beside(target, data)
    try:
        lost = carry(standing, target, temporary)
        disk.put_in_place(temporary, target)
    except OSError:
        disk.remove(temporary)
        raise
    _confirm(target, data)
    return Saved(notices=tuple(_notices(target, standing, lost)))


def _confirm(target: Path, data: bytes) -> None:
    try:
        disk.check(target, data)
    except PermissionError:
        return  # it may be written and not read
    except OSError as error:
        raise NotKept(target) from error


def _notices(target: Path, standing: Standing, lost: list[str]) -> list[str]:
    told = [f"{target.name} is saved, but {' and '.join(lost)} could not be kept with it."] if lost else []
    if standing.names > 1:
        told.append(f"{target.name} is saved. It has another name elsewhere on this disk (a hard link), and there the "
                    "old text still stands.")
    return told


def _reason(error: OSError) -> str:
    if disk.is_held(error):
        return _HELD
    return _REASONS.get(error.errno or 0, f"the system says: {error.strerror or error}")
