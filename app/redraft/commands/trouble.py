# SPDX-License-Identifier: GPL-3.0-or-later
"""A report of an unexpected error, which an author can read and choose to send. The story's text is not in it."""

from __future__ import annotations

import platform
import time
import traceback
from pathlib import Path

from redraft import __version__
from redraft.places import data_folder

_KEPT = 20
"""Reports; older ones go."""


def write_report(error: BaseException) -> Path | None:
    """Write where and how the program failed; the file, or None when it could not be written.

    Only the places in the program are named, not the values in it: those may be the author's words.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"  {Path(each.filename).name}:{each.lineno} in {each.name}" for each in frames)
    report = (
        f"Redraft {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}\n"
        f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n\n{type(error).__name__}\n{places}\n"
    )
    folder = data_folder() / "reports"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"report-{time.strftime('%Y%m%d-%H%M%S')}.txt"
        path.write_text(report, encoding="utf-8")
        for old in sorted(folder.glob("report-*.txt"))[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return path
