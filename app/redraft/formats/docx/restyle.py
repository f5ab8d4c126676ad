# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the looks of runs, and the styles of paragraphs, to what the manuscript says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import pairwise

from redraft.formats.docx.hands import Hand
from redraft.formats.docx.looks import Looker
from redraft.formats.docx.names import Element, child, made
from redraft.formats.docx.order import drop, properties_of, put
from redraft.formats.docx.runs import isolate
from redraft.formats.docx.walk import Piece
from redraft.manuscript.marks import LOOKS, Mark, MarkKind

_PROPERTIES: dict[MarkKind, tuple[str, ...]] = {
    MarkKind.ITALIC: ("i", "iCs"), MarkKind.BOLD: ("b", "bCs"), MarkKind.STRIKE: ("strike", "dstrike"),
    MarkKind.SMALL_CAPS: ("smallCaps",), MarkKind.UNDERLINE: ("u",), MarkKind.SUPERSCRIPT: ("vertAlign",),
    MarkKind.SUBSCRIPT: ("vertAlign",),
}  # fmt: skip


def set_looks(pieces: Sequence[Piece], marks: Iterable[Mark], style: str | None, looker: Looker, hand: Hand) -> None:
    """Make the pieces of a paragraph look as ``marks`` say; runs that look so already are not touched."""
    wanted = [each for each in marks if each.kind in LOOKS and not each.is_point]
    base = sum(len(each.text) for each in pieces)
    for piece in reversed(pieces):
        base -= len(piece.text)
        if not piece.text or piece.run is None:
            continue
        for start, end, kinds in reversed(_stretches(wanted, base, base + len(piece.text))):
            if kinds != piece.look.kinds:
                _set(isolate(piece, start - base, end - base), kinds, piece.look.kinds, style, looker, hand)


def _stretches(marks: Iterable[Mark], start: int, end: int) -> list[tuple[int, int, frozenset[MarkKind]]]:
    """The text from ``start`` to ``end`` in stretches of one look."""
    inside = [each for each in marks if each.start < end and start < each.end]
    cuts = {start, end, *(max(each.start, start) for each in inside), *(min(each.end, end) for each in inside)}
    places = sorted(cuts)
    return [
        (a, b, frozenset(each.kind for each in inside if each.start <= a and b <= each.end))
        for a, b in pairwise(places)
    ]


def _set(
    run: Element, wanted: frozenset[MarkKind], now: frozenset[MarkKind], style: str | None, looker: Looker, hand: Hand
) -> None:
    old = child(run, "rPr")
    before = deepcopy(old) if old is not None else None
    properties = properties_of(run, "rPr")
    for kind in sorted(now - wanted) + sorted(wanted - now):
        names = _PROPERTIES[kind]
        drop(properties, *names)
        inherited = kind in looker.look(properties, style).kinds
        if kind in wanted:
            put(properties, _on(kind, names[0], run))
        elif inherited:
            put(properties, _off(kind, names[0], run))
    if not len(properties):
        run.remove(properties)
    hand.changed_look(run, before)


def _on(kind: MarkKind, name: str, like: Element) -> Element:
    if kind is MarkKind.UNDERLINE:
        return made(name, like, val="single")
    if name == "vertAlign":
        return made(name, like, val=kind.value)
    return made(name, like)


def _off(kind: MarkKind, name: str, like: Element) -> Element:
    if kind is MarkKind.UNDERLINE:
        return made(name, like, val="none")
    return made(name, like, val="baseline" if name == "vertAlign" else "0")


def set_shape(paragraph: Element, pattern: Element | None, style: str | None = None) -> None:
    """Give a paragraph the properties of another one of the shape that it shall have, or a style; its end stays."""
    own = child(paragraph, "pPr")
    kept = [each for each in (child(own, "rPr"), child(own, "sectPr")) if each is not None]
    theirs = child(pattern, "pPr")
    new = deepcopy(theirs) if theirs is not None else made("pPr", paragraph)
    drop(new, "rPr", "sectPr", "pPrChange", "pageBreakBefore")
    if theirs is None and style:
        new.append(made("pStyle", paragraph, val=style))
    for each in kept:
        put(new, each)
    if own is not None:
        paragraph.remove(own)
    if len(new):
        paragraph.insert(0, new)


def set_align(paragraph: Element, word: str) -> None:
    """Give a paragraph an alignment of its own, by Word's name for it; "" takes it away."""
    properties = properties_of(paragraph, "pPr")
    drop(properties, "jc")
    if word:
        put(properties, made("jc", paragraph, val=word))

