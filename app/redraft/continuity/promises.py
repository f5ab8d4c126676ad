# SPDX-License-Identifier: GPL-3.0-or-later
"""Something to come, told for one time and then for another: "released tomorrow", "leaving with him later today"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from redraft.characters.claims.claim import kept_by_text
from redraft.continuity.clock import hour_at
from redraft.continuity.days import WEEKDAYS
from redraft.continuity.elapsed import between
from redraft.continuity.places import Conflict
from redraft.continuity.story import Story
from redraft.language.analysis import Analysis

_EVENTS = (
    "wedding|funeral|trial|exam|examination|match|party|ball|concert|race|tournament|election|execution"
    "|operation|surgery"
    "|inquest|auction|festival|coronation|interview|audition|parade|ceremony|hearing|duel|launch|feast|banquet"
    "|graduation|regatta|fair|fête|fete|dance|gala|christening|baptism|picnic|procession|contest|competition|recital"
    "|premiere|audit|inspection|vote"
)
_VERBS: Mapping[str, str] = {
    **dict.fromkeys("leave leaves leaving left depart departing go going released release discharged discharge sail"
                    " sailing fly flying".split(), "leaving"),
    **dict.fromkeys("arrive arrives arriving arrived coming".split(), "arriving"),
    **dict.fromkeys("marry married marrying".split(), "wedding"),
    **dict.fromkeys("hang hanged executed".split(), "execution"),
}
_WHEN = (
    r"(?P<when>(?:later |early |late )?(?:today|tonight|tomorrow(?: (?:morning|afternoon|evening|night))?|this"
    r" (?:morning|afternoon"
    rf"|evening)|the day after tomorrow)|(?:on |next |this )?(?:{'|'.join(WEEKDAYS)})|in (?:two|three|four|five"
    rf"|six) days"
    r"|next week|in a week|in a fortnight)"
)
_EVENT = re.compile(
    rf"\b(?:(?P<whose>[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]+[’']s?) )?(?P<event>{_EVENTS})(?: (?:is|was"
    rf"|will be|would be|takes place|begins|starts|is set for|was set for|was"
    rf" to be|is to be|had been"
    rf" set for)|[’']s) (?:(?:only |not until |set for |on ))?{_WHEN}\b"
)
_WILL = re.compile(
    r"\b(?:(?P<who>[A-Z][\w’-]*[a-z]|he|she|He|She|they|I|you|we)(?: (?:is|was|will be|would be|are|am|will)"
    r"|[’'](?:s|ll|m|re)) (?:to be |going to be |being |going to )?)"
    rf"(?P<verb>{'|'.join(_VERBS)})\b(?P<between>(?: [a-z’'-]+){{0,6}}?) {_WHEN}\b"
)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_AT = re.compile(
    rf"\b(?:[Tt]he|(?P<whose>[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir)) (?P<event>{_EVENTS}|train|ferry|bus"
    rf"|boat|ship|plane"
    r"|flight|coach|show|play|meeting|lesson|service|rehearsal) (?:leaves|sails|goes|departs|starts|begins|opens"
    r"|is|will (?:be"
    rf"|leave|start|begin|sail)) at (?P<clock>(?:(?:half|a quarter|quarter|ten|twenty) (?:past|to) "
    rf")?(?:{_HOURS}))(?: o[’']clock)?"
    r"(?=[.,;!?]|$| sharp| tomorrow| tonight| on the dot)"
)
_IF = re.compile(r"\b(?:if|unless|whether|suppose|supposing|pretend|until|wish)\b(?: \w+)? ?$", re.IGNORECASE)
_AFTER: Mapping[str, int] = {
    "today": 0, "tonight": 0, "this": 0, "tomorrow": 1, "the day after tomorrow": 2, "in two": 2, "in three": 3,
    "in four": 4, "in five": 5, "in six": 6, "in a week": 7, "in a fortnight": 14,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Promise:
    """What is to happen (``event``), to whom by the word that stands at ``at`` (-1: to nobody in particular), and in
    how many days from then; None for a weekday, whose number is ``weekday``. ``minutes`` after twelve, where the hour
    is told."""

    event: str
    at: int
    who: str
    ahead: int | None
    weekday: int | None
    start: int
    end: int
    minutes: int | None = None


@kept_by_text
def promises(analysis: Analysis) -> Iterator[Promise]:
    """What a paragraph says is to come, with its time."""
    text = analysis.text
    for match in _EVENT.finditer(text):
        if "not" not in match.group().split() and not _is_open(text, match.start()):
            whose = (match["whose"] or "").lower()
            yield Promise(match["event"], -1, whose, *_ahead(match["when"]), match.start("event"), match.end())
    for match in _WILL.finditer(text):
        if not {"not", "if", "n’t", "back"} & set(match.group().lower().split()) and not _is_open(text, match.start()):
            yield Promise(_VERBS[match["verb"].lower()], match.start("who"), match["who"].lower(),
                          *_ahead(match["when"]), match.start("verb"), match.end())  # fmt: skip
    for match in _AT.finditer(text):
        minutes = hour_at(match["clock"])
        if minutes is not None and analysis.sentence_at(match.start()) is not None:
            whose = (match["whose"] or "").lower()
            yield Promise(f"{match['event']} at", -1, whose, 0, None, match.start("event"), match.end(), minutes)


def _is_open(text: str, start: int) -> bool:
    """Whether "if" or the like stands before what may be to come."""
    return _IF.search(text, max(0, start - 24), start) is not None


def _ahead(when: str) -> tuple[int | None, int | None]:
    words = when.lower()
    for weekday, name in enumerate(WEEKDAYS):
        if name.lower() in words:
            return None, weekday
    for told in ("the day after tomorrow", "in a fortnight", "in a week"):
        if told in words:
            return _AFTER[told], None
    bare = words.removeprefix("later ").removeprefix("early ").removeprefix("late ")
    for told, days in _AFTER.items():
        if bare.startswith(told):
            return days, None
    return None, None


def promise_conflicts(story: Story) -> Iterator[Conflict]:
    """Promises of one event whose days differ, where the story's days say so."""
    seen: dict[tuple[str, str], list[tuple[int, Promise]]] = {}
    for index, analysis in enumerate(story.analyses):
        for promise in promises(analysis):
            subject = _subject(story, index, promise)
            if subject is None:
                continue
            for before, earlier in seen.setdefault((promise.event, subject), []):
                if _differ(story, before, earlier, index, promise):
                    yield _conflict(story, subject, (before, earlier), (index, promise))
                    break
            seen[promise.event, subject].append((index, promise))


