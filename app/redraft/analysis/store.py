# SPDX-License-Identifier: GPL-3.0-or-later
"""Evidence kept on disk, by paragraph text and version: a manuscript opened again is not read again.

A cache and nothing more: it can be deleted at any time, and when it cannot be read or written the analysis goes
on without it.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from redraft.text.plain_data import plain_data

_SCHEMA = """
CREATE TABLE IF NOT EXISTS evidence (kind TEXT, key TEXT, used REAL, value BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID
"""
_AT_ONCE = 500


class EvidenceStore:
    """A table of plain data by (kind, key). ``limit`` is the size in bytes above which the oldest half goes."""

    def __init__(self, path: Path | None, limit: int = 400_000_000) -> None:
        self._database: sqlite3.Connection | None = None
        if path is not None:
            self._open(path, limit)

    def get(self, kind: str, keys: Iterable[str]) -> dict[str, Any]:
        """What is kept of ``kind`` under each of ``keys``; absent ones are left out."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, Any] = {}
        if self._database is None:
            return found
        with contextlib.suppress(sqlite3.Error, ValueError, zlib.error):
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                query = f"SELECT key, value FROM evidence WHERE kind = ? AND key IN ({marks})"
                for key, value in self._database.execute(query, [kind, *some]):
                    found[key] = plain_data(zlib.decompress(value))
        return found

    def put(self, kind: str, values: Mapping[str, Any]) -> None:
        """Keep these values; on any trouble of the disk nothing is kept."""
        if self._database is None or not values:
            return
        now = time.time()
        rows = [(kind, key, now, zlib.compress(_bytes(value), 1)) for key, value in values.items()]
        with contextlib.suppress(sqlite3.Error), self._database:
            self._database.executemany("INSERT OR REPLACE INTO evidence VALUES (?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _open(self, path: Path, limit: int) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and path.stat().st_size > limit:
                path.unlink()
            database = sqlite3.connect(path, timeout=0.5, check_same_thread=False)
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_SCHEMA)
            self._database = database
        except (OSError, sqlite3.Error):
            self._database = None


def _bytes(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")
