# SPDX-License-Identifier: GPL-3.0-or-later
"""An edit of a text as a value: apply it, undo it, carry places over it.

Source of the idea: CodeMirror 6's change sets ("A change set is data; it composes, inverts, maps positions").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from redraft.text.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters at ``span`` (code points) give way to ``replacement``."""

    span: Span
    replacement: str

    @property
    def growth(self) -> int:
        """By how many characters the text grows (negative: shrinks)."""
        return len(self.replacement) - len(self.span)

    def apply(self, text: str) -> str:
        """The text after the edit."""
        return text[: self.span.start] + self.replacement + text[self.span.end :]

    def inverse(self, text: str) -> Edit:
        """The edit that leads back, given the text *before* this edit."""
        return Edit(Span(self.span.start, self.span.start + len(self.replacement)), self.span.of(text))

    def map(self, span: Span) -> Span | None:
        """Where ``span`` is afterwards; None when the edit touched the marked characters themselves.

        Typing directly before or behind a marked stretch leaves the mark on its words.
        """
        if span.end <= self.span.start:
            return span
        if span.start >= self.span.end:
            return span.shifted(self.growth)
        return None


def apply_all(text: str, edits: Iterable[Edit]) -> str:
    """The text after several edits, all given in places of the *original* text and not touching one another."""
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        text = edit.apply(text)
    return text


def difference(old: str, new: str) -> Edit | None:
    """The smallest single edit that makes ``new`` of ``old``; None when they are equal."""
    if old == new:
        return None
    limit = min(len(old), len(new))
    head = 0
    while head < limit and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < limit - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(Span(head, len(old) - tail), new[head : len(new) - tail])
