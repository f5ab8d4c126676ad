# SPDX-License-Identifier: GPL-3.0-or-later
"""Months and seasons that cannot both be of one time, and weekdays that do not fit the days that have passed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from redraft.characters.claims.claim import kept_by_text
from redraft.characters.claims.doubt import is_stated
from redraft.continuity.cues import CueKind, cues, stretch
from redraft.continuity.days import MONTHS, WEEKDAYS
from redraft.continuity.elapsed import between
from redraft.continuity.places import Conflict
from redraft.continuity.story import Story
from redraft.language.analysis import Analysis, Zone

_SEASONS = {"winter": (11, 0, 1), "spring": (2, 3, 4), "summer": (5, 6, 7), "autumn": (8, 9, 10)}
_NAMES = "|".join((*MONTHS, *_SEASONS))
_NOW = re.compile(
    rf"\b(?:[Ii]t was|[Oo]ne|[Oo]n) (?:now )?(?:an? |the )?(?:(?!that|this|those|every|some|any|last|next"
    rf"|such)(?:[a-z]+),? ){{0,2}}?(?P<when>{_NAMES})(?P<part>"
    rf" (?:morning|afternoon"
    r"|evening|night|day))?(?=[.,;!]| (?:and|when|in|of|with|on|outside)\b)"
)
_DAYS = 20
"""Within so many days no season turns into the next but one, nor a month."""

_LATELY = 25
"""Paragraphs within which a weekday told still is the one that days are counted from."""
_SCENES = 2
"""Scenes within which the count of days is trusted so far."""


_GENERAL = ("even", "as", "like", "than", "usually", "always")
"""Words behind which a season is none of now."""


@dataclass(frozen=True, slots=True)
class _Season:
    months: tuple[int, ...]
    start: int
    end: int


@kept_by_text
def _seasons(analysis: Analysis) -> Iterator[_Season]:
    """The months and seasons that a paragraph says it is."""
    for match in _NOW.finditer(analysis.text):
        said = match.group().lower()
        even = analysis.text[: match.start()].rstrip().lower().endswith(_GENERAL)
        if even or not (match["part"] or said.startswith("it was")):
            continue
        if analysis.zone(match.start()) is Zone.NARRATION and is_stated(analysis, match.start(), match.end()):
            months = _SEASONS.get(match["when"]) or (MONTHS.index(match["when"]),)
            yield _Season(months, match.start("when"), match.end())


def season_conflicts(story: Story) -> Iterator[Conflict]:
    """Two seasons of one time, and weekdays that the story's own count of days contradicts."""
    last: tuple[int, _Season] | None = None
    for index, analysis in enumerate(story.analyses):
        for season in _seasons(analysis):
            if last is not None and _clash(story, last, (index, season)):
                spots = (last, (index, season))
                places = tuple(story.place(where, each.start, each.end) for where, each in spots)
                message = f"“{places[0].text}” and “{places[1].text}”, {story.apart(last[0], index)}."
                yield Conflict("time", "the time of year", message, places, "season")
            last = (index, season)
        yield from _miscounted(story, index)


def _clash(story: Story, one: tuple[int, _Season], other: tuple[int, _Season]) -> bool:
    (first, earlier), (second, later) = one, other
    low, high = between(story.days[first], story.days[second])
    near = abs(story.scene_of[second] - story.scene_of[first]) <= _SCENES
    counted = near and low > 0 and low == high and high <= _DAYS
    if story.scene_of[first] != story.scene_of[second] and not counted:
        return False
    return min((a - b) % 12 for a in earlier.months for b in later.months) > 1 and (
        min((b - a) % 12 for a in earlier.months for b in later.months) > 1)  # fmt: skip


def _just_named(story: Story, index: int) -> bool:
    """Whether the weekday before was told so lately that no day has passed unsaid."""
    for earlier in range(index - 1, max(-1, index - 1 - _LATELY), -1):
        if any(each.kind is CueKind.WEEKDAY and not each.aside for each in cues(story.analyses[earlier])):
            return story.scene_of[index] - story.scene_of[earlier] <= 1
    return False


def _miscounted(story: Story, index: int) -> Iterator[Conflict]:
    """"The next day, Wednesday," when it was Monday."""
    found = cues(story.analyses[index])
    before = story.days[index - 1].weekday if index and len(found) > 1 and _just_named(story, index) else None
    for cue, after in pairwise(found):
        if before is None or after.kind is not CueKind.WEEKDAY or after.weekday in (None, before):
            continue
        low, high = stretch(cue) if cue.kind is CueKind.LATER else (1, 1)
        exact = low == high and cue.kind in (CueKind.LATER, CueKind.NEXT) and cue.unit not in ("month", "year", "hour")
        sentence = story.analyses[index].sentence_at(cue.start)
        if not exact or sentence is None or not sentence.start <= after.start < sentence.end:
            continue
        expected = (before + low) % 7
        if expected != after.weekday:
            place = story.place(index, cue.start, cue.end), story.place(index, after.start, after.end)
            message = (f"“{place[0].text}” after {WEEKDAYS[before]} is {WEEKDAYS[expected]}, not "
                       f"{WEEKDAYS[after.weekday]}.")  # fmt: skip
            yield Conflict("time", "the weekday", message, place, "weekday")
