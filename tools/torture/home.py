# SPDX-License-Identifier: GPL-3.0-or-later
"""A home of its own for what is tortured, so that nobody's own folders are touched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """The user's folders lie in ``folder``, here and in the processes that are started."""
    before = os.environ.get("REDRAFT_HOME")
    os.environ["REDRAFT_HOME"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["REDRAFT_HOME"]
        else:
            os.environ["REDRAFT_HOME"] = before
