# SPDX-License-Identifier: GPL-3.0-or-later
"""The standard input and output of a worker process, kept for messages alone."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Callable
from typing import BinaryIO, NoReturn

from redraft.analysis.launch import lower_priority
from redraft.children import bound

_MOST_MEMORY = 6000
"""Megabytes: six times what all workers together take on a novel of 100,000 words."""


def own_pipes(*, last: bool = False) -> tuple[BinaryIO, BinaryIO]:
    """Input and output of this process; whatever a library prints goes to standard error. Lowers the priority, and most
    for the one that comes ``last``, and bounds the memory."""
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(OSError):
        lower_priority(last=last)
    with contextlib.suppress(OSError, ValueError):
        bound(_MOST_MEMORY)
    return sys.stdin.buffer, target


def serve_and_leave(serve: Callable[[], object], target: BinaryIO) -> NoReturn:
    """Serve, then end the process at once: threads that still read must not keep one whose editor is gone."""
    status = 0
    try:
        serve()
    except BaseException:  # nothing above could say it: what fails here is printed and ends the process
        traceback.print_exc()
        status = 1
    with contextlib.suppress(OSError):
        target.flush()
        sys.stderr.flush()
    os._exit(status)
