# SPDX-License-Identifier: GPL-3.0-or-later
"""How a process of ours starts another one, from a checkout, an installation or a bundle alike."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from redraft.children import surroundings


def command(*arguments: str) -> list[str]:
    """The command line that runs this program with ``arguments``."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-X", "utf8", "-m", "redraft", *arguments]


def environment() -> dict[str, str]:
    """The environment for it, which is not all of ours: the same package must be found, and libraries must not take all
    processors."""
    found = surroundings()
    package = str(Path(__file__).resolve().parent.parent.parent)
    path = [package, *(each for each in found.get("PYTHONPATH", "").split(os.pathsep) if each and each != package)]
    found["PYTHONPATH"] = os.pathsep.join(path)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        found[name] = "1"
    return found


def lower_priority(*, last: bool = False) -> None:
    """Let the editor go first: typing never waits for the analysis. ``last``: our other workers go first, too."""
    if sys.platform == "win32":
        import ctypes

        below_normal, idle = 0x00004000, 0x00000040
        kind = idle if last else below_normal
        ctypes.windll.kernel32.SetPriorityClass(ctypes.windll.kernel32.GetCurrentProcess(), kind)
    else:
        os.nice(12 if last else 8)
