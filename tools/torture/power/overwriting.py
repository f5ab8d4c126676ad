# SPDX-License-Identifier: GPL-3.0-or-later
"""The power fails while a file is written where it stands, because no other can take its place there."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

from redraft.storage.atomic import write
from redraft.storage.inplace import half_written
from tools.torture.home import at_home
from tools.torture.power.disks import disks
from tools.torture.power.judging import Report, lay_out
from tools.torture.power.recording import Recorder

OLD, NEW = b"The old words. " * 300, b"And these are new. " * 500


def overwriting_fails(folder: Path, old: bytes = OLD, new: bytes = NEW, chances: int = 6) -> Report:
    """Write ``new`` over ``old`` so, and look at every disk that may be left after each deed of it."""
    place = folder / "machine"
    place.mkdir()
    path = place / "story.md"
    path.write_bytes(old)
    report = Report()
    with at_home(place / "home"):
        recorder = Recorder(place)
        with recorder.watching(), patch.object(os, "replace", _nowhere(path, os.replace)):
            write(path, new)
        recorder.say("saved", 1)
        report.deeds = len(recorder.deeds)
        for disk in disks(recorder, chances):
            lay_out(disk, place)
            report.disks += 1
            fault = _fault(path, old, new, saved="saved" in disk.said)
            if fault:
                report.faults[fault] += 1
    return report


def _nowhere(path: Path, real: Any) -> Any:
    """A renaming that cannot put anything in the place of that file, as on some shares."""
    def replace(source: Any, target: Any, **more: Any) -> None:
        if Path(target) == path:
            raise OSError(errno.EPERM, "not here")
        real(source, target, **more)

    return replace


def _fault(path: Path, old: bytes, new: bytes, *, saved: bool) -> str:
    held, half = path.read_bytes(), half_written(path)
    if held == new or (held == old and not saved):
        return "" if half is None else "a whole file is taken for a broken one"
    if saved:
        return "a saving is lost"
    if half is None:
        return "a broken file is not known as one"
    half.mend(new=True)
    return "" if path.read_bytes() == new else "a broken file is not mended"
