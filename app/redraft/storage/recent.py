# SPDX-License-Identifier: GPL-3.0-or-later
"""The manuscripts that were open last, newest first."""

from __future__ import annotations

import json
from pathlib import Path

from redraft.places import data_folder
from redraft.storage.atomic import write_in_new_folder
from redraft.text.plain_data import plain_data


class Recent:
    """The list, kept with the user's data. A list that cannot be read is an empty one: it is a convenience."""

    def __init__(self, file: Path | None = None, limit: int = 12) -> None:
        self._file = file or data_folder() / "recent.json"
        self._limit = limit

    def paths(self) -> list[Path]:
        """Files and folders, newest first; some may not exist any more."""
        try:
            told = plain_data(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return [Path(each) for each in told if isinstance(each, str)][: self._limit] if isinstance(told, list) else []

    def add(self, path: Path) -> None:
        """``path`` was opened or saved: it comes first.

        Raises:
            SaveError: when the list cannot be written.
        """
        whole = path.absolute()
        self._write([whole, *(each for each in self.paths() if each != whole)])

    def remove(self, path: Path) -> None:
        """Take ``path`` off the list; raises as :meth:`add`."""
        self._write([each for each in self.paths() if each != path.absolute()])

    def clear(self) -> None:
        """Forget them all; raises as :meth:`add`."""
        self._write([])

    def _write(self, paths: list[Path]) -> None:
        lines = json.dumps([str(each) for each in paths[: self._limit]], indent=0)
        write_in_new_folder(self._file, lines.encode("utf-8", "surrogatepass"))
