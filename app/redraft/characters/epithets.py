# SPDX-License-Identifier: GPL-3.0-or-later
"""Which named person a description means, where the story says so: "Israel Hands, the coxswain", "Raymond was his
secretary"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from redraft.characters.mentions import Place
from redraft.characters.offices import HONOURS, RANKS, holders, offices
from redraft.characters.strangers import Described, Stranger, Strangers
from redraft.language.analysis import Analysis, Token

_ENDS = frozenset((",", ".", ";", ":", "—", ")", "!", "?"))
_GOES_ON = _ENDS | frozenset("of who whom at to from in with".split())
_IS = frozenset("was is were".split())
_FIRM = frozenset("the his her my our their your".split())


_RELATIONS = frozenset(("aunt", "uncle", "grandmother", "grandfather", "auntie", "nurse"))
_TIMES = 20
"""How often a description may stand for each time that it is said whom it means."""


def called_so(
    analyses: Sequence[Analysis], places: Mapping[int, Sequence[Place]], described: Mapping[int, Sequence[Described]],
    strangers: Strangers, genders: Mapping[int, str | None],
) -> dict[int, int]:
    """The person (an index) that a stranger (a number below zero) is said to be, where one is and nobody else.

    ``genders``: the pronoun of each person and stranger, as far as known.
    """
    votes = _votes(analyses, places, described, genders)
    held = offices(analyses, places)
    found: dict[int, int] = {}
    for stranger in strangers.known:
        told = _clear(votes.get(stranger.number, Counter()), stranger.count)
        if told is None and stranger.noun in _RELATIONS:
            bearers = [person for person, titles in strangers.titles.items() if stranger.noun in titles]
            told = bearers[0] if len(bearers) == 1 else None
        if told is None and _in_office(stranger):
            times = 0 if stranger.noun in RANKS or stranger.noun in HONOURS else stranger.count
            told = _agreeing(_clear(holders(held, stranger.noun), times), stranger.number, genders)
        if told is not None:
            found[stranger.number] = told
    return found


def _in_office(stranger: Stranger) -> bool:
    """Whether somebody is known by an office alone, or by an honour: "the secretary", "his Grace"."""
    article, _, rest = stranger.name.partition(" ")
    return (article == "the" and rest == stranger.noun) or (article in ("his", "her") and stranger.noun in HONOURS)


def _agreeing(person: int | None, number: int, genders: Mapping[int, str | None]) -> int | None:
    """The person, unless the pronouns of the two differ."""
    if person is None or None in (genders.get(person), genders.get(number)) or genders[person] == genders[number]:
        return person
    return None


def _votes(
    analyses: Sequence[Analysis], places: Mapping[int, Sequence[Place]], described: Mapping[int, Sequence[Described]],
    genders: Mapping[int, str | None],
) -> dict[int, Counter[int]]:
    """How often a stranger is said to be whom."""
    votes: dict[int, Counter[int]] = {}
    for index, here in described.items():
        named = {each.chain.first: each for each in places.get(index, ()) if not each.chain.speech}
        if not named:
            continue
        ends = {each.chain.last: each for each in named.values()}
        for each in here:
            if each.person >= 0:
                continue
            for person in _beside(analyses[index].tokens, each, named, ends):
                if _agreeing(person, each.person, genders) is not None:
                    votes.setdefault(each.person, Counter())[person] += 1
    return votes


def renamed(described: Mapping[int, Sequence[Described]], same: Mapping[int, int]) -> dict[int, list[Described]]:
    """The descriptions, those of strangers who have a name now meaning the person."""
    return {
        index: [replace(each, person=same.get(each.person, each.person)) for each in here]
        for index, here in described.items()
    }


def _clear(votes: Counter[int], times: int) -> int | None:
    """The one whom nearly everything speaks for; once is too little for somebody described over and over."""
    if not votes:
        return None
    (best, most), *others = votes.most_common(2)
    return best if most * _TIMES >= times and (not others or most > 2 * others[0][1]) else None


def _beside(
    tokens: Sequence[Token], each: Described, named: Mapping[int, Place], ends: Mapping[int, Place],
) -> Iterator[int]:
    """The persons named in apposition to a description, or said to be it."""
    follows = tokens[each.last].text if each.last < len(tokens) else "."
    before = tokens[each.first - 1].lower if each.first else ""
    place = ends.get(each.first - 1)
    if place is not None and place.person is not None:
        beside = before == "," and not place.chain.possessive
        if follows in _GOES_ON and (beside or (before in _IS and tokens[each.first].lower in _FIRM)):
            yield place.person
    behind = named.get(each.last + 1)
    if follows == "," and behind is not None and behind.person is not None and tokens[each.first].lower in _FIRM:
        after = tokens[behind.chain.last].text if behind.chain.last < len(tokens) else "."
        further = tokens[behind.chain.last + 1].lower if behind.chain.last + 1 < len(tokens) else ""
        if after in _ENDS and further not in ("and", "or"):
            yield behind.person
