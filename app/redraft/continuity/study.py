# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that continuity says of a story, in one call; what a paragraph's text alone says is found once and kept,
so that after an edit only the joining is done again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redraft.characters.cast import Cast
from redraft.continuity.alike import Alike, names_alike
from redraft.continuity.conflicts import Conflict, conflicts_of
from redraft.continuity.cues import cues
from redraft.continuity.decisions import ContinuityDecisions
from redraft.continuity.story import Story
from redraft.continuity.timeline import TimelineEntry, read_time
from redraft.language.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Told:
    """``conflicts``, answered ones included; the ``timeline``; names too much ``alike``."""

    conflicts: tuple[Conflict, ...]
    timeline: tuple[TimelineEntry, ...]
    alike: tuple[Alike, ...]


def study_continuity(
    paragraphs: Sequence[int], analyses: Sequence[Analysis], scene_of: Sequence[int], cast: Cast,
    decisions: ContinuityDecisions | None = None, scene_keys: Mapping[str, int] | None = None,
    names: frozenset[str] | None = None,
) -> Told:
    """Conflicts, timeline and names alike. The first three run in step; paragraphs of scene 0 are not read.

    ``scene_keys``: the number of each scene by its key, for the author's corrections of days; ``names`` as
    :func:`redraft.characters.names.story_names` gives them, where they are known already.

    Raises:
        ValueError: when the first three differ in length.
    """
    if not len(paragraphs) == len(analyses) == len(scene_of):
        raise ValueError("continuity needs one id and one scene for each paragraph")
    told = decisions or ContinuityDecisions()
    numbers = scene_keys or {}
    corrected = {numbers[key]: day for key, day in told.days if key in numbers}
    read = [index for index, scene in enumerate(scene_of) if scene]
    ids, scenes = [paragraphs[index] for index in read], [scene_of[index] for index in read]
    inside = [analyses[index] for index in read]
    time = read_time(ids, inside, scenes, corrected, _passed_over(inside, told))
    story = Story(ids, inside, scenes, time.days, cast)
    return Told(tuple(conflicts_of(story, names)), time.entries, tuple(names_alike(cast)))


def _passed_over(analyses: Sequence[Analysis], told: ContinuityDecisions) -> list[tuple[int, int]]:
    """Where the words are that the author says are not about now."""
    if not told.asides:
        return []
    return [
        (index, cue.start) for index, analysis in enumerate(analyses) for cue in cues(analysis)
        if any(each.is_at(analysis.text, cue.start, cue.end) for each in told.asides)
    ]
