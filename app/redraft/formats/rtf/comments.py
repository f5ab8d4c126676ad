# SPDX-License-Identifier: GPL-3.0-or-later
"""The comments in an RTF text, collected as their pieces come: the range's start, who, when, the words."""

from __future__ import annotations

from dataclasses import dataclass, field

from redraft.formats.flow import Flow, Look, look
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import FileNote


@dataclass
class Comments:
    """``found``: with the number of their block as ``paragraph``. ``ranges``: what characters are marked with now."""

    found: list[FileNote] = field(default_factory=list)
    ranges: dict[str, Look] = field(default_factory=dict)
    author: str = ""
    time: str = ""
    key: str = ""
    _begun: dict[str, tuple[int, int]] = field(default_factory=dict)

    def begin(self, key: str, flow: Flow) -> None:
        """The words that a comment is on begin."""
        self.ranges[key] = look(MarkKind.COMMENT, "", key)
        self._begun[key] = (len(flow.blocks), flow.length)

    def end(self, key: str) -> None:
        """They end."""
        self.ranges.pop(key, None)

    def add(self, words: str, flow: Flow) -> None:
        """A comment is read; one on no words stands between two characters."""
        here = len(flow.blocks), flow.length
        key = self.key or f"annotation {len(self.found)}"
        paragraph, start = self._begun.pop(key, here)
        if (paragraph, start) == here:
            flow.point(MarkKind.COMMENT, "", key)
        self.found.append(FileNote(key, self.author, self.time, words, paragraph=paragraph, start=start, end=start))
        self.author = self.time = self.key = ""
