# SPDX-License-Identifier: GPL-3.0-or-later
"""A lock that the operating system takes back when its holder dies, even by kill -9."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import BinaryIO

_PAUSE = 0.01
"""Seconds between two tries while another process holds the lock."""


class Lock:
    """Holds a file locked until :meth:`release` or the end of the process."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self._path, self._stream = path, stream

    @classmethod
    def take(cls, path: Path) -> Lock | None:
        """Lock the file at ``path`` (made if need be); None when another process, or this one, holds it.

        Raises:
            OSError: when the file cannot be made.
        """
        while True:
            stream = path.open("a+b")
            if not _locked(stream):
                stream.close()
                return None
            if _stands(path, stream):
                return cls(path, stream)
            stream.close()  # its holder took the file away between our opening and our locking it

    @classmethod
    def wait(cls, path: Path, seconds: float) -> Lock | None:
        """As :meth:`take`, but try for so long; None when it was held all the time."""
        until = time.monotonic() + seconds
        while True:
            lock = cls.take(path)
            if lock is not None or time.monotonic() >= until:
                return lock
            time.sleep(_PAUSE)

    def release(self) -> None:
        """Let go, and take the file away."""
        if os.name == "nt":
            self._stream.close()  # an open file cannot be taken away there
            self._path.unlink(missing_ok=True)
            return
        try:
            self._path.unlink(missing_ok=True)
        finally:
            self._stream.close()


def _stands(path: Path, stream: BinaryIO) -> bool:
    """Whether the locked file is the one that stands at ``path``: a lock on a removed one shuts nobody out."""
    try:
        there = path.stat()
    except OSError:
        return False
    here = os.fstat(stream.fileno())
    return (there.st_dev, there.st_ino) == (here.st_dev, here.st_ino)


if sys.platform == "win32":
    import msvcrt

    def _locked(stream: BinaryIO) -> bool:
        try:
            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(stream: BinaryIO) -> bool:
        try:
            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
