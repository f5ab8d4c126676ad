# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a file so that at every moment either the old or the new one stands there whole."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import tempfile
from pathlib import Path

from redraft.errors import RedraftError


class SaveError(RedraftError):
    """A file could not be written; what stood there before still stands."""

    @classmethod
    def of(cls, path: Path, error: OSError) -> SaveError:
        """The sentence for what the system said."""
        reason = _REASONS.get(error.errno or 0, f"the system says: {error.strerror or error}")
        return cls(f"{path.name} was not saved: {reason}. The file on disk is as it was before, and your text is "
                   f"still here; save it somewhere else or try again.")


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


def write(path: Path, data: bytes) -> None:
    """Put ``data`` in the file at ``path``: a temporary file beside it, to disk, then in its place.

    A symbolic link is followed and kept; permissions are kept.

    Raises:
        SaveError: when it cannot be done; the old file is untouched and nothing is left lying about.
    """
    target = Path(os.path.realpath(path))
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, temporary)
        temporary.replace(target)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise SaveError.of(path, error) from error
    _sync_folder(target.parent)


def write_in_new_folder(path: Path, data: bytes) -> None:
    """As :func:`write`, for the user's own data: makes the folder first where it is not there yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError.of(path, error) from error
    write(path, data)


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes (hex), by which a file is known again."""
    return hashlib.sha256(data).hexdigest()


def changed_since(path: Path, known: str) -> bool:
    """Whether the file holds other bytes than those with the digest ``known`` (or cannot be read any more)."""
    try:
        return digest(path.read_bytes()) != known
    except OSError:
        return True


def _keep_mode(target: Path, temporary: Path) -> None:
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    temporary.chmod(mode)


def _sync_folder(folder: Path) -> None:
    """The new name is on disk too; systems that cannot sync a folder do so by themselves."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
