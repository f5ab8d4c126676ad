# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.torture.nursery``: starts a victim for each line ``WORK<tab>STORY`` on its input, says its process
number, and "ended" once it is dead. It has loaded everything before, so a victim is at work at once where a process can
be forked; elsewhere each one is started anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tools.torture.victim import WORKS


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        work, story = line.rstrip("\n").split("\t")
        if sys.platform != "win32":
            child = os.fork()
            if not child:
                _work(work, story)
            _say("victim", child)
            os.waitpid(child, 0)
        else:
            victim = subprocess.Popen([sys.executable, "-m", "tools.torture.nursery", work, story])
            _say("victim", victim.pid)
            victim.wait()
        _say("ended", 0)


def _work(work: str, story: str) -> None:
    try:
        WORKS[work](Path(story), _say)
    except BaseException as error:  # a victim that ends by itself is a fault, and is said
        print("failed", f"{type(error).__name__}:{error}".replace(" ", "_").replace("\n", "_"), flush=True)
    os._exit(1)


def _say(what: str, number: int) -> None:
    os.write(1, f"{what}\t{number}\n".encode())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _work(sys.argv[1], sys.argv[2])
    main()
