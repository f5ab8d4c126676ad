# SPDX-License-Identifier: GPL-3.0-or-later
"""The standard input and output of a worker process, kept for messages alone."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import BinaryIO, NoReturn

from redraft.analysis.launch import lower_priority


def own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Input and output of this process; whatever a library prints goes to standard error. Lowers the priority."""
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(OSError):
        lower_priority()
    return sys.stdin.buffer, target


def leave(target: BinaryIO) -> NoReturn:
    """End the process: threads that still read must not keep one whose editor is gone."""
    with contextlib.suppress(OSError):
        target.flush()
    os._exit(0)
