# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of time of a paragraph: "three days later", "at dawn", "on Tuesday", "May 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from redraft.characters.claims.claim import kept_by_text
from redraft.continuity.days import MONTHS, WEEKDAYS
from redraft.continuity.numbers import number
from redraft.language.analysis import Analysis, Zone

_COUNT = (
    r"(?P<count>\d{1,2}|(?i:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety)(?:-[a-z]+)?"
    r"|several|some"
    r"|a few|many|a couple of|half a dozen))"
)
_UNIT = r"(?P<unit>hour|day|night|week|fortnight|month|year)s?"
_PART = r"(?:day|morning|afternoon|evening|night)"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_LEADS = "on by until since before last next every".split()
_LEAD = "|".join(f"{each} |{each.capitalize()} " for each in _LEADS)
_MOMENT = (
    "dawn|daybreak|sunrise|noon|midday|midnight|dusk|sunset|nightfall|the morning|the afternoon|the evening"
    "|breakfast|lunch|luncheon|teatime|supper|dinner|bedtime|first light|twilight"
)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PARTS_OF_DAY = "in the (?:morning|afternoon|evening)|at night"
_HALF = rf"(?: {_PARTS_OF_DAY})?"
_CUE = re.compile(
    rf"(?P<later>\b{_COUNT} {_UNIT} (?:later|afterwards?|after that|(?:had )?(?:passed|went by|gone by|slipped by))\b)"
    r"|(?P<next>\b[Tt]he (?:next|following) (?:day|morning|afternoon|evening|night|week|month|year)\b"
    r"|\b[Nn]ext (?:day|morning|evening|afternoon)\b|\b[Tt]he (?:day|morning|night) after\b(?= [a-z])(?! "
    r"(?:tomorrow|that)))"
    rf"|(?P<same>\b(?:[Tt]hat|[Tt]he same|[Tt]his) (?:same |very )?{_PART}\b|\b[Ll]ater (?:that|the same) {_PART}\b)"
    rf"|(?P<weekday>\b(?P<lead>{_LEAD})?(?P<name>{'|'.join(WEEKDAYS)})(?P<part> (?:morning|afternoon|evening|night))?"
    r"\b(?!s)(?! (?:school|best|dress|suit|clothes|papers?|joint|roast|child|people)\b))"
    rf"|(?P<date>\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b"
    rf"|\b(?:[Ii]n|early|late) {_MONTH}\b)"
    r"|(?P<season>\b[Tt]hat (?:spring|summer|autumn|fall|winter)\b)"
    rf"|(?P<clock>\b(?:(?:[a-z]+ )?(?:minutes )?(?:to|past) )?[A-Za-z]+ o[’']clock{_HALF}"
    r"|\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?"
    rf"|\b(?:half|quarter|ten|twenty|five|twenty-five) (?:to|past) [a-z]+{_HALF}"
    rf"|\b(?:{_HOURS}) (?:{_PARTS_OF_DAY}))"
    rf"|(?P<moment>\b(?:[Aa]t|[Bb]y|[Bb]efore|[Aa]fter|[Ii]n|around|about|[Dd]uring|[Oo]ver) (?:{_MOMENT})\b)"
    rf"|(?P<earlier>(?:(?<=^)|(?<=[.!?] ))(?:[*_]+)?{_COUNT.replace('count', 'back')} (?:hour|day|night|week"
    rf"|fortnight|month|year)s?"
    r" (?:earlier|before|ago|previously)\b"
    r"|(?:(?<=^)|(?<=[.!?] ))Earlier (?:that|the same|this) (?:day|week|month|year|spring|summer|autumn|winter"
    r"|morning|evening)\b)"
)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NOT_NOW = frozenset("by until since before last next every".split())


