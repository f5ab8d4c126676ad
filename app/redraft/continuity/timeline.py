# SPDX-License-Identifier: GPL-3.0-or-later
"""When the scenes happen: the words of time in the narration, and the days they imply, counted from the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redraft.continuity.clock import clock_at
from redraft.continuity.days import MONTHS, WEEKDAYS
from redraft.continuity.numbers import number
from redraft.language.analysis import Analysis, Zone

_COUNT = (
    r"(?P<count>\d{1,2}|(?i:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|several|some"
    r"|a few|many))"
)
_UNIT = r"(?P<unit>day|night|week|fortnight|month|year)s?"
_PART = r"(?:day|morning|afternoon|evening|night)"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_LEADS = "on by until since before last next every".split()
_LEAD = "|".join(f"{each} |{each.capitalize()} " for each in _LEADS)
_MOMENT = (
    "dawn|daybreak|sunrise|noon|midday|midnight|dusk|sunset|nightfall|the morning|the afternoon|the evening"
)
_HALF = r"(?: in the (?:morning|afternoon|evening)| at night)?"
_CUE = re.compile(
    rf"(?P<later>\b{_COUNT} {_UNIT} (?:later|afterwards?|after that)\b)"
    rf"|(?P<next>\b[Tt]he (?:next|following) {_PART}\b|\b[Nn]ext (?:day|morning)\b)"
    rf"|(?P<same>\b(?:[Tt]hat|[Tt]he same|[Tt]his) (?:same )?{_PART}\b)"
    rf"|(?P<weekday>\b(?P<lead>{_LEAD})?(?P<name>{'|'.join(WEEKDAYS)})(?P<part> (?:morning|afternoon|evening|night))?"
    r"\b(?!s))"
    rf"|(?P<date>\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b"
    rf"|\b(?:[Ii]n|early|late) {_MONTH}\b)"
    r"|(?P<season>\b[Tt]hat (?:spring|summer|autumn|fall|winter)\b)"
    rf"|(?P<moment>\b(?:[Aa]t|[Bb]y|[Bb]efore|[Aa]fter|[Ii]n|around|about) (?:{_MOMENT})\b)"
    rf"|(?P<clock>\b(?:(?:[a-z]+ )?(?:minutes )?(?:to|past) )?[A-Za-z]+ o[’']clock{_HALF}"
    r"|\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?"
    rf"|\b(?:half|quarter|ten|twenty|five|twenty-five) (?:to|past) [a-z]+{_HALF})"
)
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_NOT_NOW = frozenset("by until since before last next every".split())


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


def timeline(
    paragraphs: Sequence[int], analyses: Sequence[Analysis], scene_of: Sequence[int],
) -> list[TimelineEntry]:
    """The words of time of every scene, in reading order; the three sequences run in step, scene 0 is not read.

    Raises:
        ValueError: when they differ in length.
    """
    entries: list[TimelineEntry] = []
    count = _Count()
    for id, analysis, scene in zip(paragraphs, analyses, scene_of, strict=True):
        if scene:
            for match in _told(analysis):
                clock = clock_at(match.group()) if match["clock"] or match["moment"] else None
                day = count.after(match)
                entries.append(TimelineEntry(scene, id, match.start(), match.end(), match.group(), day, clock))
    return entries


def _told(analysis: Analysis) -> Iterator[re.Match[str]]:
    """The words of time in narration that are about now: not in the past perfect, nor what somebody says."""
    for match in _CUE.finditer(analysis.text):
        if match["clock"] and not _is_clock(match.group()):
            continue
        if analysis.zone(match.start()) is Zone.NARRATION:
            yield match


def _is_clock(words: str) -> bool:
    """Whether the last word of "ten past …" is an hour."""
    if any(each.isdigit() for each in words) or "clock" in words:
        return True
    hour = re.split(r" (?:to|past) ", words)[-1].split()[0]
    value = number(hour)
    return hour in ("noon", "midnight") or (value is not None and 1 <= value <= 12)


class _Count:
    """The day of the story, moved on by the words of time. Jumps of unknown length end the count."""

    def __init__(self) -> None:
        self.day: int | None = 1
        self.weekday: int | None = None

    def after(self, cue: re.Match[str]) -> int | None:
        """The day that the words speak of, which from here on is the present one; None when it cannot be told."""
        if cue["later"]:
            self._pass(_length(cue))
        elif cue["next"]:
            self._pass(1)
        elif cue["weekday"]:
            if (cue["lead"] or "").strip().lower() in _NOT_NOW:
                return None
            self._meet(WEEKDAYS.index(cue["name"]))
        elif cue["date"] or cue["season"]:
            return None
        return self.day

    def _pass(self, days: int | None) -> None:
        self.day = None if days is None or self.day is None else self.day + days
        self.weekday = None if days is None or self.weekday is None else (self.weekday + days) % 7

    def _meet(self, weekday: int) -> None:
        """A weekday: the same day, or the next of that name."""
        if self.weekday is not None and self.day is not None:
            self.day += (weekday - self.weekday) % 7
        self.weekday = weekday


def _length(cue: re.Match[str]) -> int | None:
    """How many days a stretch of time is; None for months, years and "several"."""
    count = 1 if cue["count"].lower() in ("a", "an") else number(cue["count"])
    unit = _DAYS.get(cue["unit"])
    return None if count is None or unit is None else count * unit