def _subject(story: Story, index: int, promise: Promise) -> str | None:
    """Of whom it is told; of an event the word that says whose it is, "" for nobody's; None where it is unclear."""
    if promise.at < 0:
        return promise.who
    id = story.ids[index]
    for character in story.cast.characters:
        if any(each.paragraph == id and each.start <= promise.at < each.end for each in character.mentions):
            return character.name
    if promise.who in ("i", "we"):
        return story.speaker(index, promise.at)
    return None


_SCENES = 3
"""Scenes within which the weekday of one event is told again."""
_NEAR = 3
"""Paragraphs before the later promise in which its change may be told."""
_WRONG = re.compile(r"\b(?:wrong|mistake[ns]?|mistook|misread|thought)\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:put off|postponed|delayed|rescheduled|brought forward|moved (?:up|back|to|forward)|changed|instead"
    r"|cancell?ed"
    r"|called off|not (?:until|till)|earlier than|sooner than|rather than)\b", re.IGNORECASE
)


def _differ(story: Story, before: int, earlier: Promise, index: int, later: Promise) -> bool:
    if _is_moved(story, before, index, later):
        return False
    low, high = between(story.days[before], story.days[index])
    if earlier.minutes is not None and later.minutes is not None:
        near = story.scene_of[index] - story.scene_of[before] <= 1
        return near and high == 0 and earlier.minutes != later.minutes
    first, second = _days_ahead(story, before, earlier), _days_ahead(story, index, later)
    if first is not None and second is not None and low == high:
        near = story.scene_of[index] - story.scene_of[before] <= (_SCENES if earlier.weekday is not None else 1)
        return near and first >= low and first != low + second
    if earlier.weekday is not None and later.weekday is not None:
        return earlier.weekday != later.weekday and high is not None and high < 3
    return False


def _is_moved(story: Story, before: int, index: int, later: Promise) -> bool:
    """Whether something says, near the later promise or of the event, that the time is another now."""
    event = later.event.split()[0]
    for place in range(before, index + 1):
        text = story.analyses[place].text
        if (place >= index - _NEAR or event in text) and _MOVED.search(text):
            return True
        if event in text and _WRONG.search(text):
            return True
    return False


def _days_ahead(story: Story, index: int, promise: Promise) -> int | None:
    """In how many days it is to be; a weekday counts from the one that it is, where that is told."""
    today = story.days[index].weekday
    if promise.weekday is None or today is None:
        return promise.ahead
    return (promise.weekday - today) % 7 or 7


def _conflict(story: Story, subject: str, one: tuple[int, Promise], other: tuple[int, Promise]) -> Conflict:
    places = tuple(story.place(index, promise.start, promise.end) for index, promise in (one, other))
    words = " and ".join(f"“{each.text}”" for each in places)
    whose = f"{subject or 'the'} {one[1].event}" if one[1].at < 0 else subject
    whose = whose.removesuffix(" at")
    message = f"{whose[0].upper()}{whose[1:]}: {words} are two times for one thing, {story.apart(one[0], other[0])}."
    return Conflict("time", whose, message, places, one[1].event.removesuffix(" at"))
