# SPDX-License-Identifier: GPL-3.0-or-later
"""An edit of a text as a value: apply it, undo it, carry places over it.

Source of the idea: CodeMirror 6's change sets ("A change set is data; it composes, inverts, maps positions").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from redraft.text.span import Span
from redraft.text.words import pieces_of

_MOST_COMPARISONS = 2_000_000
"""Beyond so many pairs of words two stretches are compared line by line first, then as wholes (half a second)."""


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


def word_edits(old: str, new: str) -> list[Edit]:
    """The edits, by whole words and lines, that make ``new`` of ``old``; in order, given in places of ``old``."""
    return _edits(pieces_of(old), pieces_of(new), 0, by_lines=False)


def trimmed(edits: Iterable[Edit], old: str) -> list[Edit]:
    """The edits of ``old`` without the letters that a replaced word has in common with the new one at either end."""
    found: list[Edit] = []
    for edit in edits:
        inner = difference(edit.span.of(old), edit.replacement)
        if inner is not None:
            found.append(Edit(inner.span.shifted(edit.span.start), inner.replacement))
    return found


def _edits(old: Sequence[str], new: Sequence[str], start: int, *, by_lines: bool) -> list[Edit]:
    """The edits between two sequences of pieces; ``start`` is where the first piece stands."""
    head = _same(old, new)
    tail = min(_same(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    start += sum(map(len, old[:head]))
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if not old and not new:
        return []
    if not old or not new or len(old) * len(new) > _MOST_COMPARISONS:
        if not old or not new or by_lines:
            return [Edit(Span(start, start + sum(map(len, old))), "".join(new))]
        return _by_lines(_lines(old), _lines(new), start)
    found: list[Edit] = []
    ends = _places(old, start)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append(Edit(Span(ends[a], ends[b]), "".join(new[c:d])))
    return found


def _by_lines(old: Sequence[str], new: Sequence[str], start: int) -> list[Edit]:
    found: list[Edit] = []
    ends = _places(old, start)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            words, others = pieces_of("".join(old[a:b])), pieces_of("".join(new[c:d]))
            found.extend(_edits(words, others, ends[a], by_lines=True))
    return found


def _lines(pieces: Sequence[str]) -> list[str]:
    return "".join(pieces).splitlines(keepends=True)


def _places(pieces: Sequence[str], start: int) -> list[int]:
    places = [start]
    for each in pieces:
        places.append(places[-1] + len(each))
    return places


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same
