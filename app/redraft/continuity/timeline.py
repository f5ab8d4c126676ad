# SPDX-License-Identifier: GPL-3.0-or-later
"""When the scenes happen: the words of time in the narration, and the days they imply, counted from the first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from redraft.continuity.clock import clock_at
from redraft.continuity.cues import Cue, CueKind, cues
from redraft.continuity.elapsed import Count, Days
from redraft.language.analysis import Analysis

_BESIDE = 16
"""Characters between "the next day" and the weekday that it is."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Words of time in scene ``scene``; ``start``/``end`` are code points in the reading text of the paragraph with
    id ``paragraph``. ``day`` is counted from 1, the first day told; None where it cannot be derived. ``clock`` is
    "HH:MM" (24 hours), None where the words do not tell it."""

    scene: int
    paragraph: int
    start: int
    end: int
    text: str
    day: int | None = None
    clock: str | None = None


@dataclass(frozen=True)
class Timeline:
    """``entries`` in reading order; ``days``: for each paragraph (an index) what is known of its day."""

    entries: tuple[TimelineEntry, ...]
    days: tuple[Days, ...] = field(default=())


def timeline(
    paragraphs: Sequence[int], analyses: Sequence[Analysis], scene_of: Sequence[int],
    corrected: Mapping[int, int] | None = None, passed_over: Iterable[tuple[int, int]] = (),
) -> list[TimelineEntry]:
    """The words of time of every scene, in reading order; see :func:`read_time`, whose entries these are.

    Raises:
        ValueError: when the first three differ in length.
    """
    return list(read_time(paragraphs, analyses, scene_of, corrected, passed_over).entries)


def read_time(
    paragraphs: Sequence[int], analyses: Sequence[Analysis], scene_of: Sequence[int],
    corrected: Mapping[int, int] | None = None, passed_over: Iterable[tuple[int, int]] = (),
) -> Timeline:
    """The story's time. The first three run in step, scene 0 is not read.

    ``corrected``: the day on which a scene (by number) begins, as the author says; ``passed_over``: (index of a
    paragraph, offset) of words that the author says are none of now.

    Raises:
        ValueError: when the first three differ in length.
    """
    entries: list[TimelineEntry] = []
    days: list[Days] = []
    count, told, dropped = Count(), corrected or {}, frozenset(passed_over)
    last = 0
    for index, (id, analysis, scene) in enumerate(zip(paragraphs, analyses, scene_of, strict=True)):
        if scene and scene != last:
            last = scene
            count.begin_scene()
            if scene in told:
                count.correct(told[scene])
        if scene:
            here = cues(analysis)
            for cue, after in zip_longest(here, here[1:]):
                if (index, cue.start) not in dropped:
                    still = after is not None and is_restated(cue, after, count.days)
                    entries.append(_entry(cue, scene, id, count, still))
        days.append(count.days)
    return Timeline(tuple(entries), tuple(days))


def is_restated(cue: Cue, after: Cue, days: Days) -> bool:
    """Whether "The following day, which was Wednesday," is the Wednesday that a heading has told already."""
    near = cue.kind is CueKind.NEXT and 0 <= after.start - cue.end <= _BESIDE
    return near and after.weekday is not None and after.weekday == days.weekday


def _entry(cue: Cue, scene: int, id: int, count: Count, still: bool) -> TimelineEntry:
    clock = clock_at(cue.text) if cue.kind in (CueKind.CLOCK, CueKind.MOMENT) else None
    day = count.days.exact if still else count.after(cue)
    return TimelineEntry(scene, id, cue.start, cue.end, cue.text, day, clock)
