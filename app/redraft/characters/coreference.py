# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom the narration brings up, place by place: by name, by description, by "he" and "she".

A pronoun means the person of its gender who is foremost at that moment: each mention brings somebody to the fore, a
subject more than an object, and every sentence lets them fall back (after Lappin and Leass, 1994).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from redraft.characters.mentions import Place
from redraft.characters.once import Occurrences, once
from redraft.characters.pronouns import HE, SHE
from redraft.characters.strangers import Described
from redraft.characters.tables import FEMALE, MALE
from redraft.characters.unplaced import unplaced
from redraft.language.analysis import Analysis, Zone

SUBJECTS = ("nsubj", "nsubjpass")
_PERSONAL = HE | SHE
_I = frozenset("i me my myself".split())
_SUBJECT = 1.0
_OBJECT = 0.4
_OWNER = 0.4
_IN_SPEECH = 0.15
_FADE = 0.5
"""What a sentence leaves of everybody's weight."""
_UNKNOWN_GENDER = 0.8
_LEAST = 0.02


class By(IntEnum):
    """How somebody is brought up."""

    NAME = 0
    NOUN = 1
    PRONOUN = 2


@dataclass(frozen=True, slots=True)
class Reference:
    """Somebody brought up in narration from ``start`` (code points), token ``first``, on; ``person`` is an index, below
    zero for a stranger, None when unclear. ``subject``: of a verb. ``owner``: whose brother "his brother" is."""

    start: int
    first: int
    person: int | None
    by: By
    subject: bool
    owner: int | None = None


@dataclass
class Foremost:
    """How far to the fore everybody is, and the gender each is known by."""

    genders: Mapping[int, str | None]
    weights: dict[int, float] = field(default_factory=dict)

    def bring(self, person: int, weight: float) -> None:
        """Somebody is mentioned."""
        self.weights[person] = self.weights.get(person, 0.0) + weight

    def fade(self) -> None:
        """A sentence has passed."""
        self.weights = {each: left * _FADE for each, left in self.weights.items() if left * _FADE > _LEAST}

    def of(self, gender: str, barred: Iterable[int] = ()) -> int | None:
        """Who is foremost of those that a pronoun may mean."""
        best, most = None, 0.0
        for person, weight in self.weights.items():
            known = self.genders.get(person)
            if known not in (gender, None) or person in barred:
                continue
            weight *= 1.0 if known else _UNKNOWN_GENDER
            if weight > most:
                best, most = person, weight
        return best


@dataclass(frozen=True, slots=True)
class Told:
    """What the narration of a paragraph brings up, in order, and who is foremost by gender where it begins."""

    references: tuple[Reference, ...]
    foremost: Mapping[str, int | None]


def references(
    analyses: Sequence[Analysis], scene_of: Sequence[int], mentions: Sequence[Place],
    described: Mapping[int, Sequence[Described]], genders: Mapping[int, str | None], narrator: int | None = None,
) -> list[Told]:
    """Everybody the narration of each paragraph brings up; ``narrator``: who says "I" there."""
    named: dict[int, list[Place]] = {}
    for place in mentions:
        named.setdefault(place.chain.paragraph, []).append(place)
    found: list[Told] = []
    times = Occurrences()
    first = 0
    for last in range(1, len(analyses) + 1):
        if last == len(analyses) or scene_of[last] != scene_of[first]:
            here = [(analyses[each], named.get(each, ()), described.get(each, ())) for each in range(first, last)]
            found += _of_scene(here, genders, narrator, times.number(analyses[first]))
            first = last
    return found


def _of_scene(
    here: Sequence[tuple[Analysis, Sequence[Place], Sequence[Described]]], genders: Mapping[int, str | None],
    narrator: int | None, number: int,
) -> list[Told]:
    """What the paragraphs of a scene bring up; it is read anew only when something in it has changed."""
    people = {each.person for _, names, _ in here for each in names}
    people |= {each.person for *_, others in here for each in others}
    asked = ([(analysis, unplaced(names), tuple(others)) for analysis, names, others in here],
             {each: genders.get(each) for each in people if each is not None}, narrator)
    kept = _kept(here[0][0])
    if number not in kept or kept[number][0] != asked:
        fore = Foremost(genders)
        told: list[Told] = []
        for analysis, names, others in here:
            foremost = {gender: fore.of(gender) for gender in (MALE, FEMALE)}
            told.append(Told(tuple(_Paragraph(analysis, names, others, fore, narrator).read()), foremost))
        kept[number] = asked, told
    return kept[number][1]


