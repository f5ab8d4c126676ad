# SPDX-License-Identifier: GPL-3.0-or-later
"""Two characters who may be one person: links too doubtful to be made, left to the author with their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from redraft.characters.answering import answered
from redraft.characters.cast import Cast, Character
from redraft.characters.decisions import CastDecisions
from redraft.characters.forms import same_given
from redraft.characters.spelling import alike
from redraft.characters.tables import tables

_MOST = 60
"""So many of the cast, the most frequent, are compared."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """``one`` (the more frequent) and ``other`` may be one person, because of ``reason``, a sentence."""

    one: str
    other: str
    reason: str


def proposals(cast: Cast, decisions: CastDecisions) -> list[Proposal]:
    """Every link that the author has not turned down, the most frequent characters first."""
    refused = {frozenset(pair) for pair in decisions.apart}
    people = cast.characters[:_MOST]
    found = [each for one, other in combinations(people, 2) for each in _between(one, other)]
    found += [each for one, other in combinations(people, 2) for each in _married(one, other, people)]
    known = {frozenset((each.one, each.other)) for each in found}
    found += [each for each in _answering(cast, people) if frozenset((each.one, each.other)) not in known]
    return [each for each in found if frozenset((each.one, each.other)) not in refused]


def _answering(cast: Cast, people: Sequence[Character]) -> Iterator[Proposal]:
    """Somebody whom others call by a name, and who answers to it."""
    for each in answered(cast, people):
        if None in (each.called.pronouns, each.person.pronouns) or each.called.pronouns == each.person.pronouns:
            reason = f"Called “{each.called.name}”, it is {each.person.name} who answers, {each.times} times."
            yield Proposal(each.person.name, each.called.name, reason)


def _between(one: Character, other: Character) -> Iterator[Proposal]:
    if _are_two(one, other):
        return
    first, second = _words(one.name), _words(other.name)
    if not first or not second:
        return
    titled = len(first) == 1 or len(second) == 1
    if titled and first[-1] == second[-1] and one.name != other.name:
        yield Proposal(one.name, other.name, f"Both are called {first[-1]}, and they never stand side by side.")
    elif titled and first[0] != second[0] and len(first[0]) > 2 and same_given(first[0], second[0]):
        yield Proposal(one.name, other.name, f"{second[0]} may be short for {first[0]}, or the other way about.")
    elif titled and alike(first[0], second[0]) and first[0] != second[0]:
        yield Proposal(one.name, other.name, "The names are spelled much alike, and they never stand side by side.")


def _married(one: Character, other: Character, people: Sequence[Character]) -> Iterator[Proposal]:
    """Gertrude Coppard and Gertrude Morel, where there are more Morels: one woman before a wedding and after it."""
    first, second = _words(one.name), _words(other.name)
    if min(len(first), len(second)) < 2 or first[0] != second[0] or first[-1] == second[-1] or _are_two(one, other):
        return
    for name in (second[-1], first[-1]):
        family = [each for each in people if each not in (one, other) and _words(each.name)[-1:] == [name]]
        if family and "he" not in (one.pronouns, other.pronouns) and "she" in (one.pronouns, other.pronouns):
            reason = f"Both are called {first[0]}, and a {first[0]} who married into the family may be called {name}."
            yield Proposal(one.name, other.name, reason)
            return


def _are_two(one: Character, other: Character) -> bool:
    """Whether two are named side by side, or have different pronouns."""
    if one.pronouns and other.pronouns and one.pronouns != other.pronouns:
        return True
    return bool({each.paragraph for each in one.mentions} & {each.paragraph for each in other.mentions})


def _words(name: str) -> list[str]:
    """The words of a name without titles and without a number behind it."""
    words = [each for each in name.split() if not each.startswith("(")]
    while len(words) > 1 and tables().is_title(words[0]):
        words = words[1:]
    return words
