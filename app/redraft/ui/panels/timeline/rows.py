# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenes with their days and words of time, as rows. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from redraft.continuity.timeline import TimelineEntry
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Outline
from redraft.ui.panels.continuity.rows import PlaceRow, place_row
from redraft.ui.panels.words import plural


@dataclass(frozen=True, slots=True)
class SceneTime:
    """A scene: its day in words, "day 3", "days 3–5", or "still day 3", "day 3 or 4" where it tells none itself;
    ``corrected`` where the author has said it. ``index`` is its first paragraph."""

    key: str
    number: int
    label: str
    day: str
    corrected: int | None
    index: int
    cues: int


def time_rows(
    timeline: Iterable[TimelineEntry], corrected: Mapping[str, int], paragraphs: Sequence[Paragraph], outline: Outline,
) -> list[tuple[SceneTime, tuple[PlaceRow, ...]]]:
    """Every scene with its words of time, in reading order. ``corrected``: days by the scene's key."""
    indices = {paragraph.id: index for index, paragraph in enumerate(paragraphs)}
    cues: dict[int, list[PlaceRow]] = {}
    days: dict[int, list[int]] = {}
    for entry in timeline:
        told = f"day {entry.day}" if entry.day is not None else ""
        note = " · ".join(each for each in (told, entry.clock) if each)
        row = place_row(indices, paragraphs, outline, entry.paragraph, entry.start, entry.end, entry.text, note)
        if row is not None:
            cues.setdefault(entry.scene, []).append(row)
            days.setdefault(entry.scene, []).extend([entry.day] if entry.day is not None else [])
    rows = []
    for scene in outline.scenes:
        mine, said = tuple(cues.get(scene.number, ())), corrected.get(scene.key)
        known = ([said] if said is not None else []) + days.get(scene.number, [])
        rows.append((SceneTime(scene.key, scene.number, scene.label, _days(known), said, scene.first, len(mine)), mine))
    return between(rows)


def between(rows: Sequence[tuple[SceneTime, tuple[PlaceRow, ...]]]) -> list[tuple[SceneTime, tuple[PlaceRow, ...]]]:
    """Scenes that tell no day are of the same day still, or of one of two, where those before and after say so."""
    told = [_ends(scene.day) for scene, _ in rows]
    made = []
    for place, (scene, cues) in enumerate(rows):
        before = next((each for each in reversed(told[:place]) if each), None)
        after = next((each for each in told[place + 1 :] if each), None)
        if not scene.day and before and after and 0 <= after[0] - before[1] <= 1:
            still = before[1] == after[0]
            scene = replace(scene, day=f"still day {before[1]}" if still else f"day {before[1]} or {after[0]}")
        made.append((scene, cues))
    return made


def _ends(day: str) -> tuple[int, int] | None:
    """The first and last of the days that a scene shows."""
    numbers = [int(each) for each in day.removeprefix("days ").removeprefix("day ").split("–") if each.isdigit()]
    return (numbers[0], numbers[-1]) if numbers else None


def _days(known: Sequence[int]) -> str:
    if not known:
        return ""
    first, last = min(known), max(known)
    return f"day {first}" if first == last else f"days {first}–{last}"


def speak(row: object) -> str:
    """A scene or words of time, for tool tips and screen readers."""
    if isinstance(row, SceneTime):
        day = row.day or "no day told"
        own = ", as you said" if row.corrected is not None else ""
        return f"Scene {row.number}, {row.label}: {day}{own}, {plural(row.cues, 'word of time', 'words of time')}"
    if isinstance(row, PlaceRow):
        note = f" ({row.note})" if row.note else ""
        return f"{row.words}{note}: {row.before}{row.words}{row.after}"
    return ""
