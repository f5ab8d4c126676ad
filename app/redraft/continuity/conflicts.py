# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the story says two things that cannot both stand: of one person, of one term, of one day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from redraft.characters.cast import Cast
from redraft.characters.names import story_names
from redraft.characters.terms import TermPair, TermPlace, spelled_two_ways
from redraft.continuity.attributes import attribute_conflicts
from redraft.continuity.daylight import daylight_conflicts
from redraft.continuity.days import DayClash, day_clashes
from redraft.continuity.elapsed import Days
from redraft.continuity.places import Conflict, Place
from redraft.continuity.presence import presence_conflicts
from redraft.continuity.promises import promise_conflicts
from redraft.continuity.retrospect import retrospect_conflicts
from redraft.continuity.seasons import season_conflicts
from redraft.continuity.story import Story
from redraft.continuity.timeline import read_time
from redraft.continuity.variants import Variants, variants
from redraft.language.analysis import Analysis

__all__ = ["Conflict", "Place", "conflicts", "conflicts_of"]

_MOST_PLACES = 6


def conflicts(
    paragraphs: Sequence[int], analyses: Sequence[Analysis], scene_of: Sequence[int], cast: Cast,
    corrected: Mapping[int, int] | None = None, names: frozenset[str] | None = None,
) -> list[Conflict]:
    """Every conflict of the story: attributes, then presence, terms, time. The first three arguments run in step;
    paragraphs of scene 0 (front matter, notes) are not read. ``corrected``: the day on which a scene begins, as the
    author says; ``names`` (as :func:`story_names` gives them) spares finding them again.

    Raises:
        ValueError: when the sequences differ in length.
    """
    if not len(paragraphs) == len(analyses) == len(scene_of):
        raise ValueError("conflicts need one id and one scene for each paragraph")
    read = [index for index, scene in enumerate(scene_of) if scene]
    ids, scenes = [paragraphs[index] for index in read], [scene_of[index] for index in read]
    inside = [analyses[index] for index in read]
    days: tuple[Days, ...] = read_time(ids, inside, scenes, corrected).days
    return conflicts_of(Story(ids, inside, scenes, days, cast), names)


def conflicts_of(story: Story, names: frozenset[str] | None = None) -> list[Conflict]:
    """Every conflict of a story put together already."""
    return [*attribute_conflicts(story), *presence_conflicts(story), *_terms(story, names), *_times(story)]


def _terms(story: Story, names: frozenset[str] | None) -> Iterator[Conflict]:
    """Names, terms and ordinary words spelled two ways."""
    known = names if names is not None else story_names(story.analyses)
    for pair in spelled_two_ways(story.analyses, known):
        yield _two_ways(story, pair)
    for each in variants(story.analyses):
        yield _two_ways(story, each)


def _two_ways(story: Story, pair: TermPair | Variants) -> Conflict:
    places = [_place(story, each) for each in (*pair.rare_places[: _MOST_PLACES - 1], pair.common_places[0])]
    return Conflict("term", pair.common, _term_message(pair), tuple(places), pair.rare)


def _times(story: Story) -> Iterator[Conflict]:
    """Weekdays and dates that cannot both be, hours and light, promises, looks back."""
    for clash in day_clashes(story.analyses, story.scene_of):
        places = tuple(_place(story, each) for each in _spots(clash))
        yield Conflict("time", clash.subject, clash.message, places, "weekday")
    for find in (daylight_conflicts, promise_conflicts, retrospect_conflicts, season_conflicts):
        yield from find(story)


def _place(story: Story, place: TermPlace) -> Place:
    return story.place(place.paragraph, place.start, place.end)


def _spots(clash: DayClash) -> Iterator[TermPlace]:
    for index, start, end in clash.places:
        yield TermPlace(index, start, end)


def _term_message(pair: TermPair | Variants) -> str:
    few, many = len(pair.rare_places), len(pair.common_places)
    return f"“{pair.common}” ({many}×) is also written “{pair.rare}” ({few}×)."
