# SPDX-License-Identifier: GPL-3.0-or-later
"""Conflicts and their places as rows, and the story's time. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from redraft.continuity.conflicts import Conflict
from redraft.continuity.timeline import TimelineEntry
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Outline
from redraft.ui.panels.words import context, plural

KINDS: Mapping[str, str] = {
    "attribute": "Two descriptions", "time": "Two times", "presence": "Two places at once", "term": "Spelled two ways",
}
"""What an author calls each kind of conflict, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A contradiction, as a heading over its places. ``kind`` is in an author's words."""

    key: str
    kind: str
    subject: str
    message: str
    places: int


@dataclass(frozen=True, slots=True)
class TimesRow:
    """The heading over what is said of time."""

    key: str
    entries: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the present text, with the words around it. ``note``: the day or hour, where it is one of time."""

    index: int
    start: int
    end: int
    scene: int
    before: str
    words: str
    after: str
    note: str = ""


Row = tuple[ConflictRow | TimesRow, tuple[PlaceRow, ...]]


def conflict_rows(conflicts: Iterable[Conflict], paragraphs: Sequence[Paragraph], outline: Outline) -> list[Row]:
    """Each conflict with its places; a place that is gone from the text is left out, and with it a conflict that
    has no two places left."""
    order = list(KINDS)
    indices = {paragraph.id: index for index, paragraph in enumerate(paragraphs)}
    rows: list[Row] = []
    for conflict in sorted(conflicts, key=lambda each: order.index(each.kind) if each.kind in order else len(order)):
        found = [_place(indices, paragraphs, outline, each.paragraph, each.start, each.end, each.text)
                 for each in conflict.places]
        places = tuple(each for each in found if each)
        if len(places) > 1:
            kind = KINDS.get(conflict.kind, "Conflict")
            key = f"{conflict.kind} {conflict.subject} {conflict.message}"
            rows.append((ConflictRow(key, kind, conflict.subject, conflict.message, len(places)), places))
    return rows


def time_rows(timeline: Iterable[TimelineEntry], paragraphs: Sequence[Paragraph], outline: Outline) -> list[Row]:
    """What is said of time, in reading order, under one heading; nothing when nothing is said."""
    indices = {paragraph.id: index for index, paragraph in enumerate(paragraphs)}
    places = []
    for entry in timeline:
        day = f"day {entry.day}" if entry.day is not None else ""
        note = " · ".join(each for each in (day, entry.clock) if each)
        place = _place(indices, paragraphs, outline, entry.paragraph, entry.start, entry.end, entry.text, note)
        if place is not None:
            places.append(place)
    return [(TimesRow("time line", len(places)), tuple(places))] if places else []


def _place(
    indices: Mapping[int, int], paragraphs: Sequence[Paragraph], outline: Outline,
    paragraph: int, start: int, end: int, words: str, note: str = "",
) -> PlaceRow | None:
    index = indices.get(paragraph)
    if index is None:
        return None
    text = paragraphs[index].text
    if text[start:end] != words:
        start = text.find(words)
        end = start + len(words)
    if start < 0 or not words:
        return None
    before, _, after = context(text, start, end)
    return PlaceRow(index, start, end, outline.scene_of(index), before, words, after, note)


def speak(row: object) -> str:
    """A heading or a place in words, for tool tips and screen readers."""
    if isinstance(row, ConflictRow):
        return f"{row.kind}: {row.subject}. {row.message}"
    if isinstance(row, TimesRow):
        return f"When things happen, {plural(row.entries, 'place')}"
    if isinstance(row, PlaceRow):
        where = f"Scene {row.scene}" if row.scene else "Outside the scenes"
        note = f" ({row.note})" if row.note else ""
        return f"{where}{note}: {row.before}{row.words}{row.after}"
    return ""
