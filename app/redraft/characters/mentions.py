# SPDX-License-Identifier: GPL-3.0-or-later
"""Every mention of every person, place by place. A name that several bear means the one last named more fully."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from redraft.characters.aliases import Aliases
from redraft.characters.chains import Chain
from redraft.characters.forms import form_of
from redraft.characters.person import Person

_NEAR = 2
"""Paragraphs within which a fuller name tells who is meant by a shared given name, whoever is more frequent."""
_REACH = 40
"""Paragraphs within which it does when nobody is much more frequent."""
_DOMINANT = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of person ``person`` (an index, None for unclear) by ``chain``."""

    chain: Chain
    person: int | None


def places(found: Iterable[Chain], known: Aliases) -> list[Place]:
    """Every chain that names a person, with whom it names, in reading order."""
    seen: dict[tuple[int, str], int] = {}
    made: list[Place] = []
    for chain in found:
        bearers = known.bearers.get(form_of(chain))
        if bearers is None:
            continue
        if len(bearers) == 1:
            person: int | None = bearers[0]
            seen.update(((bearers[0], word), chain.paragraph) for word in chain.words)
        else:
            person = _settle(chain, bearers, known, seen)
        made.append(Place(chain, person))
    return made


def _settle(chain: Chain, bearers: tuple[int, ...], known: Aliases, seen: dict[tuple[int, str], int]) -> int | None:
    """Who is meant by a shared name: one just named in full, else the most frequent by far, else the last named."""
    word = chain.words[-1]
    ages = {each: chain.paragraph - seen[each, word] for each in bearers if (each, word) in seen}
    dominant = _dominant(bearers, word, known)
    near = [each for each, age in ages.items() if age <= _NEAR]
    if len(near) == 1 and (dominant is None or not _is_family(chain, known.persons[near[0]])):
        return near[0]
    if dominant is not None:
        return dominant
    recent = [each for each, age in ages.items() if age <= _REACH]
    return min(recent, key=lambda each: ages[each]) if recent else None


def _dominant(bearers: tuple[int, ...], word: str, known: Aliases) -> int | None:
    """The one who is by far the oftenest called by the word; where none is, who is by far the oftenest named at all."""
    by_word = {each: known.weights.get((each, word), 0) for each in bearers}
    by_count = {each: known.persons[each].count for each in bearers}
    for counts in (by_word, by_count):
        first, second = sorted(bearers, key=lambda each: -counts[each])[:2]
        if counts[first] >= _DOMINANT * counts[second]:
            return first
    return None


def _is_family(chain: Chain, person: Person) -> bool:
    return chain.words[0] in person.last_words()
