# SPDX-License-Identifier: GPL-3.0-or-later
"""Contradictions with their places, the author's answers and notes, names much alike: as rows. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from redraft.continuity.alike import Alike
from redraft.continuity.conflicts import Conflict
from redraft.continuity.decisions import Answer, ContinuityNote, Reply
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Outline
from redraft.ui.panels.words import context, plural

KINDS: Mapping[str, str] = {
    "attribute": "Two descriptions", "presence": "Gone and here", "time": "Two times", "term": "Spelled two ways",
}
"""What an author calls each kind of conflict, in the order in which they are listed."""

REPLIES: Mapping[Reply, str] = {Reply.INTENDED: "intended", Reply.CHANGED: "changed here"}


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A contradiction, as a heading over its places. ``kind`` is in an author's words."""

    key: str
    kind: str
    subject: str
    message: str
    places: int
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading over rows of one kind: answered contradictions, notes, names."""

    key: str
    title: str
    count: int


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


@dataclass(frozen=True, slots=True)
class TextRow:
    """A line of the author's, or a hint: ``title``, and under it ``words``. ``place`` is where it belongs, if that is
    still there; ``answer``, ``note`` or ``alike`` is what it stands for."""

    title: str
    words: str
    place: tuple[int, int, int] | None = None
    answer: Answer | None = None
    note: ContinuityNote | None = None
    alike: Alike | None = None


Row = tuple[ConflictRow | SectionRow, tuple[PlaceRow | TextRow, ...]]


def conflict_rows(conflicts: Iterable[Conflict], paragraphs: Sequence[Paragraph], outline: Outline) -> list[Row]:
    """Each conflict with its places; a place that is gone from the text is left out, and with it a conflict that
    has no two places left."""
    order = list(KINDS)
    indices = {paragraph.id: index for index, paragraph in enumerate(paragraphs)}
    rows: list[Row] = []
    for conflict in sorted(conflicts, key=lambda each: order.index(each.kind) if each.kind in order else len(order)):
        found = [place_row(indices, paragraphs, outline, each.paragraph, each.start, each.end, each.text)
                 for each in conflict.places]  # fmt: skip
        places = tuple(each for each in found if each)
        if len(places) > 1:
            kind = KINDS.get(conflict.kind, "Conflict")
            key = f"{conflict.kind} {conflict.subject} {conflict.message}"
            heading = ConflictRow(key, kind, conflict.subject, conflict.message, len(places), conflict)
            rows.append((heading, places))
    return rows


def note_rows(notes: Iterable[ContinuityNote], paragraphs: Sequence[Paragraph]) -> list[Row]:
    """The author's notes under one heading; one whose words are gone says so."""
    texts = [each.text for each in paragraphs]
    rows = []
    for note in notes:
        place = note.find(texts)
        words = f"“{note.place.words}”" if place else f"“{note.place.words}” is no longer in the text"
        rows.append(TextRow(note.text, " · ".join(each for each in (note.character, words) if each), place, note=note))
    return [(SectionRow("notes", "Your notes", len(rows)), tuple(rows))] if rows else []


def answer_rows(answers: Iterable[Answer]) -> list[Row]:
    """What the author has answered, under one heading."""
    rows = []
    for told in answers:
        words = " / ".join(f"“{each}”" for each in dict.fromkeys(place.words for place in told.places))
        rows.append(TextRow(f"{told.subject}: {REPLIES[told.reply]}", words, answer=told))
    return [(SectionRow("answered", "Answered", len(rows)), tuple(rows))] if rows else []


def alike_rows(pairs: Iterable[Alike], paragraphs: Sequence[Paragraph]) -> list[Row]:
    """Characters whose names a reader may mix up, under one heading."""
    indices = {paragraph.id: index for index, paragraph in enumerate(paragraphs)}
    rows = []
    for pair in pairs:
        index = indices.get(pair.paragraph)
        place = None if index is None else (index, pair.start, pair.end)
        rows.append(TextRow(f"{pair.one} · {pair.other}", "A reader may take one for the other.", place, alike=pair))
    return [(SectionRow("alike", "Names much alike", len(rows)), tuple(rows))] if rows else []


def place_row(
    indices: Mapping[int, int], paragraphs: Sequence[Paragraph], outline: Outline,
    paragraph: int, start: int, end: int, words: str, note: str = "",
) -> PlaceRow | None:
    """A place as it stands in the present text; None when its words are gone."""
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
    """A heading or a row in words, for tool tips and screen readers."""
    if isinstance(row, ConflictRow):
        return f"{row.kind}: {row.subject}. {row.message}"
    if isinstance(row, SectionRow):
        return f"{row.title}, {plural(row.count, 'entry', 'entries')}"
    if isinstance(row, TextRow):
        return f"{row.title}. {row.words}"
    if isinstance(row, PlaceRow):
        where = f"Scene {row.scene}" if row.scene else "Outside the scenes"
        note = f" ({row.note})" if row.note else ""
        return f"{where}{note}: {row.before}{row.words}{row.after}"
    return ""
