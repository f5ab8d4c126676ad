# SPDX-License-Identifier: GPL-3.0-or-later
"""Settles single tracked changes of a document: those whose marks the author accepted or rejected in the manuscript.

It is done in the XML before the author's own edits are, so that these begin from a document without them: what was
rejected comes back as it was, with its formatting, and not as words typed anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from redraft.formats.docx.names import Element, kind
from redraft.formats.docx.walk import Piece, stamp
from redraft.manuscript.carrying import fine_edits
from redraft.manuscript.marks import Mark, MarkKind, mapped
from redraft.manuscript.model import Paragraph
from redraft.manuscript.revising import TRACKED, revised
from redraft.text.edits import Edit

_IN = ("ins", "moveTo")
_TEXTS = {"delText": "t", "delInstrText": "instrText"}

Pieces = Callable[[Paragraph], Sequence[Piece]]
"""The pieces of a paragraph of the file, as its XML is now."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A change of a paragraph of the file, and whether it was accepted (or rejected)."""

    mark: Mark
    accept: bool


def settle(old: Sequence[Paragraph], new: Sequence[Paragraph], pieces: Pieces) -> list[Paragraph]:
    """Settle in the XML what is settled in ``new``; the paragraphs of the file as it then is."""
    runs = dict(_runs(new))
    found: list[Paragraph] = []
    for paragraph in old:
        own = runs.get(paragraph.tied)
        tracked = any(each.kind in TRACKED for each in paragraph.marks)
        verdicts = list(_verdicts(paragraph, *own)) if tracked and own is not None else []
        for each in reversed(verdicts):
            _make(each, pieces(paragraph))
        for accept in (True, False):
            paragraph = revised(paragraph, (each.mark for each in verdicts if each.accept is accept), accept=accept)
        found.append(paragraph)
    return found


def any_settled(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> bool:
    """Whether any change may be settled: fewer marks of changes are left than there were."""
    return _count(new) < _count(old)


def _count(paragraphs: Iterable[Paragraph]) -> int:
    return sum(mark.kind in TRACKED for each in paragraphs for mark in each.marks)


def _runs(new: Sequence[Paragraph]) -> Iterator[tuple[str, tuple[str, tuple[Mark, ...]]]]:
    """For each tie the text and marks of its paragraph and of those behind it that have no tie: what it was parted
    into is among them."""
    tied, text, marks = "", "", list[Mark]()
    for each in new:
        if each.tied:
            if tied:
                yield tied, (text, tuple(marks))
            tied, text, marks = each.tied, each.text, list(each.marks)
        else:
            marks.extend(mark.shifted(len(text) + 1) for mark in each.marks)
            text = f"{text}\n{each.text}"
    if tied:
        yield tied, (text, tuple(marks))


def _verdicts(old: Paragraph, text: str, marks: Sequence[Mark]) -> Iterator[Verdict]:
    """What became of the tracked changes of a paragraph whose text and marks are these now."""
    borders = [place for each in old.marks for place in (each.start, each.end)]
    edits = fine_edits(old.text, text, borders)
    left = [each for each in marks if each.kind in TRACKED]
    for mark in (each for each in old.marks if each.kind in TRACKED):
        expected = mapped((mark,), edits, old.text)
        if not expected:
            continue
        still = _still(expected[0], left)
        if still is None:
            yield Verdict(mark, mark.kind is MarkKind.INSERTED or not _given_back(mark, edits))
        elif mark.kind is MarkKind.DELETED:
            left.remove(still)


def _still(mark: Mark, left: Sequence[Mark]) -> Mark | None:
    """The mark among ``left`` that is this one; of several deletions with the same words the nearest."""
    same = [each for each in left if (each.kind, each.value, each.key) == (mark.kind, mark.value, mark.key)]
    if mark.kind is MarkKind.INSERTED:
        return next((each for each in same if each.start < mark.end and mark.start < each.end), None)
    return min(same, key=lambda each: abs(each.start - mark.start), default=None)


def _given_back(mark: Mark, edits: Iterable[Edit]) -> bool:
    """Whether the words that were deleted stand there again."""
    words = mark.value.replace("\n", " ").strip()
    return any(each.span.start <= mark.start <= each.span.end and words in each.replacement for each in edits)


def _make(verdict: Verdict, pieces: Sequence[Piece]) -> None:
    mark, place = verdict.mark, 0
    wrappers: list[Element] = []
    for piece in pieces:
        if mark.kind is MarkKind.DELETED:
            hit = piece.point is mark.kind and (place, piece.value, piece.key) == (mark.start, mark.value, mark.key)
            if hit:
                wrappers.append(piece.element)
        elif piece.inserted == mark.value and place < mark.end and mark.start < place + len(piece.text):
            wrappers.extend(_around(piece, mark.value))
        place += len(piece.text)
    for each in dict.fromkeys(wrappers[:1] if mark.kind is MarkKind.DELETED else wrappers):
        if mark.kind is MarkKind.DELETED and not verdict.accept:
            _restore(each)
        if mark.kind is MarkKind.DELETED and verdict.accept:
            _remove(each)
        else:
            _unwrap(each)


def _around(piece: Piece, who: str) -> Iterator[Element]:
    """The elements that say of a piece that it was inserted."""
    parent = piece.run.getparent() if piece.run is not None else None
    while parent is not None and kind(parent) != "p":
        if kind(parent) in _IN and stamp(parent) == who:
            yield parent
        parent = parent.getparent()


def _restore(deleted: Element) -> None:
    for each in list(deleted.iter()):
        if kind(each) in _TEXTS:
            each.tag = each.tag.replace(kind(each), _TEXTS[kind(each)])


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        for each in list(element):
            element.addprevious(each)
        parent.remove(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
