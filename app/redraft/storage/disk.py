# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes on their way to a disk: written, synced, read back, put in the place of others. Raises what the system says."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds before each further try while another program holds a file: scanners and sync programs let go within one."""
_HELD = frozenset({5, 32, 33})
"""Windows' codes for a file that another program holds: access denied, sharing violation, lock violation."""
_PASSING = frozenset({errno.EBUSY, errno.EAGAIN, errno.EINTR, errno.ESTALE})
_CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


class NotReadBack(OSError):
    """What was written reads otherwise."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EIO, "what was written does not read back as it was", str(path))


def temporary_beside(target: Path, data: bytes) -> Path:
    """A new file in the same folder that holds ``data``, synced and read back. Nothing is left where it fails."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            sync(file.fileno())
        check(made, data)
    except BaseException:
        remove(made)
        raise
    return made


def overwrite(target: Path, data: bytes) -> None:
    """Give a file that is there other bytes where it stands, synced and read back. Not in one step: a program that
    ends in the midst of it leaves some of the old bytes behind the new ones."""
    handle = patiently(lambda: os.open(target, os.O_WRONLY | getattr(os, "O_BINARY", 0)))
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        file.truncate()
        sync(file.fileno())
    check(target, data)


def put_in_place(temporary: Path, target: Path) -> None:
    """Let ``temporary`` take the place and name of ``target``, in one step."""
    patiently(lambda: temporary.replace(target))
    sync_folder(target.parent)


def check(path: Path, data: bytes) -> None:
    """Raises :class:`NotReadBack` when the file holds anything else."""
    if path.read_bytes() != data:
        raise NotReadBack(path)


def patiently(deed: Callable[[], _T]) -> _T:
    """Do it; while another program holds the file, again after a while, six times in all."""
    for pause in PAUSES:
        try:
            return deed()
        except OSError as error:
            if not is_held(error):
                raise
        time.sleep(pause)
    return deed()


def is_held(error: OSError) -> bool:
    """Whether it is another program's hold on the file that stands in the way."""
    return error.errno in _PASSING or getattr(error, "winerror", None) in _HELD


def sync(handle: int) -> None:
    """Have the disk itself hold what was written. A file system that cannot promise it (some shares) does its best."""
    if sys.platform == "darwin":
        import fcntl  # fsync leaves it in the drive's own memory there

        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise


def sync_folder(folder: Path) -> None:
    """The new name is on disk too; systems that cannot sync a folder do so by themselves."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove(path: Path) -> None:
    """Take a file away, if that can be done."""
    with contextlib.suppress(OSError):
        path.unlink()
