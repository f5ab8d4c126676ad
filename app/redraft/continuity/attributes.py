# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes of one person that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from redraft.characters.attributes import Attribute, possessive
from redraft.characters.cast import Character
from redraft.continuity.changes import changed_between
from redraft.continuity.clashes import clash
from redraft.continuity.elapsed import between
from redraft.continuity.places import Conflict
from redraft.continuity.story import Story

_MOST_PLACES = 6
_PLURAL = frozenset(("eyes",))
_TITLES = {
    "age": "age", "height": "height", "build": "build", "skin": "skin", "hand": "writing hand", "injury": "injury",
    "family": "family", "job": "work", "home": "address", "birthday": "birthday", "rank": "rank",
}  # fmt: skip


_ALSO = {"pickup": "truck", "lorry": "truck", "sedan": "car", "coupé": "car", "motor-car": "car",
         "motorbike": "motorcycle", "bike": "bicycle", "kitten": "cat", "puppy": "dog", "terrier": "dog"}  # fmt: skip
"""Words that may mean one thing."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An attribute at the paragraph with index ``index``; ``speaker`` says it, None for the narration."""

    index: int
    told: Attribute
    speaker: str | None


def attribute_conflicts(story: Story) -> Iterator[Conflict]:
    """Every attribute of every character of which two sure facts cannot both stand."""
    for character in story.cast.characters:
        by_kind: dict[str, list[Fact]] = {}
        for each in character.attributes:
            index = story.index_of.get(each.paragraph)
            if index is not None:
                speaker = story.speaker(index, each.start) if each.speech else None
                by_kind.setdefault(_group(each), []).append(Fact(index, each, speaker))
        for about, facts in by_kind.items():
            yield from _of_kind(story, character, about, sorted(facts, key=lambda each: (each.index, each.told.start)))


def _group(attribute: Attribute) -> str:
    """What an attribute is compared with: others of its kind; of things, those of the same thing."""
    if attribute.attribute in ("car", "animal", "weapon"):
        thing = attribute.value.split()[-1]
        return _ALSO.get(thing, thing)
    return attribute.attribute


def _of_kind(story: Story, character: Character, about: str, facts: Sequence[Fact]) -> Iterator[Conflict]:
    pairs = [(one, other) for one, other in combinations(facts, 2) if _at_odds(story, character, one, other)]
    if not pairs:
        return
    odd = {id(each): each for pair in pairs for each in pair}
    chosen = sorted(odd.values(), key=lambda each: (each.index, each.told.start))
    shown = _spread(chosen)
    places = tuple(story.place(each.index, each.told.start, each.told.end) for each in shown)
    values = " and ".join(f"“{each}”" for each in dict.fromkeys(place.text for place in places))
    verb = "differ" if about in _PLURAL else "differs"
    far = story.apart(*_first_pair(pairs))
    subject = f"{possessive(character.name)} {_TITLES.get(about, about)}"
    yield Conflict("attribute", character.name, f"{subject} {verb}: {values}, {far}.", places, about)


def _first_pair(pairs: Sequence[tuple[Fact, Fact]]) -> tuple[int, int]:
    one, other = pairs[0]
    return one.index, other.index


def _spread(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Not more facts than one can take in, each value at least once."""
    if len(facts) <= _MOST_PLACES:
        return facts
    seen: dict[str, list[Fact]] = {}
    for each in facts:
        seen.setdefault(each.told.value, []).append(each)
    kept = [each for some in seen.values() for each in some[: max(1, _MOST_PLACES // len(seen))]]
    return sorted(kept[:_MOST_PLACES], key=lambda each: (each.index, each.told.start))


def _at_odds(story: Story, character: Character, one: Fact, other: Fact) -> bool:
    """Whether both cannot stand: the values clash, they are not two people's word, and nothing changed between."""
    if one.told.value == other.told.value or one.index > other.index:
        return False
    if one.told.attribute == "rank" and (one.index == other.index or _is_two(story, character)):
        return False
    if one.told.attribute == "family" and one.index == other.index:
        return False  # "her brother George, or her son George": two of one name, told side by side
    if one.told.speech and other.told.speech and one.speaker != other.speaker:
        return False
    if story.days[one.index].back != story.days[other.index].back:
        return False  # one of them is told in a look back
    low, high = between(story.days[one.index], story.days[other.index])
    if not clash(one.told, other.told, low, high, same_scene=story.scene_of[one.index] == story.scene_of[other.index]):
        return False
    if one.told.attribute == "injury" and not one.told.value.endswith("hurt"):
        return True  # scars stay, and what is lost does not come back
    return not changed_between(story, character, one.told.attribute, one.index, other.index)


def _is_two(story: Story, character: Character) -> bool:
    """Whether two ranks stand side by side, "Sergeant Molloy saluted Captain Molloy": two men of one name."""
    by_place: dict[int, set[str]] = {}
    for each in character.attributes:
        if each.attribute == "rank":
            by_place.setdefault(each.paragraph, set()).add(each.value)
    return any(len(values) > 1 for values in by_place.values())
