# SPDX-License-Identifier: GPL-3.0-or-later
"""How a paragraph's letters look, whether its formatting is in marks (Word) or written in its text (Markdown)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Paragraph
from redraft.text.folding import Emphasis, Look, emphasis
from redraft.text.span import Span

_IN = {Look.ITALIC: (True, False), Look.BOLD: (False, True), Look.STRONG_ITALIC: (True, True)}
_OUT = {(True, False): Look.ITALIC, (False, True): Look.BOLD, (True, True): Look.STRONG_ITALIC}


def looks(paragraph: Paragraph) -> list[Emphasis]:
    """The italic and bold stretches of a paragraph's text and the markup written in it, in order, not overlapping."""
    written = emphasis(paragraph.text)
    set_ = [each for each in paragraph.marks if each.kind in (MarkKind.ITALIC, MarkKind.BOLD) and not each.is_point]
    if not set_:
        return written
    cuts = sorted({place for each in set_ for place in (each.start, each.end)}
                  | {place for each in written for place in (each.span.start, each.span.end)})  # fmt: skip
    found: list[Emphasis] = []
    for start, end in pairwise(cuts):
        look = _look(start, written, set_)
        if look is None:
            continue
        if found and found[-1].kind is look is not Look.MARK and found[-1].span.end == start:
            found[-1] = Emphasis(Span(found[-1].span.start, end), look)
        else:
            found.append(Emphasis(Span(start, end), look))
    return found


def italics(paragraph: Paragraph) -> list[Span]:
    """The stretches in italics (also bold italics), by which direct thought is known."""
    found: list[Span] = []
    for span, look in looks(paragraph):
        if look not in (Look.ITALIC, Look.STRONG_ITALIC):
            continue
        if found and found[-1].end == span.start:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _look(place: int, written: Iterable[Emphasis], marks: Iterable[Mark]) -> Look | None:
    here = next((each.kind for each in written if each.span.holds(place)), None)
    if here is Look.MARK:
        return here
    italic, bold = _IN[here] if here is not None else (False, False)
    for mark in marks:
        if mark.start <= place < mark.end:
            italic, bold = italic or mark.kind is MarkKind.ITALIC, bold or mark.kind is MarkKind.BOLD
    return _OUT.get((italic, bold))
