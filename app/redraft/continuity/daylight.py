# SPDX-License-Identifier: GPL-3.0-or-later
"""Day and night, and hours, that cannot both be in one stretch of a scene."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redraft.characters.claims.claim import kept_by_text
from redraft.characters.claims.doubt import is_stated
from redraft.continuity.clock import clock_at, hour_at
from redraft.continuity.places import Conflict
from redraft.continuity.story import Story
from redraft.language.analysis import Analysis, Zone

_NEAR = 12
"""Paragraphs within which the light cannot change unsaid."""
_A_LITTLE = 240
"""Minutes by which a clock without its half of the day may go back; by more, it has gone on."""
_DAY = re.compile(
    r"\b(?:the (?:\w+ )?sun (?:was|stood|shone|beat|blazed|burned|glared)(?: \w+){0,2}|(?:in|into|through) the"
    r" (?:bright |warm |hot "
    r"|afternoon |morning |noon )?sun(?:light|shine)|the (?:bright |afternoon |morning |midday |noon )sun|broad"
    r" daylight"
    r"|it was (?:noon|midday)|at (?:noon|midday)|sunlight (?:fell|poured|streamed|slanted|flooded))\b", re.IGNORECASE
)
_NIGHT = re.compile(
    r"\b(?:(?:in|into|by|under) the (?:bright |pale |cold |full )?(?:moonlight|starlight)|the (?:full |pale |new"
    r" )?moon (?:was|hung|shone|stood)"
    r"(?: \w+){0,2}|the stars (?:were|shone|glittered|burned|hung)(?: \w+)?|it was (?:midnight|the middle of the"
    r" night)|at midnight"
    r"|moonlight (?:fell|poured|streamed|slanted|flooded)|under the stars|in the dead of night)\b", re.IGNORECASE
)
_PASSES = re.compile(
    r"\b(?:dawn|daybreak|sunrise|sunset|dusk|twilight|nightfall|evening|morning|night|tonight|afternoon|noon"
    r"|midnight|hours?|later|until|till"
    r"|next|day|days|week|by the time|at last|after(?:wards)?|soon|slept|woke|waking|dark(?:ness|ened)?|dream\w*"
    r"|remember\w*"
    r"|yesterday|eclipse|picture|painting|years?|had been|the other side|always|every|when|would)\b", re.IGNORECASE
)
_BACKWARDS = re.compile(
    r"\b(?:next|following|later|days?|weeks?|yesterday|tomorrow|earlier|ago|had|remember\w*|dream\w*|until|till"
    r"|again|slept|woke|morning"
    r"|before|since|last|clock)\b", re.IGNORECASE
)
_CLOCK = re.compile(
    r"\b[Ii]t was (?:now |exactly |just |only |nearly |almost )?(?P<clock>(?:(?:half|a quarter|quarter"
    r"|[a-z-]+)(?: minutes)? (?:past|to) )?[a-z]+"
    r"(?: o[’']clock)?(?: in the (?:morning|afternoon|evening)| at night)|noon|midday|midnight|\d{1,2}[:.]\d\d"
    r" ?[ap]\.?m\.?"
    r"|\d{1,2} ?[ap]\.?m\.?)(?![\w])"
)


@dataclass(frozen=True, slots=True)
class _Sign:
    """``what``: "day", "night", or "clock" with the ``minutes`` after midnight, or "hour" with those after twelve."""

    what: str
    minutes: int
    start: int
    end: int


@kept_by_text
def _signs(analysis: Analysis) -> Iterator[_Sign]:
    for what, pattern in (("day", _DAY), ("night", _NIGHT)):
        for match in pattern.finditer(analysis.text):
            if analysis.zone(match.start()) is Zone.NARRATION and is_stated(analysis, match.start(), match.end()):
                yield _Sign(what, -1, match.start(), match.end())
    for match in _CLOCK.finditer(analysis.text):
        clock = clock_at(match["clock"])
        if clock and analysis.zone(match.start()) is Zone.NARRATION and is_stated(analysis, match.start(), match.end()):
            hours, minutes = clock.split(":")
            yield _Sign("clock", int(hours) * 60 + int(minutes), match.start("clock"), match.end("clock"))
    yield from _hours(analysis)


_HOUR = re.compile(
    r"\b[Ii]t was (?:now |exactly |just |only )?(?P<hour>(?:(?:half|a quarter|quarter|ten|twenty|five) (?:past|to) )?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o[’']clock)?)(?=[.,;]| when\b| and\b"
    r"| already\b)"
)


def _hours(analysis: Analysis) -> Iterator[_Sign]:
    """Hours told without the half of the day."""
    for match in _HOUR.finditer(analysis.text):
        minutes = hour_at(match["hour"])
        if minutes is not None and analysis.zone(match.start()) is Zone.NARRATION:
            yield _Sign("hour", minutes, match.start("hour"), match.end("hour"))


@kept_by_text
def _passing(analysis: Analysis) -> Iterator[tuple[bool, int, int]]:
    """Words that let time pass, or speak of another time; first whether they explain an hour that goes backwards."""
    for match in _PASSES.finditer(analysis.text):
        yield False, *match.span()
    for match in _BACKWARDS.finditer(analysis.text):
        yield True, *match.span()


def daylight_conflicts(story: Story) -> Iterator[Conflict]:
    """Sun and moon in one stretch of a scene, and hours that go backwards, where no word lets time pass between."""
    last: tuple[int, _Sign] | None = None
    for index, analysis in enumerate(story.analyses):
        signs = sorted(_signs(analysis), key=lambda each: each.start)
        for sign in signs:
            if last is not None and _clash(story, last, (index, sign)):
                yield _conflict(story, last, (index, sign))
            last = (index, sign)


def _clash(story: Story, one: tuple[int, _Sign], other: tuple[int, _Sign]) -> bool:
    (first, earlier), (second, later) = one, other
    if story.scene_of[first] != story.scene_of[second] or second - first > _NEAR:
        return False
    if earlier.what == "clock" and later.what == "clock":
        if not 0 < earlier.minutes - later.minutes < 720:
            return False
    elif earlier.what == "hour" and later.what == "hour":
        if not 0 < earlier.minutes - later.minutes <= _A_LITTLE:
            return False
    elif {earlier.what, later.what} != {"day", "night"}:
        return False
    for index in range(first, second + 1):
        for backwards, start, end in _passing(story.analyses[index]):
            if backwards != (earlier.what in ("clock", "hour")):
                continue
            inside = (index > first or start >= earlier.end) and (index < second or start < later.end)
            own = (index == second and start >= later.start) or (index == first and end <= earlier.end)
            if inside and not own:
                return False
    return True


def _conflict(story: Story, one: tuple[int, _Sign], other: tuple[int, _Sign]) -> Conflict:
    places = tuple(story.place(index, sign.start, sign.end) for index, sign in (one, other))
    words = " and ".join(f"“{each.text}”" for each in places)
    scene = story.scene_of[one[0]]
    return Conflict("time", f"scene {scene}", f"{words}: both in scene {scene}, and no time passes between.", places,
                    "the time of day")  # fmt: skip
