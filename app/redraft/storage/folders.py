# SPDX-License-Identifier: GPL-3.0-or-later
"""Making a folder so that it is there after a power cut too: its name is an entry of the folder above it."""

from __future__ import annotations

from pathlib import Path

from redraft.storage.disk import sync_folder


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are not there yet, each with its name on the disk.

    One further up may have been made a moment ago for something that is not worth a sync (a lock), so the names of all
    of them are synced; where they have been on the disk for long, that takes no time.

    Raises:
        OSError: when it cannot be made.
    """
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for each in reversed(folder.parents):
        sync_folder(each)
