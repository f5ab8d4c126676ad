# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that fails at a chosen moment: at the n-th call that makes, writes, syncs, renames or removes something."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any

import pytest

CALLS = ("fsync", "replace", "mkdir", "chmod", "open", "unlink")
"""The calls of ``os`` that are walked; making a temporary file and writing into it come on top."""


@dataclass
class Disk:
    """Fails with ``code`` at call number ``at`` (from 1; 0: never). ``calls`` are those made so far."""

    code: int
    at: int = 0
    calls: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether the moment came."""
        return 0 < self.at <= len(self.calls)

    def asked(self, name: str) -> None:
        """One more call; raises when it is the one."""
        self.calls.append(name)
        if len(self.calls) == self.at:
            raise OSError(self.code, os.strerror(self.code))


class _File:
    """A file whose writes are counted; half of what a failing one was given is written before it fails."""

    def __init__(self, file: IO[bytes], disk: Disk) -> None:
        self._file, self._disk = file, disk

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *told: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        try:
            self._disk.asked("write")
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextmanager
def failing(disk: Disk) -> Iterator[None]:
    """While inside, the disk is ``disk``."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, _counted(name, getattr(os, name), disk))
        patch.setattr(tempfile, "mkstemp", _counted("mkstemp", tempfile.mkstemp, disk))
        fdopen = os.fdopen
        patch.setattr(os, "fdopen", lambda *told, **more: _File(fdopen(*told, **more), disk))
        yield


def _counted(name: str, real: Callable[..., Any], disk: Disk) -> Callable[..., Any]:
    def call(*told: Any, **more: Any) -> Any:
        disk.asked(name)
        return real(*told, **more)

    return call
