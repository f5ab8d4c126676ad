# SPDX-License-Identifier: GPL-3.0-or-later
"""How RTF is written where the author changed it: words among the words, looks in groups, paragraphs by ``\\par``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redraft.formats.flow import LINE_BREAK, Block
from redraft.formats.inplace import Splice, Unplaced, stretches, words_of
from redraft.formats.trace import PLAIN, Looks, Trace, Where
from redraft.formats.units import looks_of, seen
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Paragraph
from redraft.manuscript.shape import ShapeKind

_ADDED = {
    MarkKind.ITALIC: "i", MarkKind.BOLD: "b", MarkKind.UNDERLINE: "ul", MarkKind.STRIKE: "strike",
    MarkKind.SMALL_CAPS: "scaps", MarkKind.SUPERSCRIPT: "super", MarkKind.SUBSCRIPT: "sub",
}  # fmt: skip
_TAKEN = {
    MarkKind.ITALIC: "i0", MarkKind.BOLD: "b0", MarkKind.UNDERLINE: "ulnone", MarkKind.STRIKE: "strike0",
    MarkKind.SMALL_CAPS: "scaps0", MarkKind.SUPERSCRIPT: "nosupersub", MarkKind.SUBSCRIPT: "nosupersub",
}  # fmt: skip
_SIGNS = {
    "\\": "\\\\", "{": "\\{", "}": "\\}", "\t": "\\tab ", LINE_BREAK: "\\line ", "\u00a0": "\\~", "\u00ad": "\\-",
    "\u2011": "\\_",
}  # fmt: skip
_ENDS = re.compile(r"\\(?:par(?![a-z])|[\r\n])")
_WORD_BEFORE = re.compile(r"(?<!\\)(?:\\\\)*\\[a-zA-Z]{1,32}(-?\d{1,10})?\Z")
_HEADS = (ShapeKind.HEADING, ShapeKind.TITLE, ShapeKind.MARK)


def seam(before: str, after: str) -> str:
    """What must stand between two pieces of source so that a control word does not run into what follows it."""
    found = _WORD_BEFORE.search(before)
    if found is None or (found.group(1) and after.isalpha()):
        return ""
    return " " if after.isalnum() or after in " -" else ""


class RtfDialect:
    """Writes into one document. ``blocks`` are those read from its source, ``links`` where its links stand."""

    def __init__(self, source: str, blocks: Sequence[Block], links: Sequence[Where]) -> None:
        self._source, self._blocks, self._links = source, blocks, links

    def words(self, text: str, context: Looks, wanted: Looks) -> str:
        """The characters as signs of RTF, in a group that makes them look so."""
        opening, closing = _turned(context, wanted)
        return opening + "".join(map(_sign, text)) + closing

    def wrap(self, run: Where, context: Looks, wanted: Looks) -> Sequence[Splice]:
        """A group round the stretch."""
        opening, closing = _turned(context, wanted)
        return Splice(run[0], run[0], opening), Splice(run[1], run[1], closing)

    def parting(self, number: int, place: int) -> str:
        """The end of a paragraph; the next goes on with its properties."""
        return "\\par "

    def joining(self, number: int) -> Sequence[Splice]:
        """The end of the paragraph goes."""
        close = self._trace(number).close
        if not self._is_end(close):
            raise Unplaced
        return (Splice(*close),)

    def insertion(self, number: int, paragraph: Paragraph) -> Splice:
        """A paragraph with the properties of the one before it; behind a heading one without."""
        trace = self._trace(max(number, 0))
        if number < 0:
            place = trace.extent[0]
            if place < 0:
                raise Unplaced
            looks = seen((trace.runs[0] if trace.runs else trace).looks)
            return Splice(place, place, self._written(paragraph, looks) + "\\par ")
        start, end = trace.close
        if start < 0:
            raise Unplaced
        heading = self._blocks[number].shape.kind in _HEADS and paragraph.shape.kind not in _HEADS
        if heading and self._is_end(trace.close):
            return Splice(end, end, "{\\pard\\plain " + self._written(paragraph, PLAIN) + "\\par}")
        return Splice(start, start, "\\par " + self._written(paragraph, seen(trace.looks)))

    def removal(self, number: int, *, emptied: bool) -> Sequence[Splice]:
        """The words and what ends them; a cell of a table is emptied."""
        trace = self._trace(number)
        found = words_of(trace, points=not emptied)
        return found if emptied or not self._is_end(trace.close) else [*found, Splice(*trace.close)]

    def outside(self, place: int, context: Looks, wanted: Looks, *, before: bool) -> tuple[int, Looks]:
        """Before or behind the field of a link."""
        if any(kind is MarkKind.LINK for kind, _, _ in wanted):
            return place, context
        for start, end in self._links:
            if start < place < end:
                return (start if before else end), frozenset(each for each in context if each[0] is not MarkKind.LINK)
        return place, context

    # --- inside --------------------------------------------------------------------------------------------

    def _trace(self, number: int) -> Trace:
        if number >= len(self._blocks):
            raise Unplaced
        return self._blocks[number].trace or Trace()

    def _is_end(self, close: Where) -> bool:
        return close[0] >= 0 and _ENDS.match(self._source, close[0], close[1]) is not None

    def _written(self, paragraph: Paragraph, context: Looks) -> str:
        looks = looks_of([paragraph])
        return "".join(self.words(text, context, wanted) for text, wanted in
                       stretches(paragraph.text, looks, 0, len(paragraph.text)))  # fmt: skip


def _turned(context: Looks, wanted: Looks) -> tuple[str, str]:
    """What makes ``wanted`` of ``context``, and what ends it."""
    taken, added = context - wanted, wanted - context
    if any(kind is MarkKind.LINK for kind, _, _ in taken):
        raise Unplaced
    words = [_TAKEN[kind] for kind, _, _ in sorted(taken)] + [
        _ADDED[kind] for kind, _, _ in sorted(added) if kind in _ADDED]
    opening, closing = "", ""
    link = next((value for kind, value, _ in added if kind is MarkKind.LINK), "")
    if link:
        address = "".join(map(_sign, link.replace("\\", "\\\\")))
        opening, closing = f'{{\\field{{\\*\\fldinst{{HYPERLINK "{address}"}}}}{{\\fldrslt ', "}}"
    if words:
        opening, closing = opening + "{" + "".join(f"\\{each}" for each in words) + " ", "}" + closing
    return opening, closing


def _sign(char: str) -> str:
    """A character as RTF has it: what is not ASCII by its number, with a question mark for old programs."""
    if char in _SIGNS:
        return _SIGNS[char]
    if char.isascii():
        return char
    units = char.encode("utf-16-le")
    numbers = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    return "{\\uc1" + "".join(f"\\u{each}?" for each in numbers) + "}"
