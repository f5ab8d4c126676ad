# SPDX-License-Identifier: GPL-3.0-or-later
"""Which people without a name belong in the cast ("the old man", "the doctor", "Anna’s sister"), and what to call them.

Somebody who speaks more than once does. A plain noun ("the man") is a person of one scene and needs more; the same
words with something lasting in them ("the old man", "the Time Traveller") are one person through the story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redraft.characters.coreference import By
from redraft.characters.decisions import CastDecisions
from redraft.characters.kin import relative
from redraft.characters.naming import distinct
from redraft.characters.person import Person
from redraft.characters.speakers import Talk
from redraft.characters.strangers import Stranger

_LEAST = 2
_LEAST_PLAIN = 3
_PLAIN = frozenset("man woman boy girl lady gentleman stranger fellow chap guy youth child kid person lad lass".split())
_OWNERS = frozenset("his her my their our your its".split())


@dataclass(frozen=True)
class Nameless:
    """``names`` by stranger (a number below zero); ``same``: for each stranger the one under whom they are entered."""

    names: Mapping[int, str]
    same: Mapping[int, int]


def nameless(
    talk: Talk, known: Sequence[Person], shown: Mapping[int, str], decisions: CastDecisions,
) -> Nameless:
    """The strangers of the cast, from who speaks what. ``known``: the persons; ``shown``: their names in the cast."""
    lines = Counter(each.speaker for each in talk.speeches if each.speaker is not None and each.speaker < 0)
    owners = _owners(talk)
    groups: dict[tuple[str, int], list[int]] = {}
    same: dict[int, int] = {}
    for number in sorted(lines, key=lambda each: -each):
        stranger = talk.strangers.get(number)
        owner = owners.get(number)
        named = relative(owner, stranger.noun, known, shown) if owner in shown and owner is not None else None
        if named is not None:
            same[number] = named
            continue
        name = _name(stranger, owners.get(number), shown)
        if name:
            groups.setdefault((name, stranger.scene if _is_plain(stranger) else 0), []).append(number)
    names: dict[int, str] = {}
    for (name, _), members in groups.items():
        least = _LEAST_PLAIN if _is_plain(talk.strangers.get(members[0])) else _LEAST
        if sum(lines[each] for each in members) >= least:
            names[members[0]] = name
            same.update(dict.fromkeys(members, members[0]))
    return _decided(distinct(names), same, shown, decisions)


def _decided(
    names: dict[int, str], same: dict[int, int], shown: Mapping[int, str], decisions: CastDecisions,
) -> Nameless:
    """Without those who are nobody by the author's word, under the names the author gave, or as the person they are."""
    merged = {joined: kept for kept, joined in decisions.merges}
    for number, name in list(names.items()):
        into = next((index for index, known in {**shown, **names}.items() if known == merged.get(name)), None)
        if into is not None or name in decisions.not_people:
            del names[number]
        if into is not None:
            same.update({member: into for member, entry in same.items() if entry == number})
    renames = dict(decisions.renames)
    return Nameless({number: renames.get(name, name) for number, name in names.items()}, same)


def _is_plain(stranger: Stranger) -> bool:
    return stranger.noun in _PLAIN and not stranger.adjectives


def _owners(talk: Talk) -> dict[int, int]:
    """Whose wife "his wife" mostly is, by stranger."""
    votes: dict[int, Counter[int]] = {}
    for told in talk.told:
        for each in told.references:
            if each.by is By.NOUN and each.owner is not None and each.person is not None:
                votes.setdefault(each.person, Counter())[each.owner] += 1
    return {person: each.most_common(1)[0][0] for person, each in votes.items()}


def _name(stranger: Stranger, owner: int | None, shown: Mapping[int, str]) -> str:
    """What to call a stranger; nothing where the words only point ("his friend" of somebody unknown)."""
    first, _, rest = stranger.name.partition(" ")
    if first not in _OWNERS:
        return f"the {stranger.named or rest}"
    if owner is None or owner not in shown:
        return ""
    ending = "’" if shown[owner].endswith("s") else "’s"
    return f"{shown[owner]}{ending} {rest}"
