# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads texts as the program does, in one process, and keeps on disk what was read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from redraft.checks.story import Passage
from redraft.formats.registry import read_bytes
from tools.evaluate.study import Bench


class Parser:
    """Reads texts with the language model and the tagger; no other judge has a say."""

    def __init__(self, cache: Path) -> None:
        self._bench = Bench(cache, judges=("tagger",))

    def passages(self, texts: Sequence[str]) -> list[Passage]:
        """The paragraphs of a text, as the rules see them."""
        return self._bench.passages(read_bytes("\n\n".join(texts).encode(), "novel.txt").manuscript)
