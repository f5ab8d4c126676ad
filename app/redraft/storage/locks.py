# SPDX-License-Identifier: GPL-3.0-or-later
"""A lock that the operating system takes back when its holder dies, even by kill -9."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO


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
        stream = path.open("a+b")
        if _locked(stream):
            return cls(path, stream)
        stream.close()
        return None

    def release(self) -> None:
        """Let go, and take the file away."""
        self._path.unlink(missing_ok=True) if os.name != "nt" else None
        self._stream.close()
        if os.name == "nt":
            self._path.unlink(missing_ok=True)


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
