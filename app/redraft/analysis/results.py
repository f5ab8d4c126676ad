# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole results kept on disk: a manuscript opened again as it was left shows its findings at once.

A result is known by everything that it follows from: every paragraph, the author's decisions, the judges asked, and
the program itself. Whatever differs, it is worked out anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import redraft
from redraft import places
from redraft.analysis.codec import to_plain
from redraft.analysis.store import EvidenceStore
from redraft.manuscript.model import Paragraph
from redraft.storage.decisions import Decisions

_KIND = "result"


class Results:
    """Finds and keeps results; each is a list of the messages that tell it."""

    def __init__(self, store: EvidenceStore) -> None:
        self._store = store
        self._program = _program()

    def key(self, paragraphs: Sequence[Paragraph], decisions: Decisions, engines: Sequence[str]) -> str:
        """What the result of this manuscript at this moment is known by."""
        read = [(p.id, p.text, p.gap, p.file, p.shape.kind, p.shape.level) for p in paragraphs]
        told = [self._program, list(engines), to_plain(decisions), read]
        data = json.dumps(told, ensure_ascii=True).encode("ascii")
        return hashlib.blake2b(data, digest_size=16).hexdigest()

    def find(self, key: str) -> list[dict[str, Any]]:
        """The messages of the result; none when it is not kept."""
        found = self._store.get(_KIND, [key]).get(key, [])
        whole = isinstance(found, list) and all(isinstance(each, dict) and "type" in each for each in found)
        return found if whole else []

    def keep(self, key: str, messages: Sequence[dict[str, Any]]) -> None:
        """Keep a result."""
        self._store.put(_KIND, {key: list(messages)})


def _program() -> str:
    """A digest of the program and its data as they lie on disk, by name, size and time of change."""
    package = Path(redraft.__file__).parent
    marks = []
    for folder, pattern in ((package, "*.py"), (places.resource(), "*")):
        for path in sorted(folder.rglob(pattern)):
            found = path.stat()
            marks.append(f"{path.name} {found.st_size} {found.st_mtime_ns}")
    return hashlib.blake2b("\n".join(marks).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
