# SPDX-License-Identifier: GPL-3.0-or-later
"""Two characters whose names a reader may take for one another. A hint, no contradiction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from redraft.characters.cast import Cast, Character
from redraft.characters.spelling import bare, distance

_LEAST = 5
"""Mentions below which a character is too small to be mixed up."""
_MOST = 40
"""So many of the cast, the most frequent, are compared."""


@dataclass(frozen=True, slots=True)
class Alike:
    """The names by which two characters go, and the place where the rarer one first stands."""

    one: str
    other: str
    paragraph: int
    start: int
    end: int


def names_alike(cast: Cast) -> Iterator[Alike]:
    """Pairs of characters named much alike: the same first letter, and a letter or two between them."""
    people = [each for each in cast.characters if each.named and len(each.mentions) >= _LEAST][:_MOST]
    for one, other in combinations(people, 2):
        first, second = _called(one), _called(other)
        if set(one.name.split()) & set(other.name.split()) or not _close(bare(first), bare(second)):
            continue
        place = min(other.mentions, key=lambda each: (each.paragraph, each.start))
        yield Alike(one.name, other.name, place.paragraph, place.start, place.end)


def _called(character: Character) -> str:
    """What the character is mostly called: the most frequent single word."""
    single = [each for each in (character.name, *character.aliases) if " " not in each]
    return single[0] if single else character.name.split()[0]


def _close(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < 3 or one[0] != other[0]:
        return False
    if one[:3] == other[:3] and abs(len(one) - len(other)) <= 1 and one[-1] == other[-1]:
        return True
    return distance(one, other) <= (1 if shorter < 6 else 2)
