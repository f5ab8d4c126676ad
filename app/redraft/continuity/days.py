# SPDX-License-Identifier: GPL-3.0-or-later
"""Weekdays and dates that contradict one another: one day called Monday and Tuesday, May 4 and May 5 both a"
  " Friday."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redraft.characters.claims.claim import kept_by_text
from redraft.language.analysis import Analysis, Zone

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
_DAY = "|".join(WEEKDAYS)
_MONTH = "|".join(MONTHS)
_TODAY = re.compile(
    rf"\b(?:[Ii]t|[Tt]oday|[Tt]his|[Tt]hat day) (?:was|is) (?:a |only |still |now )?(?P<day>{_DAY})\b"
    rf"(?! that|,? (?:the )?(?:\d|{_MONTH}))"
)
_WEEKDAY = re.compile(rf"\b(?:{_DAY})\b")
_PLAIN = re.compile(
    rf"\b(?:(?P<n1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})|(?P<month2>{_MONTH}) (?P<n2>\d{{1,2}})"
    r"(?:st|nd|rd|th)?)\b(?![:.,]?\d)"
)
_LENGTHS = dict(zip(MONTHS, (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))
_PASSES = re.compile(
    r"\b(?:next|following|later|tomorrow|yesterday|ago|before|after|until|morning|night|midnight|dawn|week|days?"
    r"|when|if)\b"
)
_DATE = re.compile(
    rf"\b(?P<day>{_DAY}),? (?:the )?(?:(?P<month>{_MONTH}) (?P<n1>\d{{1,2}})"
    rf"|(?P<n2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{_MONTH}))"
    r"(?:st|nd|rd|th)?\b(?:,? (?P<year>\d{4}))?"
)
Spot = tuple[int, int, int]
"""The index of a paragraph, and code points in its text."""


@dataclass(frozen=True, slots=True)
class DayClash:
    """Two places whose days cannot both be. ``subject``: the day in question; ``message``: one sentence."""

    subject: str
    message: str
    places: tuple[Spot, Spot]


@kept_by_text
def _named_days(analysis: Analysis) -> Iterator[str]:
    """The weekdays that a paragraph names."""
    for match in _WEEKDAY.finditer(analysis.text):
        yield match.group()


def day_clashes(analyses: Sequence[Analysis], scene_of: Sequence[int]) -> Iterator[DayClash]:
    """Every clash of weekdays within a scene, and of dates within a month; the two sequences run in step."""
    known: set[Spot] = set()
    for clash in (*_within_scenes(analyses, scene_of), *_dates(analyses), *_beyond(analyses)):
        known.update(clash.places)
        yield clash
    for clash in _by_calendar(analyses):
        index, start, _ = clash.places[0]
        if not any(each[0] == index and each[1] <= start < each[2] for each in known):
            yield clash


def _within_scenes(analyses: Sequence[Analysis], scene_of: Sequence[int]) -> Iterator[DayClash]:
    """"It was Monday" and "It was Tuesday" in one scene, in narration, with no word between that lets time pass."""
    last: tuple[int, str, Spot] | None = None
    for index, analysis in enumerate(analyses):
        if last is None and not _named_days(analysis):
            continue
        place = 0
        for match in _TODAY.finditer(analysis.text):
            passed = _PASSES.search(analysis.text, place, match.start()) is not None
            place = match.end()
            if analysis.zone(match.start()) is not Zone.NARRATION:
                continue
            spot = (index, match.start("day"), match.end("day"))
            if last and not passed and last[0] == scene_of[index] and last[1] != match["day"]:
                message = f"It is {last[1]} and {match['day']} in one scene, and no day passes between."
                yield DayClash("the day of the scene", message, (last[2], spot))
            last = (scene_of[index], match["day"], spot)
        if _PASSES.search(analysis.text, place) is not None:
            last = None


def _dates(analyses: Sequence[Analysis]) -> Iterator[DayClash]:
    """Two dates of one month whose weekdays do not fit each other (or of one date, two weekdays)."""
    seen: dict[tuple[str, str], tuple[int, int, str, Spot]] = {}
    for index, analysis in enumerate(analyses):
        if not _named_days(analysis):
            continue
        for match in _DATE.finditer(analysis.text):
            number = int(match["n1"] or match["n2"])
            month = match["month"] or match["month2"]
            weekday = WEEKDAYS.index(match["day"])
            spot = (index, match.start(), match.end())
            before = seen.setdefault((month, match["year"] or ""), (number, weekday, match.group(), spot))
            if (number - before[0]) % 7 != (weekday - before[1]) % 7:
                message = f"“{before[2]}” and “{match.group()}” cannot both be in one {month}."
                yield DayClash(month, message, (before[3], spot))


@kept_by_text
def _beyond_month(analysis: Analysis) -> Iterator[tuple[str, int, int, int, int, int]]:
    """Days that a month has not: the month, then from where to where the day, then the month stands, and its number."""
    for match in _PLAIN.finditer(analysis.text):
        group, name = ("n1", "month") if match["n1"] else ("n2", "month2")
        if int(match[group]) > _LENGTHS[match[name]] and int(match[group]) < 40:
            yield match[name], *match.span(group), *match.span(name), int(match[group])


def _beyond(analyses: Sequence[Analysis]) -> Iterator[DayClash]:
    """"31 June": the places are the day and the month."""
    for index, analysis in enumerate(analyses):
        for month, start, end, first, last, number in _beyond_month(analysis):
            message = f"{month} has {_LENGTHS[month]} days, so there is no {number} {month}."
            yield DayClash(month, message, ((index, start, end), (index, first, last)))


def _by_calendar(analyses: Sequence[Analysis]) -> Iterator[DayClash]:
    """A date with its year whose weekday was another: the places are the weekday and the date."""
    for index, analysis in enumerate(analyses):
        for match in _DATE.finditer(analysis.text) if _named_days(analysis) else ():
            if not match["year"]:
                continue
            group = "n1" if match["n1"] else "n2"
            month = MONTHS.index(match["month"] or match["month2"]) + 1
            try:
                right = datetime.date(int(match["year"]), month, int(match[group])).weekday()
            except ValueError:
                continue
            if WEEKDAYS[right] != match["day"]:
                rest = match.group()[len(match["day"]) :].lstrip(", ")
                message = f"{rest[0].upper()}{rest[1:]} was a {WEEKDAYS[right]}, not a {match['day']}."
                first = (index, match.start("day"), match.end("day"))
                yield DayClash(rest, message, (first, (index, match.end() - len(rest), match.end())))
