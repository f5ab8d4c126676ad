# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking back: an event given another weekday than the story spoke of, a stretch of years told in two lengths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from redraft.characters.claims.claim import kept_by_text
from redraft.continuity.days import WEEKDAYS
from redraft.continuity.numbers import number
from redraft.continuity.places import Conflict
from redraft.continuity.story import Story
from redraft.language.analysis import Analysis

_DAY = "|".join(WEEKDAYS)
_SINCE = re.compile(
    rf"\b(?:since|on|that|last) (?P<words>(?P<day>{_DAY})(?: (?:night|morning|evening|afternoon))?),? (?:when"
    rf"|that|the (?:day|night)) "
    r"(?P<event>[^.;!?“”]{8,80})"
)
_MENTION = re.compile(rf"\b(?P<day>{_DAY})\b(?!s)")
_LEAST = 3
"""How often a day must have been spoken of to be the day of the event."""
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "one|two|three|four|six|seven|eight|nine"
_YEARS = re.compile(
    rf"\b(?:[Ff]or|[Aa]fter|[Tt]hese|last|past) (?P<words>(?P<count>(?:{_TENS})[- ](?:{_UNITS})|1[1-4]|1[6-9]"
    rf"|[2-9][1-46-9]) years)\b"
)
_HAS = re.compile(r"\b(?:has|have|had|[’']s|[’']ve|[’']d) (?:\w+ )?(?:been|stood|lain|lay|hung|waited)\b"
                  r"|\bafter\b", re.IGNORECASE)
_PERSON = frozenset("i you he she we they who".split())


@dataclass(frozen=True, slots=True)
class _Told:
    """``what``: a weekday spoken of, one looked back at ("back"), or a count of years."""

    what: str
    value: str
    start: int
    end: int


@kept_by_text
def _days(analysis: Analysis) -> Iterator[_Told]:
    for match in _SINCE.finditer(analysis.text):
        if re.search(r"\bhad\b", match["event"]):
            yield _Told("back", match["day"], match.start("words"), match.end("words"))
    for match in _MENTION.finditer(analysis.text):
        yield _Told("day", match["day"], match.start(), match.end())


@kept_by_text
def _years(analysis: Analysis) -> Iterator[_Told]:
    """Exact stretches of years that something, not somebody, has been as it is."""
    for match in _YEARS.finditer(analysis.text):
        sentence = analysis.sentence_at(match.start())
        first, last = (sentence.start, sentence.end) if sentence else (0, len(analysis.text))
        words = analysis.text[first:last]
        tokens = analysis.tokens[sentence.first : sentence.last] if sentence else ()
        subjects = {each.lower for each in tokens if each.dep in ("nsubj", "nsubjpass")}
        named = any(each.dep in ("nsubj", "nsubjpass") and each.pos == "PROPN" for each in tokens)
        if _HAS.search(words) and not subjects & _PERSON and not named:
            yield _Told("years", str(_counted(match["count"])), match.start("words"), match.end("words"))


def _counted(words: str) -> int | None:
    return number(words.replace(" ", "-"))


def retrospect_conflicts(story: Story) -> Iterator[Conflict]:
    """An event on another day than the one spoken of all the while, and one stretch of years in two lengths."""
    yield from _weekdays(story)
    yield from _lengths(story)


def _weekdays(story: Story) -> Iterator[Conflict]:
    seen: dict[str, list[tuple[int, _Told]]] = {}
    for index, analysis in enumerate(story.analyses):
        found = _days(analysis)
        for back in (each for each in found if each.what == "back"):
            counts = Counter({day: len(places) for day, places in seen.items()})
            common = counts.most_common(1)
            if not common or back.value in counts or common[0][1] < _LEAST or not _beside(common[0][0], back.value):
                continue
            if any(2 * number > common[0][1] for day, number in counts.items() if day != common[0][0]):
                continue
            where, told = seen[common[0][0]][0]
            places = (story.place(where, told.start, told.end), story.place(index, back.start, back.end))
            message = (f"The story speaks of {common[0][0]} ({common[0][1]}×) and then looks back at"
                       f" “{places[1].text}”, "
                       f"{story.apart(where, index)}.")  # fmt: skip
            yield Conflict("time", "the day it happened", message, places, "weekday")
        for told in found:
            if told.what == "day":
                seen.setdefault(told.value, []).append((index, told))


def _beside(one: str, other: str) -> bool:
    """Whether two weekdays follow one another: the slip is of a day."""
    return (WEEKDAYS.index(one) - WEEKDAYS.index(other)) % 7 in (1, 6)


def _lengths(story: Story) -> Iterator[Conflict]:
    told = [(index, each) for index, analysis in enumerate(story.analyses) if " years" in analysis.text
            for each in _years(analysis)]  # fmt: skip
    counts = Counter(each.value for _, each in told)
    if len(counts) != 2:
        return
    (common, many), (rare, few) = counts.most_common(2)
    if many >= 2 and few == 1:
        first = next(each for each in told if each[1].value == common)
        other = next(each for each in told if each[1].value == rare)
        in_order = sorted((first, other), key=lambda each: each[0])
        places = tuple(story.place(index, each.start, each.end) for index, each in in_order)
        words = " and ".join(f"“{each.text}”" for each in places)
        message = f"{words}: two lengths of what looks like one stretch of time, {story.apart(first[0], other[0])}."
        yield Conflict("time", "how long it has been", message, places, "years")
