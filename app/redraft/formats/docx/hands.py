# SPDX-License-Identifier: GPL-3.0-or-later
"""The two ways of changing a paragraph: silently, or with the change tracked for an editor to accept or reject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from redraft.formats.docx.blocks import end_deleted
from redraft.formats.docx.line import Line, Spot
from redraft.formats.docx.names import Element, child, kind, made, paragraph_beside, twin
from redraft.formats.docx.order import drop, properties_of, put
from redraft.formats.docx.paragraphs import hand_over, is_balanced, remove_paragraph
from redraft.formats.docx.runs import isolate, new_run, set_text, split
from redraft.formats.docx.walk import shown_text

_END_MARKS = ("ins", "del", "moveFrom", "moveTo")


@dataclass(frozen=True, slots=True)
class Revision:
    """Who tracked changes are by, and since when (UTC)."""

    author: str = "Redraft"
    date: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def stamp(self) -> str:
        """The date as Word writes it."""
        return self.date.strftime("%Y-%m-%dT%H:%M:%SZ")


class Hand(Protocol):
    """Changes of one paragraph, or of where one ends and the next begins."""

    def replace(self, line: Line, start: int, end: int, text: str) -> None:
        """``text`` comes in the place of the characters ``start``–``end``; either may be nothing."""

    def split(self, line: Line, place: int) -> Line:
        """A new paragraph begins at ``place``; it is returned, and ``line`` keeps what is before it."""

    def join(self, line: Line, following: Line) -> None:
        """The two paragraphs become one; ``following`` is as it is now."""

    def remove(self, line: Line, live: set[Element]) -> None:
        """The whole paragraph goes. ``live`` are ``w:p`` that stay, some perhaps inside it."""

    def put_in(self, paragraph: Element) -> None:
        """A paragraph was put in."""

    def changed_look(self, run: Element, before: Element | None) -> None:
        """A run's properties were ``before`` and are something else now."""

    def changed_shape(self, paragraph: Element, before: Element | None) -> None:
        """A paragraph's properties were ``before`` and are something else now."""


class PlainHand:
    """Makes changes as if they had been typed."""

    def replace(self, line: Line, start: int, end: int, text: str) -> None:
        """See :class:`Hand`."""
        if start < end and text:
            line.replace(start, end, text)
        elif text:
            line.insert(start, text)
        else:
            line.delete(start, end)

    def split(self, line: Line, place: int) -> Line:
        """See :class:`Hand`."""
        return _split(line, place)

    def join(self, line: Line, following: Line) -> None:
        """See :class:`Hand`."""
        moved = [each for element in following.elements for each in element if kind(each) != "pPr"]
        line.last.extend(moved)
        if moved and line.joined is None:
            line.joined = moved[0]
        for element in following.elements:
            remove_paragraph(element, set())

    def remove(self, line: Line, live: set[Element]) -> None:
        """See :class:`Hand`."""
        for element in line.elements:
            if not is_balanced(element):
                line.delete(0, line.length)
                hand_over(element)
            if not remove_paragraph(element, live):
                line.delete(0, line.length)

    def put_in(self, paragraph: Element) -> None:
        """See :class:`Hand`."""

    def changed_look(self, run: Element, before: Element | None) -> None:
        """See :class:`Hand`."""

    def changed_shape(self, paragraph: Element, before: Element | None) -> None:
        """See :class:`Hand`."""


