# SPDX-License-Identifier: GPL-3.0-or-later
"""A story on its way in: readers put characters in with the looks that they have there, and end blocks.

The flow joins equal neighbours, folds white space where the format folds it, and counts what it had to leave out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from redraft.formats.loss import Loss
from redraft.manuscript.marks import Mark, MarkKind, tidy
from redraft.manuscript.shape import BODY, Shape, ShapeKind

Look = tuple[MarkKind, str, str]
"""A mark without its place: kind, value, key."""

Looks = frozenset[Look]
PLAIN: Looks = frozenset()

LINE_BREAK = "\u2028"
"""A line break inside a paragraph."""

SCENE_MARK = "* * *"
"""What a rule between scenes is shown as."""

_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a document, before it has an id. ``tied`` is the reader's name for its element."""

    text: str
    marks: tuple[Mark, ...] = ()
    shape: Shape = BODY
    tied: str = ""


def look(kind: MarkKind, value: str = "", key: str = "") -> Look:
    """A look for :meth:`Flow.put`."""
    return kind, value, key


@dataclass
class Flow:
    """Collects characters into blocks. ``left_out`` counts by kind what has no place in them."""

    blocks: list[Block] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    _runs: list[tuple[str, Looks]] = field(default_factory=list)
    _points: list[Mark] = field(default_factory=list)
    _length: int = 0

    @property
    def last(self) -> str:
        """The last character of the present block; "" in an empty one."""
        return self._runs[-1][0][-1] if self._runs else ""

    @property
    def length(self) -> int:
        """How many characters the present block has."""
        return self._length

    @property
    def empty(self) -> bool:
        """Whether neither characters nor points were put into the present block."""
        return not self._runs and not self._points

    def put(self, text: str, looks: Looks = PLAIN) -> None:
        """Add characters as they are."""
        if text:
            self._runs.append((text, looks))
            self._length += len(text)

    def put_folded(self, text: str, looks: Looks = PLAIN) -> None:
        """Add characters of a format that folds white space into one space, and into none at a line's start."""
        folded = _SPACE.sub(" ", text)
        if folded.startswith(" ") and self.last in ("", " ", LINE_BREAK):
            folded = folded[1:]
        self.put(folded, looks)

    def point(self, kind: MarkKind, value: str = "", key: str = "") -> None:
        """Set a mark without length at the present place."""
        self._points.append(Mark(self._length, self._length, kind, value, key))

    def trim(self, chars: str = " ") -> None:
        """Take such characters away from the block's present end."""
        while self._runs:
            text, looks = self._runs[-1]
            kept = text.rstrip(chars)
            self._length -= len(text) - len(kept)
            if kept:
                self._runs[-1] = (kept, looks)
                break
            self._runs.pop()
        self._points = [each if each.end <= self._length else each.shifted(self._length - each.end)
                        for each in self._points]

    def end(self, shape: Shape = BODY, tied: str = "", *, keep_empty: bool = False) -> None:
        """End the present block; an empty one is kept only where the format shows it as an empty line."""
        if self._runs or self._points or keep_empty:
            self.blocks.append(Block("".join(text for text, _ in self._runs), self._marks(), shape, tied))
        self._runs, self._points, self._length = [], [], 0

    def scene_mark(self, tied: str = "") -> None:
        """A rule across the page: a block of its own."""
        self.end()
        self.blocks.append(Block(SCENE_MARK, (), Shape(ShapeKind.MARK), tied))

    def _marks(self) -> tuple[Mark, ...]:
        if not self._points and not any(looks for _, looks in self._runs):
            return ()
        found, place = list(self._points), 0
        for text, looks in self._runs:
            found.extend(Mark(place, place + len(text), *each) for each in looks)
            place += len(text)
        return tidy(found)


_SENTENCES = {
    "note": ("footnote", "is", "are", "not shown"), "picture": ("picture", "is", "are", "not shown"),
    "text box": ("text box", "is", "are", "not shown"), "box": ("text box", "is", "are", "shown as paragraphs"),
    "object": ("embedded object", "is", "are", "not shown"),
    "comment": ("comment", "is", "are", "not shown"), "table": ("table", "is", "are", "shown as text"),
    "deletion": ("tracked deletion", "is", "are", "left out"), "field": ("form field", "is", "are", "not shown"),
    "frame": ("embedded page", "is", "are", "not shown"), "formula": ("formula", "is", "are", "not shown"),
    "hidden": ("passage", "is", "are", "hidden by the style sheet and not shown"),
    "header": ("page header or footer", "is", "are", "not shown"),
}  # fmt: skip
_PLURALS = {"text box": "text boxes", "page header or footer": "page headers or footers"}


def losses(left_out: Counter[str], kept: str = "they stay as they are in the file") -> tuple[Loss, ...]:
    """A sentence for each kind of thing that the manuscript does not hold; ``kept`` says what becomes of them.

    "2 tables are shown as text; they stay as they are in the file."
    """
    result: list[Loss] = []
    for kind, count in sorted(left_out.items()):
        name, one, many, done = _SENTENCES[kind]
        if count == 1:
            what = f"1 {name} {one} {done}"
            end = kept.replace("they stay as they are", "it stays as it is").replace("they are", "it is")
        else:
            what, end = f"{count:,} {_PLURALS.get(name, name + 's')} {many} {done}", kept
        result.append(Loss(f"{what}; {end}."))
    return tuple(result)
