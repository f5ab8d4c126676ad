# SPDX-License-Identifier: GPL-3.0-or-later
"""The gaps of a passage whose comma, or want of one, the learned judge would change; each rule takes those of its kind.

Bayes' rule moves the limits: the rougher the manuscript, the likelier is an oversight, and the lower the odds that
suffice (as with the tagger's marks, see :mod:`redraft.checks.thresholds`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log

from redraft.checks.commas.features import Describer
from redraft.checks.commas.frame import Frame
from redraft.checks.commas.gaps import gaps
from redraft.checks.commas.kinds import kind
from redraft.checks.commas.model import TASKS, Judge, Limit, Odds, habit_key, load_judge
from redraft.checks.rates import likeness
from redraft.checks.story import FAINT, Passage
from redraft.language.analysis import Analysis, Token, Zone

ASKED = {"": ("missing", "run-on"), ",": ("stray", "splice"), ";": ("semicolon",)}
"""What is asked of a gap, by the mark that stands in it."""

SPEECH = 0.4
"""By how much the odds must be higher in speech, which is freer."""

_SAYS = {
    "missing": ("A_,",), "run-on": ("A_.", "A_;", "A_,", "A_—"), "stray": ("D",), "splice": ("R_.", "R_;", "R_—"),
    "semicolon": ("R_,", "D", "R_.", "R_:"),
}  # fmt: skip
"""The tagger's words for the same change."""

_HEARD = 0.7
_UNHEARD = -3.5
"""What the tagger's log-odds count for beside the judge's own, and where they stand when it says nothing. Measured on
85,000 words that neither had learned from: at one alarm in 10,000 words both together find half of the stray commas,
the judge alone a quarter, the tagger alone nine of twenty; of the missing ones 15, 9 and 14 in 100."""

JUDGE = "commas"
"""Whose word a suspicion is: two rules that ask the same judge are no two voices."""

_FEWEST = 4
"""Tokens that a sentence must have to be judged."""


@dataclass(frozen=True, slots=True)
class Place:
    """A gap: the words at ``left`` and ``right``, the ``mark`` between ("" for none), its kind."""

    left: int
    right: int
    mark: str
    kind: str
    speech: bool


@dataclass(frozen=True, slots=True)
class Suspect:
    """A gap that should be otherwise. ``task``: in which way, one of :data:`~redraft.checks.commas.model.TASKS`;
    ``unsure``: only with a second voice.
    """

    task: str
    place: Place
    odds: float
    unsure: bool


def suspects(passage: Passage) -> tuple[Suspect, ...]:
    """Every suspect of a passage; none where the judge's files are missing."""
    judge = load_judge()
    if judge is None or not passage.story.english:
        return ()
    last = _Last.told
    if last is None or last[0] is not passage:
        last = _Last.told = passage, tuple(_above(passage, judge))
    return last[1]


def odds_of(passage: Passage, task: str) -> dict[int, float] | None:
    """The log-odds of a task at every gap that was read, by the word before it; None without the judge."""
    judge = load_judge()
    if judge is None:
        return None
    places, odds = _judged(passage, judge)
    column = TASKS.index(task)
    return {place.left: row[column] for place, row in zip(places, odds.tolist(), strict=True)}


def kind_of(passage: Passage, task: str, kinds: frozenset[str]) -> Iterator[tuple[Suspect, Token, Token]]:
    """The suspects of a task in gaps of these kinds, each with the words on either side."""
    for each in suspects(passage):
        if each.task == task and each.place.kind in kinds:
            tokens = passage.analysis.tokens
            yield each, tokens[each.place.left], tokens[each.place.right]


def read(analysis: Analysis, judge: Judge, habits: Mapping[str, float] | None) -> tuple[list[Place], Odds]:
    """Every gap where a mark stands or might stand, with the log-odds of each task."""
    places: list[Place] = []
    rows: list[list[int]] = []
    tokens = analysis.tokens
    for sentence in analysis.sentences:
        if sentence.last - sentence.first < _FEWEST:
            continue
        frame = Frame(analysis, sentence)
        describer = Describer(frame)
        for left, right in gaps(frame):
            mark = tokens[left + 1].text if right > left + 1 else ""
            if not mark and not judge.can_part(tokens[left].tag, tokens[right].tag):
                continue
            which = kind(frame, left, right)
            speech = analysis.zone(tokens[right].start) is not Zone.NARRATION
            places.append(Place(left, right, mark, which, speech))
            known = None if habits is None else habits.get(which, 0.0)
            rows.append([*describer.features(left, right, which, speech=speech), habit_key(which, known)])
    return places, judge.odds(rows)


class _Last:
    """What was read and told last: the rules of one passage ask one after the other, but not in one thread alone."""

    read: tuple[tuple[Token, ...], Mapping[str, float] | None, tuple[list[Place], Odds]] | None = None
    told: tuple[Passage, tuple[Suspect, ...]] | None = None


def _judged(passage: Passage, judge: Judge) -> tuple[list[Place], Odds]:
    tokens, habits = passage.analysis.tokens, passage.story.comma_habits
    last = _Last.read
    if last is None or last[0] is not tokens or last[1] is not habits:
        last = _Last.read = tokens, habits, read(passage.analysis, judge, habits)
    return last[2]


def weighed(passage: Passage, judge: Judge) -> Iterator[tuple[str, Place, float]]:
    """Every gap with each task that is asked of it and the log-odds of both judges together."""
    voices = _voices(passage)
    places, odds = _judged(passage, judge)
    for place, row in zip(places, odds.tolist(), strict=True):
        heard = voices.get(place.left + bool(place.mark), ())
        for task in ASKED[place.mark]:
            said = max((value for rule, value in heard if rule in _SAYS[task]), default=0.0)
            yield task, place, row[TASKS.index(task)] - SPEECH * place.speech + said


def _voices(passage: Passage) -> dict[int, list[tuple[str, float]]]:
    """What the tagger says of each token, faintly or not, and by how much it raises the odds."""
    found: dict[int, list[tuple[str, float]]] = {}
    for mark in passage.marks:
        if mark.engine in ("tagger", FAINT):
            value = _HEARD * (log(mark.probability / (1.005 - mark.probability)) - _UNHEARD)
            found.setdefault(passage.analysis.token_index(mark.start), []).append((mark.rule, max(0.0, value)))
    return found


def _above(passage: Passage, judge: Judge) -> Iterator[Suspect]:
    for task, place, value in weighed(passage, judge):
        limit = judge.limits.get(task, {}).get(place.kind)
        if limit is not None and value >= min(limit.doubt, limit.quiet, limit.close):
            yield Suspect(task, place, value, value < bar(limit, passage.story.roughness))


def bar(limit: Limit, roughness: float | None) -> float:
    """The log-odds that suffice in a manuscript with so many sure findings per 1,000 words; None: taken as clean."""
    if limit.quiet <= limit.close:
        return limit.quiet
    return limit.quiet + likeness(roughness) * (limit.close - limit.quiet)