@once
def _kept(analysis: Analysis) -> dict[int, tuple[object, list[Told]]]:
    """By occurrence what stood in the scene that began here when it was read last, and what it brought up."""
    return {}


class _Paragraph:
    """One paragraph read from left to right."""

    def __init__(
        self, analysis: Analysis, named: Sequence[Place], described: Sequence[Described], fore: Foremost,
        narrator: int | None = None,
    ) -> None:
        self.narrator = narrator
        self.analysis, self.tokens, self.fore = analysis, analysis.tokens, fore
        taken = {each.chain.first for each in named}
        self.named = {each.chain.first: each for each in named}
        self.described = {each.first: each for each in described if each.first not in taken}
        self.subject_of: dict[int, int] = {}

    def read(self) -> list[Reference]:
        """Every reference, the pronouns resolved."""
        found: list[Reference] = []
        ends = {each.last for each in self.analysis.sentences}
        for index, token in enumerate(self.tokens):
            if index in ends:
                self.fore.fade()
            if index in self.named:
                found += self._name(self.named[index])
            elif index in self.described:
                found.append(self._noun(self.described[index]))
            elif token.lower in _PERSONAL and self.analysis.zone(token.start) is Zone.NARRATION:
                found.append(self._pronoun(index, token.lower))
            elif token.lower in _I and self.narrator is not None and self.analysis.zone(token.start) is Zone.NARRATION:
                found.append(Reference(token.start, index, self.narrator, By.PRONOUN, token.lower == "i"))
        self.fore.fade()
        return found

    def _name(self, place: Place) -> list[Reference]:
        chain = place.chain
        if place.person is None:
            return []
        if chain.speech:
            self.fore.bring(place.person, _IN_SPEECH)
            return []
        return [self._bring(chain.start, chain.first, chain.last - 1, place.person, By.NAME, chain.possessive)]

    def _noun(self, each: Described) -> Reference:
        lower = self.tokens[each.first].lower
        gender = {"his": MALE, "her": FEMALE}.get(lower)
        owner = self.fore.of(gender) if gender else None
        if owner is not None:
            self.fore.bring(owner, _OWNER)
        made = self._bring(each.start, each.first, each.last - 1, each.person, By.NOUN, False)
        return made if owner is None else replace(made, owner=owner)

    def _bring(self, start: int, first: int, head: int, person: int, by: By, owner: bool) -> Reference:
        subject = self.is_subject(head) and not owner
        self.fore.bring(person, _SUBJECT if subject else _OWNER if owner else _OBJECT)
        if subject:
            self.subject_of[self.tokens[head].head] = person
        return Reference(start, first, person, by, subject)

    def is_subject(self, head: int) -> bool:
        """Whether the token is a subject, by the parse or because a finite verb follows."""
        if self.tokens[head].dep in SUBJECTS:
            return True
        return head + 1 < len(self.tokens) and self.tokens[head + 1].tag in ("VBD", "VBZ", "MD")

    def _pronoun(self, index: int, lower: str) -> Reference:
        token = self.tokens[index]
        gender = MALE if lower in HE else FEMALE
        subject = lower in ("he", "she")
        owner = lower == "his" or token.tag == "PRP$"
        of_verb = self.subject_of.get(token.head)
        if lower.endswith("self"):
            person = of_verb if of_verb is not None else self.fore.of(gender)
        else:
            barred = (of_verb,) if of_verb is not None and not owner and not subject else ()
            person = self.fore.of(gender, barred)
        if person is not None:
            self.fore.bring(person, (_SUBJECT if subject else _OWNER if owner else _OBJECT) * 0.8)
            if subject:
                self.subject_of[token.head] = person
        return Reference(token.start, index, person, By.PRONOUN, subject)