class CueKind(StrEnum):
    """What words of time tell."""

    LATER = "later"
    NEXT = "next"
    SAME = "same"
    WEEKDAY = "weekday"
    DATE = "date"
    SEASON = "season"
    MOMENT = "moment"
    EARLIER = "earlier"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of time at ``start``–``end`` (code points). ``count`` and ``unit`` of a stretch ("three", "day");
    ``weekday`` 0–6 for a weekday; ``aside``: a weekday or date that is not the present day ("until Sunday");
    ``day_of_year``: of a date with its day, from 1 for the first of January (0: not told)."""

    kind: CueKind
    start: int
    end: int
    text: str
    count: str = ""
    unit: str = ""
    weekday: int | None = None
    aside: bool = False
    day_of_year: int = 0


@kept_by_text
def cues(analysis: Analysis) -> Iterator[Cue]:
    """The words of time in narration, in order; what somebody says is not about now."""
    for match in _CUE.finditer(analysis.text):
        kind = CueKind(next(each for each in CueKind if match[each.value]).value)
        if kind is CueKind.CLOCK and not _is_clock(match.group()):
            continue
        if analysis.zone(match.start()) is not Zone.NARRATION or _is_no_time(analysis, kind, match):
            continue
        yield Cue(
            kind, match.start(), match.end(), match.group(), match["count"] or "", match["unit"] or "",
            WEEKDAYS.index(match["name"]) if match["name"] else None,
            kind in (CueKind.WEEKDAY, CueKind.DATE) and _is_aside(analysis, match),
            _day_of_year(match.group()) if kind is CueKind.DATE else 0,
        )


def _day_of_year(words: str) -> int:
    """The day of the year that "May 4" or "4th of May" is, in a year without a leap day; 0 for a month alone."""
    day = re.search(r"\d+", words)
    month = next(place for place, name in enumerate(MONTHS) if name in words)
    return sum(_LENGTHS[:month]) + int(day.group()) if day else 0


_ELSEWHEN = re.compile(
    r"\b(?:had|would|will|should|shall|must|could|might|going to|to be|due|if|when|not|nor|neither|never|no)\b"
    r"|[’'](?:d|ll)\b|n[’']t\b"
)
_AFTER_IT = re.compile(
    r"[^.,;!?“”]{0,40}?\b(?:had (?!to\b|a\b|an\b|the\b|no\b|his\b|her\b)|might|would|could|should|will)\b"
)
_COMES = re.compile(r"(?: and [A-Z][a-z]+day)? (?:passed|came|dawned|arrived|went by|broke|was|found|saw|brought)\b")
_NOW = re.compile(r"\b(?:was|is|it|on|this|that|came)\s+(?:a |the |still |only |now )?$", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:within|in|over|until|till|for|during|by|through|throughout|of) $")
_LIKENESS = re.compile(r"\blike (?:an? )?(?:[a-z]+ ){0,2}$")
_LONGEST_HEADING, _LONGEST = 60, 400
"""Characters of a heading, and of a sentence as far as it bears on a day in it."""


def _is_no_time(analysis: Analysis, kind: CueKind, match: re.Match[str]) -> bool:
    """Whether the words only look like a time: "within the next day", "a face like a wet Tuesday"."""
    before = analysis.text[max(0, match.start() - 30) : match.start()]
    if kind is CueKind.NEXT:
        return _SPAN.search(before) is not None
    return kind is CueKind.WEEKDAY and _LIKENESS.search(before) is not None


def is_heading(analysis: Analysis) -> bool:
    """Whether a paragraph stands over others, as "Chapter Three: Tuesday" does: short, and without an end mark."""
    text = analysis.text.strip("#*_ \t")
    return 0 < len(text) <= _LONGEST_HEADING and text[-1] not in ".!?…,;—”\"’" and not analysis.stretches


def _is_aside(analysis: Analysis, match: re.Match[str]) -> bool:
    """Whether a weekday is not the day of which is told: "until Sunday", "Sunday school", "had come on Sunday"."""
    if (match["lead"] or "").strip().lower() in _NOT_NOW:
        return True
    if is_heading(analysis):
        return False
    sentence = analysis.sentence_at(match.start())
    first = max(sentence.start if sentence else 0, match.start() - _LONGEST)
    before = analysis.text[first : match.start()]
    if _ELSEWHEN.search(before):
        return True
    if _COMES.match(analysis.text, match.end()):
        return False
    if _AFTER_IT.match(analysis.text, match.end()):
        return True
    plain = not (match["lead"] or match["part"])
    return plain and bool(before.strip(" \"“‘*_")) and _NOW.search(before) is None


def _is_clock(words: str) -> bool:
    """Whether the last word of "ten past …" is an hour."""
    if any(each.isdigit() for each in words) or "clock" in words:
        return True
    hour = re.split(r" (?:to|past) ", words)[-1].split()[0]
    value = number(hour)
    return hour in ("noon", "midnight") or (value is not None and 1 <= value <= 12)


_VAGUE: Mapping[str, tuple[int, int]] = {
    "several": (3, 9), "some": (2, 12), "a few": (2, 6), "many": (4, 60), "a couple of": (2, 3), "half a dozen": (5, 7),
}
_UNITS: Mapping[str, tuple[float, float]] = {
    "hour": (0, 0), "day": (1, 1), "night": (1, 1), "week": (7, 7), "fortnight": (14, 14), "month": (28, 31),
    "year": (365, 366),
}
_EXACT = frozenset("day night week fortnight hour".split())


def stretch(cue: Cue) -> tuple[int, int]:
    """The least and most days that a stretch of time lasts; both alike where it is told exactly."""
    words = cue.count.lower()
    told = 1 if words in ("a", "an") else number(words)
    low, high = _VAGUE.get(words, (told or 1, told or 60))
    least, most = _UNITS[cue.unit]
    slack = 0 if told is not None and cue.unit in _EXACT else 0.1
    return int(low * least * (1 - slack)), int(high * most * (1 + slack))