class TrackedHand:
    """Makes changes as ``w:ins`` and ``w:del`` by one author. ``ids``: for the changes, none of them taken."""

    def __init__(self, revision: Revision, ids: Iterator[int]) -> None:
        self._revision, self._ids = revision, ids

    def replace(self, line: Line, start: int, end: int, text: str) -> None:
        """See :class:`Hand`."""
        covered = list(line.covered(start, end)) if start < end else []
        if not covered:
            if text:
                self._insert(line, start, text)
            return
        look = child(covered[-1][0].run, "rPr")
        deleted = [self._deleted(isolate(piece, first, last)) for piece, first, last in covered]
        if text:
            beside = deleted.pop()
            while deleted and beside.getnext() is deleted[-1]:
                beside = deleted.pop()
            self._beside(beside, new_run(text, line.last, look))

    def split(self, line: Line, place: int) -> Line:
        """See :class:`Hand`."""
        new = _split(line, place)
        self.put_in(line.last)
        return new

    def join(self, line: Line, following: Line) -> None:
        """See :class:`Hand`."""
        if paragraph_beside(line.last, 1) is following.elements[0]:
            self._end_deleted(line.last)
            line.elements.extend(following.elements)
            return
        for piece, start, end in reversed(list(following.covered(0, following.length))):
            inserted = self._change("ins", line.last)
            inserted.append(new_run(piece.text[start:end], line.last, child(piece.run, "rPr")))
            line.last.append(inserted)
            line.joined = line.joined if line.joined is not None else inserted
        self.replace(following, 0, following.length, "")

    def remove(self, line: Line, live: set[Element]) -> None:
        """See :class:`Hand`."""
        self.replace(line, 0, line.length, "")
        for element in line.elements:
            if paragraph_beside(element, 1) is not None:
                self._end_deleted(element)
            elif (before := _survivor_before(element)) is not None:
                self._end_deleted(before)

    def put_in(self, paragraph: Element) -> None:
        """See :class:`Hand`."""
        put(properties_of(properties_of(paragraph, "pPr"), "rPr"), self._change("ins", paragraph))

    def changed_look(self, run: Element, before: Element | None) -> None:
        """See :class:`Hand`."""
        self._changed(properties_of(run, "rPr"), before, ())

    def changed_shape(self, paragraph: Element, before: Element | None) -> None:
        """See :class:`Hand`."""
        properties = properties_of(paragraph, "pPr")
        if child(child(properties, "rPr"), "ins") is None:
            self._changed(properties, before, ("rPr", "sectPr"))

    def _changed(self, properties: Element, before: Element | None, apart: Iterable[str]) -> None:
        """Note in properties what they were before, but for the ones ``apart``."""
        name = kind(properties)
        if child(properties, f"{name}Change") is not None:
            return
        change = self._change(f"{name}Change", properties)
        old = deepcopy(before) if before is not None else made(name, properties)
        drop(old, f"{name}Change", *apart)
        change.append(old)
        put(properties, change)

    def _insert(self, line: Line, place: int, text: str) -> None:
        spot = line.spot(place, text)
        run = new_run(text, line.last, line.properties(spot))
        if spot.piece is None:
            inserted = self._change("ins", run)
            inserted.append(run)
            line.place(spot, inserted)
            return
        piece, offset = spot.piece, spot.offset
        assert piece.run is not None
        inside = 0 < offset < len(piece.text) or _more(piece.element, 1 if offset else -1)
        if inside:
            self._before(split(piece, offset), run)
        elif offset:
            self._beside(piece.run, run)
        else:
            self._before(piece.run, run)

    def _beside(self, element: Element, run: Element) -> None:
        """Put an insertion behind an element; a tracked insertion round it is parted."""
        shell = _insertion_round(element)
        inserted = self._change("ins", run)
        inserted.append(run)
        if shell is None:
            element.addnext(inserted)
            return
        rest = list(element.itersiblings())
        shell.addnext(inserted)
        if rest:
            other = twin(shell)
            other.extend(rest)
            inserted.addnext(other)

    def _before(self, element: Element, run: Element) -> None:
        previous = element.getprevious()
        shell = _insertion_round(element)
        if shell is not None and previous is not None:
            self._beside(previous, run)
            return
        inserted = self._change("ins", run)
        inserted.append(run)
        (shell if shell is not None else element).addprevious(inserted)

    def _deleted(self, run: Element) -> Element:
        """Wrap a run in a tracked deletion; the ``w:del``."""
        for each in run:
            if kind(each) == "t":
                set_text(each, shown_text(each))
                each.tag = each.tag[:-1] + "delText"
        change = self._change("del", run)
        run.addprevious(change)
        change.append(run)
        return change

    def _end_deleted(self, paragraph: Element) -> None:
        marks = properties_of(properties_of(paragraph, "pPr"), "rPr")
        if child(marks, "del") is None:
            put(marks, self._change("del", paragraph))

    def _change(self, name: str, like: Element) -> Element:
        stamp = self._revision.stamp
        return made(name, like, id=str(next(self._ids)), author=self._revision.author, date=stamp)


def _survivor_before(paragraph: Element) -> Element | None:
    """The nearest paragraph before it whose end is not deleted."""
    before = paragraph_beside(paragraph, -1)
    while before is not None and end_deleted(before):
        before = paragraph_beside(before, -1)
    return before


def _insertion_round(element: Element) -> Element | None:
    parent = element.getparent()
    return parent if parent is not None and kind(parent) in ("ins", "moveTo") else None


def _more(element: Element, way: int) -> bool:
    return any(kind(each) != "rPr" for each in element.itersiblings(preceding=way < 0))


def _split(line: Line, place: int) -> Line:
    """Part the paragraph; the new one takes its end: what the end of the old one was (a section's end too)."""
    first = line.part(place)
    old = line.last if first is None else first.getparent()
    assert old is not None
    new = twin(old)
    properties = child(old, "pPr")
    if properties is not None:
        new.append(deepcopy(properties))
        drop(properties, "sectPr", "pPrChange")
        drop(child(properties, "rPr"), *_END_MARKS)
        drop(child(new, "pPr"), "pageBreakBefore")
        if not place:
            drop(properties, "framePr")
    if first is not None:
        new.extend([first, *first.itersiblings()])
    old.addnext(new)
    at = line.elements.index(old) + 1
    elements = [new, *line.elements[at:]]
    line.elements = line.elements[:at]
    line.end_at(place)
    pattern = line.properties(Spot(look=line.final)) if line.final is not None else line.pattern
    return Line(elements, [], pattern)
