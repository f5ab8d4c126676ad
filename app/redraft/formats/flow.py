# SPDX-License-Identifier: GPL-3.0-or-later
"""A story on its way in: readers put characters in with the looks that they have there, and end blocks.

The flow joins equal neighbours, folds white space where the format folds it, and counts what it had to leave out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from redraft.formats.loss import Loss
from redraft.formats.trace import NOWHERE, PLAIN, Look, Looks, Run, Trace, Where
from redraft.manuscript.marks import Mark, MarkKind, tidy
from redraft.manuscript.shape import BODY, Shape, ShapeKind

__all__ = ["LINE_BREAK", "PLAIN", "SCENE_MARK", "Block", "Flow", "Look", "Looks", "look", "losses"]

LINE_BREAK = "\u2028"
"""A line break inside a paragraph."""

SCENE_MARK = "* * *"
"""What a rule between scenes is shown as."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_FOLDED = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a document, before it has an id. ``tied`` is the reader's name for its element; ``trace`` is where
    in the source it stands, where a reader was asked for that.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    shape: Shape = BODY
    tied: str = ""
    trace: Trace | None = None


def look(kind: MarkKind, value: str = "", key: str = "") -> Look:
    """A look for :meth:`Flow.put`."""
    return kind, value, key


@dataclass
class Flow:
    """Collects characters into blocks. ``left_out`` counts by kind what has no place in them. ``traced``: the blocks
    tell where in the source their characters stand, as far as the reader says it (``at``).
    """

    blocks: list[Block] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    traced: bool = False
    _runs: list[Run] = field(default_factory=list)
    _points: list[tuple[Mark, Where]] = field(default_factory=list)
    _length: int = 0
    _trimmed: Where = NOWHERE

    @property
    def last(self) -> str:
        """The last character of the present block; "" in an empty one."""
        return self._runs[-1].text[-1] if self._runs else ""

    @property
    def length(self) -> int:
        """How many characters the present block has."""
        return self._length

    @property
    def empty(self) -> bool:
        """Whether neither characters nor points were put into the present block."""
        return not self._runs and not self._points

    def put(self, text: str, looks: Looks = PLAIN, at: Where = NOWHERE) -> None:
        """Add characters as they are."""
        if text:
            self._runs.append(Run(text, looks, *at))
            self._length += len(text)

    def stretch(self, start: int, end: int) -> None:
        """What was put in last comes from the source at ``start``–``end`` as well, if it ends there."""
        if self.traced and self._runs and self._runs[-1].end == start >= 0:
            self._runs[-1] = replace(self._runs[-1], end=end)

    def put_folded(self, text: str, looks: Looks = PLAIN, at: Where = NOWHERE) -> None:
        """Add characters of a format that folds white space into one space, and into none at a line's start."""
        if at[1] - at[0] == len(text) and at[0] >= 0:
            leading = _SPACE.match(text) if self.last in ("", " ", LINE_BREAK) else None
            place = leading.end() if leading else 0
            for match in _FOLDED.finditer(text, place):
                self.put(text[place : match.start()], looks, (at[0] + place, at[0] + match.start()))
                if self.last not in ("", " ", LINE_BREAK):
                    self.put(" ", looks, (at[0] + match.start(), at[0] + match.end()))
                place = match.end()
            self.put(text[place:], looks, (at[0] + place, at[1]))
            return
        folded = _SPACE.sub(" ", text)
        if folded.startswith(" ") and self.last in ("", " ", LINE_BREAK):
            folded = folded[1:]
        self.put(folded, looks, at)

    def point(self, kind: MarkKind, value: str = "", key: str = "", at: Where = NOWHERE) -> None:
        """Set a mark without length at the present place."""
        self._points.append((Mark(self._length, self._length, kind, value, key), at))

    def trim(self, chars: str = " ") -> None:
        """Take such characters away from the block's present end."""
        while self._runs:
            last = self._runs[-1]
            kept = last.text.rstrip(chars)
            self._length -= len(last.text) - len(kept)
            if kept:
                self._runs[-1] = last.cut(0, len(kept))
                break
            self._trimmed = (last.start, last.end)
            self._runs.pop()
        for place in range(len(self._points) - 1, -1, -1):  # they stand in order; those before it stay
            mark, at = self._points[place]
            if mark.end <= self._length:
                break
            self._points[place] = mark.shifted(self._length - mark.end), at

    def end(self, shape: Shape = BODY, tied: str = "", *, keep_empty: bool = False, trace: Trace | None = None) -> None:
        """End the present block; an empty one is kept only where the format shows it as an empty line.

        ``trace``: what the reader knows of its end; its characters are added to that.
        """
        if self._runs or self._points or keep_empty:
            made = Block("".join(each.text for each in self._runs), self._marks(), shape, tied)
            self.blocks.append(replace(made, trace=self._trace(trace or Trace())) if self.traced else made)
        self._runs, self._points, self._length, self._trimmed = [], [], 0, NOWHERE

    def scene_mark(self, tied: str = "", trace: Trace | None = None) -> None:
        """A rule across the page: a block of its own."""
        self.end()
        self.blocks.append(Block(SCENE_MARK, (), Shape(ShapeKind.MARK), tied, trace))

    def _trace(self, known: Trace) -> Trace:
        spot = self._trimmed if not self._runs and self._trimmed[0] >= 0 else known.spot
        return replace(known, runs=tuple(self._runs), points=tuple(self._points), spot=spot)

    def _marks(self) -> tuple[Mark, ...]:
        if not self._points and not any(each.looks for each in self._runs):
            return ()
        found, place = [mark for mark, _ in self._points], 0
        for run in self._runs:
            found.extend(Mark(place, place + len(run.text), *each) for each in run.looks)
            place += len(run.text)
        return tidy(found)


_SENTENCES = {
    "note": ("footnote", "is", "are", "not shown"), "picture": ("picture", "is", "are", "not shown"),
    "text box": ("text box", "is", "are", "not shown"), "box": ("text box", "is", "are", "shown as paragraphs"),
    "object": ("embedded object", "is", "are", "not shown"),
    "comment": ("comment", "is", "are", "not shown"), "table": ("table", "is", "are", "shown as text"),
    "deletion": ("tracked deletion", "is", "are", "left out"), "field": ("form field", "is", "are", "not shown"),
    "frame": ("embedded page", "is", "are", "not shown"), "formula": ("formula", "is", "are", "not shown"),
    "hidden": ("passage", "is", "are", "hidden by the style sheet and not shown"),
    "concealed": ("passage of hidden text", "is", "are", "not shown"),
    "header": ("page header or footer", "is", "are", "not shown"),
}  # fmt: skip
_PLURALS = {
    "text box": "text boxes", "page header or footer": "page headers or footers",
    "passage of hidden text": "passages of hidden text",
}


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
