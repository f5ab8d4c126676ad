# SPDX-License-Identifier: GPL-3.0-or-later
"""Which forms of names belong to one person. Forms are joined on good evidence only; two of one surname stay two.

The result is a list of persons, and for each form either one person or several candidates; candidates are settled
place by place (see :mod:`redraft.characters.mentions`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from redraft.characters.forms import Form, Usage, gender, same_given, title_gender, voted
from redraft.characters.person import Person
from redraft.characters.pet_names import is_diminutive, may_shorten
from redraft.characters.registers import join_registers, told
from redraft.characters.spelling import alike
from redraft.characters.tables import FEMALE, MALE, tables
from redraft.characters.titles import KIN, MARRIED, NOBLE, ROYAL, SENIOR, UNMARRIED

_OFTEN = 60
"""A bare name that occurs more often belongs to a full one only if that occurs more than once."""


_CREDIBLE = 10
"""A full name that stands once is no slip when its family name stands alone so often."""


_MANY = 10
"""A title with a family name that several may bear is somebody of their own from as many occurrences on."""

_ALONE = 3
"""How many times oftener a given name stands alone than in the full names of all its bearers, to be one's own."""

_SELDOM, _FEW = 2.5, 4
"""How many times oftener than all the fuller names of a person a short form may stand; how often it always may."""


_RARER = 5
"""How many times rarer a given name is than its short form (or the reverse) when both are one person's."""


_HARDLY = 20
"""How many times oftener the given name alone, and the title with the family name, stand than both names together."""
_LARGE = 3
"""Given names in a family from which on a rank, or a middle name, tells of one member and no other."""
_A_KING = 5
"""How often "King Charles" may stand and still mean one of history, no Charles of the story."""

_TOLD, _BESIDE, _EVEN = 15, 0.03, 0.25
"""Least occurrences in narration of a title with the family name, and of the given name, to tell by; least share of
those that stand in one sentence with the other when two men are meant; least ratio of the two when told evenly."""


@dataclass
class Aliases:
    """``persons`` of the story, and ``bearers``: for each form the persons (by index) it can mean, likeliest first."""

    persons: list[Person]
    bearers: dict[Form, tuple[int, ...]]
    weights: dict[tuple[int, str], int] = field(default_factory=dict)
    """How often a person is named by unshared forms that hold a word."""


def aliases(forms: Mapping[Form, Usage]) -> Aliases:
    """Join the forms of names into persons."""
    return _Joiner(forms).result()


