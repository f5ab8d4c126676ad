# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom the characters that were found are among the listed people, and how many of those and of their names are found.

A character found is the person whose forms most of its mentions bear; of several such the one with the most mentions
counts as the person (one with a name before one without), the others as parts split off.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from redraft.characters.cast import NARRATOR as OUR_NARRATOR
from redraft.characters.cast import Cast, Character
from redraft.language.analysis import Analysis
from tools.evaluate_cast.labelled import NARRATOR, Book, Listed

LEAST_USES = 3
"""A form that stands rarer is not asked for."""
LEAST_INVENTED = 10
"""Mentions that make an entry of the cast worth complaining of."""
_ADJECTIVE = re.compile(r"^(?:(?:poor|dear|old|young|little) )+(?=[A-Z])")


def plain(form: str) -> str:
    """A form for comparing: in small letters, with straight apostrophes, without article or what is only said of the
    bearer ("poor Tom"; "Old Billy" is another than Billy)."""
    bare = _ADJECTIVE.sub("", form.removeprefix("the "))
    return bare.casefold().replace("’", "'").removeprefix("the ").strip()


@dataclass
class Matched:
    """``person``: the listed name of each character found (by name), ``chosen`` the character that counts for each
    person; ``holders``: by form, how many mentions each character has."""

    person: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    holders: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def match(found: Cast, book: Book, analyses: Sequence[Analysis]) -> Matched:
    """Who is who. Paragraph ids are indexes."""
    owners = _owners(book)
    matched = Matched()
    for character in sorted(found.characters, key=lambda each: not each.named):
        forms = Counter(plain(analyses[each.paragraph].text[each.start : each.end]) for each in character.mentions)
        for form, uses in forms.items():
            matched.holders[form][character.name] += uses
        person = _person(character, forms, owners, book)
        if person is not None:
            matched.person[character.name] = person
            matched.chosen.setdefault(person, character.name)  # the cast comes by number of mentions
    return matched


def _owners(book: Book) -> dict[str, list[str]]:
    """The people who bear each form, as they are listed."""
    owners: dict[str, list[str]] = {}
    for each in book.characters:
        for form in {plain(form): None for form in (*each.names, each.name)}:
            owners.setdefault(form, []).append(each.name)
    return owners


def _person(character: Character, forms: Counter[str], owners: Mapping[str, list[str]], book: Book) -> str | None:
    if character.name == OUR_NARRATOR and book.narrator:
        return book.narrator
    votes: Counter[str] = Counter()
    for form, uses in forms.items():
        for owner in owners.get(form, ()):
            votes[owner] += uses * 60 // len(owners[form])
    if votes:
        return votes.most_common(1)[0][0]
    mine = owners.get(plain(character.name))
    return mine[0] if mine else None


def right_speaker(told: str, wanted: str, matched: Matched, book: Book) -> bool:
    """Whether the character told is the person wanted; somebody with no name ("the old sailor") is told by the noun."""
    if wanted == NARRATOR:
        return told == OUR_NARRATOR or (book.narrator is not None and matched.person.get(told) == book.narrator)
    person = matched.person.get(told)
    if person is not None or not wanted.startswith(("a ", "an ", "the ", "his ", "her ")):
        return person == wanted
    return _noun(wanted) in plain(told).split()


def _noun(description: str) -> str:
    """The noun of a description: "gentleman" of "the gentleman in spectacles"."""
    return re.split(r" (?:in|with|of|at|from) ", plain(description))[0].split()[-1]


def found_people(book: Book, matched: Matched) -> tuple[list[Listed], list[Listed]]:
    """The major and intermediate people that are found, and those that are not."""
    asked = [each for each in book.characters if each.part != "minor"]
    return [each for each in asked if each.name in matched.chosen], [
        each for each in asked if each.name not in matched.chosen]  # fmt: skip


def names_of(book: Book, matched: Matched) -> list[tuple[Listed, str, str]]:
    """Each asked form of each major and intermediate person with what became of it: "right" (most of its mentions are
    the person's), "split" (a part split off has them), "wrong" (somebody else has), "none" (nobody has)."""
    owners = _owners(book)
    told = []
    for person in book.characters:
        uses: Counter[str] = Counter()
        for form, count in person.names.items():
            uses[plain(form)] += count
        for form, count in uses.items():
            if person.part != "minor" and count >= LEAST_USES:
                told.append((person, form, _fate(form, owners[form], matched)))
    return told


def _fate(form: str, owners: Sequence[str], matched: Matched) -> str:
    if not matched.holders.get(form):
        return "none"
    holder = matched.holders[form].most_common(1)[0][0]
    if matched.person.get(holder) not in owners:
        return "wrong"
    return "right" if holder in matched.chosen.values() else "split"


def invented(found: Cast, matched: Matched) -> list[Character]:
    """Entries of the cast with many mentions that are none of the people."""
    return [each for each in found.characters
            if each.name not in matched.person and len(each.mentions) >= LEAST_INVENTED]  # fmt: skip
