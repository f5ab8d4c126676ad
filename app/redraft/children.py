# SPDX-License-Identifier: GPL-3.0-or-later
"""What a process that we start is given of our surroundings, and what it may take.

It reads texts that strangers wrote, so it gets no more than it needs: where its files lie, in which language the
system speaks, and nothing of what else an author's environment may hold (keys, tokens, agents, libraries to be loaded
first).
"""

from __future__ import annotations

import os
import sys
import threading
import time

_NEEDED = frozenset({
    "PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "JAVA_HOME", "LTP_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
    "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "NUMBER_OF_PROCESSORS",
    "HOME", "USER", "LOGNAME", "TMPDIR", "TEMP", "TMP", "LANG", "LANGUAGE", "TZ",
    "USERPROFILE", "USERNAME", "HOMEDRIVE", "HOMEPATH", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA",
    "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT",
})  # fmt: skip
_NEEDED_KINDS = ("LC_", "XDG_", "REDRAFT_")
_EVERY = 2.0
_ADDRESSES = 8
"""Times the memory that a process may take, as a limit to the addresses it may ask for: models are mapped, not read."""


def surroundings(*also: str) -> dict[str, str]:
    """The part of our environment that a process of ours needs; ``also``: names of more, for what it is to do."""
    return {
        name: value for name, value in os.environ.items()
        if name.upper() in _NEEDED or name.startswith(_NEEDED_KINDS) or name in also
    }


def bound(megabytes: int) -> None:
    """From now on this process ends when it takes more memory than that, or than two thirds of what the machine has,
    and leaves no picture of its memory on disk.

    The system's own limits are set where it has them (Linux and other POSIX systems; macOS knows, but does not keep,
    the one for addresses); a thread that looks every two seconds does the same everywhere.
    """
    import psutil  # not before: the window, which asks for surroundings alone, starts without it

    most = min(megabytes << 20, psutil.virtual_memory().total * 2 // 3)
    if sys.platform != "win32":
        import resource

        for kind, limit in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, most * _ADDRESSES)):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
    threading.Thread(target=_watch, args=(most,), daemon=True, name="memory").start()


def _watch(most: int) -> None:
    import psutil

    own = psutil.Process()
    while own.memory_info().rss <= most:
        time.sleep(_EVERY)
    print(f"this process took more than {most >> 20} MB and was ended", file=sys.stderr, flush=True)
    os._exit(3)