class _Joiner:
    """Joins full names first, then bare words, then a title with a family name."""

    def __init__(self, forms: Mapping[Form, Usage]) -> None:
        self.forms = forms
        self.gender = {form: gender(form, usage) for form, usage in forms.items()}
        self.persons: list[Person] = []
        self.bearers: dict[Form, tuple[int, ...]] = {}
        self.alone: Counter[str] = Counter()
        self.husbands = {
            form for form in forms if form.full and set(form.titles) & MARRIED and not self._own_name(form)
        }
        firsts = {form.words[0] for form in forms if form.full and form not in self.husbands}
        self.families = {form.words[-1] for form in forms if form.full or (form.titles and form.words[0] not in firsts)}
        for form, usage in forms.items():
            if not form.full and not form.titles:
                self.alone[form.words[0]] += usage.count

    def _own_name(self, form: Form) -> bool:
        """Whether a married woman's title stands before her own given name: by the table, or as it stands alone."""
        first = form.words[0]
        known = tables().given[first] if first in tables().given else self.gender.get(Form((), (first,)))
        return known == FEMALE

    def result(self) -> Aliases:
        """Join everything, in the order of how much a form tells."""
        by_weight = sorted(self.forms, key=lambda form: (self._ragged(form), -len(form.words), -self.forms[form].count))
        for form in by_weight:
            if form.full:
                self._join(form, self._full_matches(form))
        titled = [form for form in by_weight if not form.full and form.titles]
        bare = [form for form in by_weight if not form.full and not form.titles]
        for form in bare:
            self._join_bare(form)
        for form in sorted(titled, key=self._order):
            self._join_titled(form)
        self._settle_surnames(bare)
        self._settle_pet_names(bare)
        join_registers(self.persons, self.forms, self.bearers)
        return Aliases(self.persons, self.bearers, self._weights())

    def _ragged(self, form: Form) -> bool:
        """Whether a word that stands before a full name by chance seems to belong to it: "Reenter W. Beverley"."""
        rest = Form(form.titles, form.words[1:])
        return len(form.words) > 2 and self.forms[form].count <= 2 and rest in self.forms

    def _order(self, form: Form) -> tuple[bool, bool, int]:
        """Titles that tell most first: a mother is found by her "Mrs."."""
        titles = set(form.titles)
        return bool(titles & KIN), bool(titles & MARRIED), -self.forms[form].count

    def _weights(self) -> dict[tuple[int, str], int]:
        weights: Counter[tuple[int, str]] = Counter()
        for index, person in enumerate(self.persons):
            for form in person.forms:
                for word in form.words:
                    weights[index, word] += self.forms[form].count
        return dict(weights)

    def _join(self, form: Form, matches: list[int]) -> None:
        """Give the form to its one match; to all of several as candidates; to a new person when there is none."""
        if not matches:
            self.persons.append(Person())
            matches = [len(self.persons) - 1]
        self.bearers[form] = tuple(matches)
        if len(matches) == 1:
            person = self.persons[matches[0]]
            person.forms.append(form)
            person.husbands |= {form} & self.husbands
            person.count += self.forms[form].count
            self._learn_gender(person)

    def _learn_gender(self, person: Person) -> None:
        votes: Counter[str] = Counter()
        for form in person.forms:
            votes.update(self.forms[form].pronouns)
        by_title = [told for told in map(title_gender, person.forms) if told]
        by_name = [self.gender[form] for form in person.forms if self.gender[form]]
        person.gender = next(iter(by_title), None) or voted(votes) or next(iter(by_name), None)

    def _agrees(self, form: Form, person: Person) -> bool:
        told = self.gender[form]
        return told is None or person.gender is None or told == person.gender

    def _full_matches(self, form: Form) -> list[int]:
        found = []
        for index, person in enumerate(self.persons):
            alike_ = self._agrees(form, person) or self._same_words(form, person)
            if alike_ and self._may_be_full(form, person) and any(
                same_full(form.words, each.words) and not self._of_another_house(form, each) for each in person.forms
            ):
                found.append(index)
        found = found or self._misspelled(form)
        exact = [index for index in found
                 if any(set(each.words) == set(form.words) for each in self.persons[index].forms)]  # fmt: skip
        return exact[:1] or found[:1] if len(exact) == 1 or len(found) == 1 else found

    def _same_words(self, form: Form, person: Person) -> bool:
        """Whether a person bears the very name, and no title tells of another: a pronoun or two may be misread."""
        told = {title_gender(each) for each in (form, *person.forms)} - {None}
        return len(told) < 2 and any(each.words == form.words for each in person.forms)

    def _of_another_house(self, form: Form, other: Form) -> bool:
        """Whether George Amberson is not George Amberson Minafer, as there are more Ambersons."""
        if form.words[-1] == other.words[-1] or sorted(form.words) == sorted(other.words):
            return False
        return len(self._house(form.words[-1])) >= _LARGE

    def _house(self, family: str) -> set[str]:
        """The given names of those who bear a family name."""
        return {each.words[0] for each in self.forms if each.full and each.words[-1] == family}

    def _misspelled(self, form: Form) -> list[int]:
        """The one person of whose name this, with the same title or given name, is a rare misspelling."""
        if self.forms[form].count > 2:
            return []
        found: set[int] = set()
        for index, person in enumerate(self.persons):
            if person.count > self.forms[form].count and self._agrees(form, person) and self._may_be_full(form, person):
                found |= {index} if any(_misspells(form, other) for other in person.forms) else set()
        return list(found) if len(found) == 1 else []

    def _join_bare(self, form: Form) -> None:
        word = form.words[0]
        as_given = [index for index, each in enumerate(self.persons) if self._is_given(word, each)]
        as_family = [index for index, each in enumerate(self.persons)
                     if word in each.all_words() and not self._two_men(form, each)]  # fmt: skip
        as_given = self._foremost(form, as_given)
        self._join(form, self._open(form, as_given) or self._open(form, as_family) or self._nicknamed(form))

    def _told(self, person: Person) -> list[tuple[int, int]]:
        """The sentences of narration that name a person."""
        return told(self.forms[each] for each in person.forms)

    def _foremost(self, form: Form, bearers: list[int]) -> list[int]:
        """Of several who bear a given name, the one who is meant by it nearly always, as it stands alone so often."""
        full = {index: sum(self.forms[each].count for each in self.persons[index].forms) for index in bearers}
        if len(bearers) < 2 or self.forms[form].count < _ALONE * sum(full.values()):
            return bearers
        return [max(bearers, key=lambda index: full[index])]

    def _open(self, form: Form, indexes: Iterable[int]) -> list[int]:
        """Those who may be meant by a form, and whose fuller names explain it."""
        agreeing = [index for index in indexes if self._agrees(form, self.persons[index])]
        sure = [index for index in agreeing if self._enough(form, self.persons[index])]
        return sure or [index for index in agreeing if self._credible(form, self.persons[index])]

    def _enough(self, form: Form, person: Person) -> bool:
        """Whether the fuller names are no slip: a name used all the time is not explained by one that stands once."""
        if form.titles or self.forms[form].count <= _OFTEN:
            return True
        word = form.words[0]
        return sum(self.forms[each].count for each in person.forms if word in each.words) > 1

    def _credible(self, form: Form, person: Person) -> bool:
        """Whether a full name that stands once is no slip, as its other word is in use alone."""
        word = form.words[0]
        others = {name for each in person.forms if each.full and word in each.words for name in each.words} - {word}
        return any(self.alone[each] >= _CREDIBLE for each in others)

    def _is_given(self, word: str, person: Person) -> bool:
        """Whether the word is the person's given name: the first of the full name, or the one that is used alone."""
        for form in person.forms:
            if form.full and form not in person.husbands and word in (form.words[0], form.words[-1]):
                other = form.words[-1] if word == form.words[0] else form.words[0]
                turned = self.alone[word] > 3 * self.alone[other] and word in tables().given
                family = word in self.families and word not in tables().given
                if (word == form.words[0] and not family) or turned:
                    return True
        return False

    def _nicknamed(self, form: Form) -> list[int]:
        """The one person whose given name has this short form (or whose short form has this given name)."""
        word = form.words[0]
        found = [index for index, each in enumerate(self.persons)
                 if any(len(first) > 2 and same_given(word, first) for first in each.first_words())]  # fmt: skip
        found = [index for index in self._open(form, found)
                 if max(_FEW, self._weight(self.persons[index]) * _SELDOM) >= self.forms[form].count]  # fmt: skip
        ranked = sorted(found, key=lambda index: -self._weight(self.persons[index]))
        if len(ranked) > 1 and self._weight(self.persons[ranked[0]]) >= _RARER * self._weight(self.persons[ranked[1]]):
            found = ranked[:1]
        return found if len(found) == 1 else [] if found else self._rare_form(form) or self._pet_name(form)

    def _weight(self, person: Person) -> int:
        """How often the story has a person under any name that can be theirs."""
        words = person.all_words()
        return sum(usage.count for form, usage in self.forms.items() if form in person.forms
                   or (not form.full and form.words[0] in words and self._agrees(form, person)))  # fmt: skip

    def _pet_name(self, form: Form) -> list[int]:
        """The one person from whose name this is made, never told of in one sentence: Prendy, from Prendergast."""
        word, count = form.words[0], self.forms[form].count
        if count < 2:
            return []
        listed = word in tables().given or word in tables().short
        made = is_diminutive if listed else may_shorten
        found = self._open(form, (
            index for index, each in enumerate(self.persons)
            if any(made(word, whole) for whole in each.all_words()) and self._weight(each) >= count
            and not set(self.forms[form].told) & set(self._told(each))
        ))
        return found if len(found) == 1 else []

    def _rare_form(self, form: Form) -> list[int]:
        """The one person without a full name whose only given name this rarer one is another form of."""
        word, count = form.words[0], self.forms[form].count
        found = self._open(form, (
            index for index, each in enumerate(self.persons)
            if each.count >= _RARER * count and not any(other.full or other.titles for other in each.forms)
            and any(len(other.words[0]) > 2 and same_given(word, other.words[0]) for other in each.forms)
        ))
        return found if len(found) == 1 else []

    def _may_be_full(self, form: Form, person: Person) -> bool:
        """"Mrs. Orville Jones" is not Orville Jones."""
        if form in self.husbands:
            return bool(person.titles() & MARRIED)
        if set(form.titles) & MARRIED:
            return person.gender != MALE
        return not (person.titles() & MARRIED) or self.gender[form] == FEMALE

    def _join_titled(self, form: Form) -> None:
        """"Mr. Hale": the one bearer of the name whose gender and titles allow it."""
        word = form.words[0]
        bearers = [index for index, each in enumerate(self.persons) if word in each.all_words()]
        allowed = [index for index in self._open(form, bearers) if self._may_bear(form, self.persons[index])]
        if set(form.titles) & KIN:
            sure = [index for index in allowed if self.persons[index].gender == title_gender(form)]
            allowed = sure or allowed
        titled = [index for index in allowed if set(form.titles) & self.persons[index].titles()]
        apart = {index for index in allowed if self._set_apart(form, self.persons[index])}
        if len(titled) != 1 or len(allowed) == 1 or self._told_beside(form, self.persons[titled[0]]):
            titled = [index for index in titled if index not in apart]
        matches = [index for index in allowed if index not in apart or index in titled]
        fulls = [index for index in matches if self.persons[index].last_words()]
        if not bearers:
            bearers = matches = titled = self._misspelled(form)
        chosen = titled if len(titled) == 1 else fulls or matches[:1]
        ladies = set(form.titles) & (MARRIED | UNMARRIED)
        owners = [index for index in matches if Form((), form.words) in self.persons[index].forms
                  and (not ladies or self.persons[index].gender == FEMALE)]  # fmt: skip
        if len(owners) == 1 and not (len(titled) == 1 and set(form.titles) & KIN):
            chosen = owners
        if len(chosen) > 1 and (ladies or self.forms[form].count >= _MANY):
            chosen = []
        self._join(form, chosen)

    def _may_bear(self, form: Form, person: Person) -> bool:
        """Whether nothing speaks against one person bearing the title with the name.

        A married woman's title is no proof that the only other woman of the name is meant; nor a miss's of a Mrs.
        """
        titles, mine = person.titles(), set(form.titles)
        full = any(each.full for each in person.forms)
        if mine & MARRIED:
            noble = bool(titles & NOBLE) and not titles & UNMARRIED
            return noble or (not titles - MARRIED and (bool(titles & MARRIED) or not full))
        by_given = form.words[0] in person.first_words()
        if titles & MARRIED and not mine & (MARRIED | KIN) and (mine & UNMARRIED or not by_given):
            return False
        if titles & UNMARRIED and mine - KIN - UNMARRIED and not by_given:
            return self.gender[form] == FEMALE
        if mine & ROYAL and not titles & ROYAL and person.last_words() - {form.words[0]}:
            return self.forms[form].count > _A_KING
        if "mr" in mine and form.words[0] in person.last_words() and self._is_child(form, person):
            return False
        if mine & SENIOR - titles and full and form.words[0] in person.last_words() - person.first_words():
            return len(self._house(form.words[0])) < _LARGE
        if titles and not full and not titles & mine and FEMALE in (self.gender[form], person.gender):
            return self.gender[form] == person.gender
        return True

    def _is_child(self, form: Form, person: Person) -> bool:
        """Whether somebody is called by a given name, and hardly ever with the family name that is another's all the
        time: Andrew is not the Mr. Ramsay of every page."""
        full = sum(self.forms[each].count for each in person.forms if each.full and form.words[-1] in each.words[1:])
        called = sum(self.alone[each] for each in person.first_words())
        return full * _HARDLY < self.forms[form].count and full * _HARDLY < called

    def _set_apart(self, form: Form, person: Person) -> bool:
        """Whether the story says "Mr. John Knightley" because "Mr. Knightley" is another, or tells of both at once."""
        if form.words[0] in person.first_words():
            return False
        if self._told_beside(form, person):
            return True
        with_given = sum(self.forms[each].count for each in person.forms
                         if each.full and set(each.titles) & set(form.titles))  # fmt: skip
        short = self.forms[form].count
        often = with_given >= 5 and short >= 3 and (with_given > short or short > 2 * person.count)
        beside = set(self.forms[form].told) & set(self._told(person))
        return often and len(beside) > bool(person.husbands)

    def _told_beside(self, form: Form, person: Person) -> bool:
        """Whether the narration has "Mr. Hale" and the other by his given name in one sentence, or tells much of both.

        Of one man it mostly keeps to one name."""
        return "mr" in form.titles and self._two_men(form, person)

    def _two_men(self, form: Form, person: Person) -> bool:
        """Whether the narration keeps a form and the person's other names apart, as of two people."""
        mine = self.forms[form].told
        theirs = [each for other in person.forms if not other.titles and form.words[0] not in other.words
                  for each in self.forms[other].told]  # fmt: skip
        if min(len(mine), len(theirs)) < _TOLD:
            return False
        beside = len(set(mine) & set(theirs))
        even = min(len(mine), len(theirs)) >= _EVEN * max(len(mine), len(theirs))
        return (beside >= 3 and beside >= _BESIDE * min(len(mine), len(theirs))) or (beside >= 2 and even)

    def _settle_surnames(self, bare: Iterable[Form]) -> None:
        """A bare word that is the family name of several may mean any of the men (if told, the women) among them."""
        for form in bare:
            word, known = form.words[0], self.bearers[form]
            if any(self._is_given(word, self.persons[each]) for each in known):
                continue
            others = [index for index, each in enumerate(self.persons)
                      if index not in known and any(not other.full and other.titles and other.words[0] == word
                                                    for other in each.forms)]  # fmt: skip
            told = self.gender[form] or MALE
            fits = [index for index in (*known, *others)
                    if self.persons[index].gender in (told, None) and not self._two_men(form, self.persons[index])]
            if not fits or tuple(fits) == known:
                continue
            alone = len(known) == 1 and self.persons[known[0]].gender is None and len(self.persons[known[0]].forms) == 1
            men = [index for index in fits if self.persons[index].gender == told]
            self._share(form, men if alone and len(men) == 1 else fits)

    def _settle_pet_names(self, bare: Iterable[Form]) -> None:
        """A pet name of somebody who is only called by a title: Prendy is Mr. Prendergast."""
        for form in bare:
            known = self.bearers[form]
            mine = self.persons[known[0]]
            if len(known) > 1 or len(mine.forms) > 1:
                continue
            found = [index for index in self._pet_name(form) if index not in known]
            if found:
                self._share(form, found)

    def _share(self, form: Form, bearers: list[int]) -> None:
        """Give a form to others than it had: to one, or to several who may be meant."""
        if len(self.bearers[form]) == 1:
            mine = self.persons[self.bearers[form][0]]
            mine.forms.remove(form)
            mine.count -= self.forms[form].count
        self._join(form, bearers)


def _misspells(form: Form, other: Form) -> bool:
    """Whether both bear the same title or given name, and names that differ by a slip of the pen."""
    if len(form.words) != len(other.words) or (not form.full and form.titles != other.titles):
        return False
    given = not form.full or same_given(form.words[0], other.words[0])
    return given and alike(form.words[-1], other.words[-1])


def same_full(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be one: in either order, with initials or short forms, with or without a middle."""
    if len(one) < 2 or len(other) < 2:
        return False
    if sorted(one) == sorted(other):
        return True
    if one[-1] == other[-1] and (same_given(one[0], other[0]) or _is_cut(one[0], other[0])):
        return True
    short, long = sorted((one, other), key=len)
    if len(long) == len(short):
        return False
    return long[-len(short) :] == short or (short[0] == long[0] and short[-1] in long[1:])


def _is_cut(one: str, other: str) -> bool:
    """Whether a given name is the beginning of the other, and no name by itself: Sim Rosedale is Simon."""
    short, long = sorted((one, other), key=len)
    known = tables().given
    return len(short) > 2 and long.startswith(short) and short not in known
