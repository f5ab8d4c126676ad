# SPDX-License-Identifier: GPL-3.0-or-later
"""One person under two names that the story keeps apart: "Mrs. Revel" to others' faces, Virginia in the telling.

A title with a family name is joined to the one who bears that family name and goes by another where both are told of
in the same places and never in one sentence: of mother and daughter the telling soon says both at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from redraft.characters.forms import Form, Usage
from redraft.characters.person import Person
from redraft.characters.tables import FEMALE, MALE
from redraft.characters.titles import KIN, MARRIED, PLAIN, UNMARRIED

Place = tuple[int, int]
"""A sentence of narration: its paragraph, and where it starts."""

_NEAR = 4
"""Paragraphs within which two are told of in the same place."""
_SPOKEN = 0.1
"""The most of a form's occurrences that stand in narration when it is only used to somebody's face."""
_RARELY_TOLD = 0.3
"""The same of somebody's other names, which are then the ones for friends, where the telling keeps to the title."""
_MEETINGS = 3
"""In how many paragraphs both must be told of to say that they are never told of at once."""
_ONCE_IN = 6
"""Among so many meetings one sentence with both is an accident."""
_LEAST = 3
"""How often somebody must be called by a title to be looked for among the family, and by a given name to be found."""
_ONCE_FOR = 100
"""For so many times that a title stands the given name must stand once."""
_FAR = 3
"""How many times oftener one of a family is named than the next to be the one whom others call by the title."""
_RANKED = 5
"""Of so many mentions one by a captain's title makes a captain, whom nobody calls Mr."""


def join_registers(
    persons: list[Person], forms: Mapping[Form, Usage], bearers: dict[Form, tuple[int, ...]],
) -> None:
    """Join those who are only ever called by a title and a family name to the one of the family who is meant."""
    _Registers(persons, forms, bearers).join()


@dataclass
class _Registers:
    """The persons with their forms, and for each form the persons (by index) it can mean."""

    persons: list[Person]
    forms: Mapping[Form, Usage]
    bearers: dict[Form, tuple[int, ...]]

    def join(self) -> None:
        """Go through all who are only called by a title."""
        for index, person in enumerate(self.persons):
            if not person.forms or not person.gender or not _only_titled(person):
                continue
            titled = self._usages(person)
            found = [other for other, each in enumerate(self.persons) if self._goes_by(person, each)]
            meant = self._meant(index, found)
            enough = sum(each.count for each in titled) >= _LEAST
            if enough and meant is not None and one_in_two_registers(titled, self._usages(self.persons[meant])):
                self._merge(index, meant)

    def _goes_by(self, person: Person, other: Person) -> bool:
        """Whether the other bears the family name that person is called by behind a title, and may be called so."""
        if person is other or other.gender != person.gender or "cousin" in other.titles() or _differ(person, other):
            return False
        families = {form.words[-1] for form in person.forms}
        if not any(form.full and form not in other.husbands and form.words[-1] in families for form in other.forms):
            return False
        ranked = sum(self.forms[form].count for form in other.forms if set(form.titles) - KIN - PLAIN - person.titles())
        if ranked * _RANKED > other.count or self._given(other) < max(_LEAST, person.count / _ONCE_FOR):
            return False
        return person.gender == FEMALE or self._in_full(other) or spoken_only(self._usages(person))

    def _given(self, person: Person) -> int:
        """How often a person is called by the given name, with the family name or without."""
        given = person.first_words()
        return sum(self.forms[form].count for form in person.forms if form.words[0] in given)

    def _in_full(self, person: Person) -> bool:
        """Whether somebody is mostly called by the full name: no child of the house."""
        return 2 * sum(self.forms[form].count for form in person.forms if form.full) >= person.count

    def _meant(self, index: int, found: Sequence[int]) -> int | None:
        """Of several the one man who shares the bare family name with who is called by the title; else the one who is
        by far the oftenest named."""
        person = self.persons[index]
        sharing = {each for form in person.forms for each in self.bearers.get(Form((), form.words[-1:]), ())}
        both = [each for each in found if each in sharing and each != index]
        if len(found) > 1 and len(both) == 1 and person.gender == MALE:
            return both[0]
        ranked = sorted(found, key=lambda each: -self.persons[each].count)
        clear = len(ranked) == 1 or (
            len(ranked) > 1 and self.persons[ranked[0]].count >= _FAR * self.persons[ranked[1]].count
        )
        return ranked[0] if clear else None

    def _usages(self, person: Person) -> list[Usage]:
        return [self.forms[form] for form in person.forms]

    def _merge(self, source: int, target: int) -> None:
        """Make two persons one."""
        one, other = self.persons[source], self.persons[target]
        other.forms += one.forms
        other.husbands |= one.husbands
        other.count += one.count
        self.persons[source] = Person()
        for form, known in self.bearers.items():
            if source in known:
                self.bearers[form] = tuple(dict.fromkeys(target if each == source else each for each in known))


def _only_titled(person: Person) -> bool:
    """Whether nobody ever says the given name: "Mrs. Hale", "Mrs. John Hale"."""
    return all(form.titles and (not form.full or form in person.husbands) for form in person.forms)


def _differ(person: Person, other: Person) -> bool:
    """Whether one is a miss and the other a married woman, or somebody who is sometimes called a miss."""
    if person.gender != FEMALE:
        return False
    if person.titles() & UNMARRIED:
        return bool(other.titles() & MARRIED)
    return bool(other.titles() & UNMARRIED)


def told(usages: Iterable[Usage]) -> list[Place]:
    """The sentences of narration that have one of the forms, in order."""
    return sorted({place for usage in usages for place in usage.told})


def spoken_only(usages: Collection[Usage]) -> bool:
    """Whether forms are used in speech alone: how others call somebody."""
    return sum(len(each.told) for each in usages) <= _SPOKEN * sum(each.count for each in usages)


def one_in_two_registers(titled: Collection[Usage], named: Collection[Usage]) -> bool:
    """Whether a title with a family name and other names that may be the same person's never meet as two people do."""
    mine, theirs = told(titled), told(named)
    beside = len(set(mine) & set(theirs))
    meetings = near(mine, theirs)
    if beside * _ONCE_IN > meetings or (beside and not meetings):
        return False
    rarely = sum(len(each.told) for each in named) <= _RARELY_TOLD * sum(each.count for each in named)
    return meetings >= _MEETINGS or spoken_only(titled) or rarely


def near(mine: list[Place], theirs: list[Place]) -> int:
    """In how many paragraphs of the first the second is told of within a few paragraphs."""
    others = sorted({paragraph for paragraph, _ in theirs})
    found = 0
    for paragraph in {each for each, _ in mine}:
        at = bisect_left(others, paragraph - _NEAR)
        found += at < len(others) and others[at] <= paragraph + _NEAR
    return found
