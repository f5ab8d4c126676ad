# SPDX-License-Identifier: GPL-3.0-or-later
"""The persons of a story with their mentions, after the author's decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from redraft.characters.aliases import aliases
from redraft.characters.deciding import is_added, split_off, with_added
from redraft.characters.decisions import CastDecisions
from redraft.characters.evidence import given
from redraft.characters.forms import find_sentences, usages
from redraft.characters.mentions import Place, places
from redraft.characters.names import NameKind, Names
from redraft.characters.naming import display_name, distinct, other_names
from redraft.characters.person import Person
from redraft.characters.pronouns import count_pronouns
from redraft.language.analysis import Analysis


@dataclass
class Persons:
    """``known``: the persons (others speak of them by index); ``shown``: the names of those that are in the cast;
    ``mentions``: every place where one is named, in reading order; ``person`` is None where it is unclear who."""

    known: list[Person]
    shown: dict[int, str]
    mentions: list[Place]

    def by_person(self) -> dict[int, list[Place]]:
        """The mentions of each person in the cast."""
        grouped: dict[int, list[Place]] = {index: [] for index in self.shown}
        for place in self.mentions:
            if place.person in grouped:
                grouped[place.person].append(place)
        return grouped


def find_persons(
    analyses: Sequence[Analysis], scene_of: Sequence[int], names: Names, decisions: CastDecisions,
) -> Persons:
    """The persons named in the story's scenes (paragraphs of scene 0 are left out)."""
    named = [chain for chain in names.chains if scene_of[chain.paragraph]
             and (names.kinds[chain.key] is NameKind.PERSON or is_added(chain, decisions))]  # fmt: skip
    found = with_added(named, analyses, scene_of, decisions)
    forms = usages(found)
    count_pronouns(analyses, forms)
    find_sentences(analyses, forms)
    known = aliases(forms)
    persons = Persons(known.persons, {}, places(found, known))
    grouped: dict[int, list[Place]] = {}
    for place in persons.mentions:
        if place.person is not None:
            grouped.setdefault(place.person, []).append(place)
    sure = {index: mine for index, mine in sorted(grouped.items())
            if is_added(mine[0].chain, decisions) or _is_sure(mine, names)}  # fmt: skip
    often = sorted(sure.items(), key=lambda each: -len(each[1]))
    called = distinct({index: display_name(place.chain for place in mine) for index, mine in often})
    persons.shown = {index: called[index] for index in sure}
    return _decided(persons, decisions)


def _is_sure(mine: Sequence[Place], names: Names) -> bool:
    """Whether there is enough for an entry: a word seen once, without title, given name or "named", is not."""
    if len(mine) > 1:
        return True
    chain = mine[0].chain
    told = chain.titles or chain.suffix or len(chain.words) > 1 or names.evidence[chain.key].named
    return bool(told) or given(chain.words[0])


def _decided(persons: Persons, decisions: CastDecisions) -> Persons:
    """What the author parted, then merged, then what is no person, then the names and pronouns they gave."""
    for whole, alias in decisions.splits:
        index = _find(persons, whole, decisions)
        if index is not None:
            persons.mentions = split_off(persons.mentions, persons.known, persons.shown, index, alias)
    for kept, joined in decisions.merges:
        target, source = _find(persons, kept, decisions), _find(persons, joined, decisions)
        if target is not None and source is not None and target != source:
            _merge(persons, source, target)
    for name in sorted(decisions.not_people):
        index = _find(persons, name, decisions)
        if index is not None:
            del persons.shown[index]
    for old, new in decisions.renames:
        index = _find(persons, old, decisions)
        if index is not None:
            persons.shown[index] = new
    for name, told in decisions.pronouns:
        index = _find(persons, name, decisions)
        if index is not None:
            persons.known[index].gender = told
    persons.shown = distinct(persons.shown)
    gone = set(range(len(persons.known))) - set(persons.shown)
    persons.mentions = [place for place in persons.mentions if place.person not in gone]
    return persons


def _find(persons: Persons, name: str, decisions: CastDecisions) -> int | None:
    """Whom a name means: the one shown by it, the one renamed to it, or the one who has it as an alias."""
    wanted = {name, *(old for old, new in decisions.renames if new == name)}
    for index, shown in persons.shown.items():
        if shown in wanted:
            return index
    for index, mine in persons.by_person().items():
        if wanted & set(other_names((place.chain for place in mine), persons.shown[index])):
            return index
    return None


def _merge(persons: Persons, source: int, target: int) -> None:
    persons.mentions = [
        replace(place, person=target) if place.person == source else place for place in persons.mentions
    ]
    persons.known[target].forms += persons.known[source].forms
    persons.known[target].gender = persons.known[target].gender or persons.known[source].gender
    persons.shown.pop(source)
