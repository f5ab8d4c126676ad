# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries formatting over from the paragraphs that give way to those that take their place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from redraft.manuscript.marks import Mark, mapped, within
from redraft.manuscript.model import Paragraph
from redraft.manuscript.shape import BODY, Shape, ShapeKind
from redraft.text.edits import Edit, trimmed, word_edits

_ALONE = (ShapeKind.TITLE, ShapeKind.HEADING, ShapeKind.MARK)


def carried(removed: Sequence[Paragraph], inserted: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs ``inserted`` with the marks of those ``removed``, each where its words are now.

    Both are compared as one text, so that marks find their way through splitting and joining.
    """
    if not any(each.marks for each in removed):
        return inserted
    old, new = "\n".join(each.text for each in removed), "\n".join(each.text for each in inserted)
    marks: list[Mark] = []
    place = 0
    for each in removed:
        marks.extend(mark.shifted(place) for mark in each.marks)
        place += len(each.text) + 1
    moved = mapped(marks, fine_edits(old, new, (place for each in marks for place in (each.start, each.end))), old)
    result: list[Paragraph] = []
    place = 0
    for paragraph in inserted:
        own = within(moved, place, place + len(paragraph.text))
        result.append(paragraph if own == paragraph.marks else replace(paragraph, marks=own))
        place += len(paragraph.text) + 1
    return tuple(result)


def fine_edits(old: str, new: str, borders: Iterable[int]) -> list[Edit]:
    """The edits from ``old`` to ``new``: whole words, but where a border of formatting lies within a word that changed,
    only the letters that changed, so that each part of the word keeps its look.
    """
    places = sorted(set(borders))
    found: list[Edit] = []
    for edit in word_edits(old, new):
        at = bisect_right(places, edit.span.start)
        inside = at < len(places) and places[at] < edit.span.end
        found.extend(trimmed([edit], old) if inside else [edit])
    return found


def following_shape(paragraph: Paragraph) -> Shape:
    """The shape of a new paragraph behind this one: what follows a heading or a scene mark is body text."""
    return BODY if paragraph.shape.kind in _ALONE else paragraph.shape
