# SPDX-License-Identifier: GPL-3.0-or-later
"""Parses texts as the program does, in one process, and keeps the parses on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from redraft.analysis.evidence import Library
from redraft.analysis.store import EvidenceStore
from redraft.analysis.survey import Snapshot, facts, passage
from redraft.analysis.versions import versions
from redraft.checks.story import Passage
from redraft.formats.registry import read_bytes
from redraft.storage.decisions import Decisions


class Parser:
    """Reads texts with the language model alone; no other judge has a say."""

    def __init__(self, cache: Path) -> None:
        self._library = Library(EvidenceStore(cache), versions())

    def passages(self, texts: Sequence[str]) -> list[Passage]:
        """The paragraphs of a text, as the rules see them."""
        manuscript = read_bytes("\n\n".join(texts).encode(), "novel.txt").manuscript
        read = [each.text for each in manuscript.paragraphs]
        self._library.keep_only(read)
        self._library.recall(read, ())
        self._library.parse(read)
        found = Snapshot(tuple(manuscript.paragraphs), tuple(self._library.of(each) for each in read), Decisions())
        known = facts(found)
        return [passage(found, known, number) for number in range(len(read))]
