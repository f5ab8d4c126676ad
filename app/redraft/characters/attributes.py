# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose each claim is: what the story clearly says of a person, with the place. Rather nothing than a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from redraft.characters.antecedents import Named, antecedent
from redraft.characters.claims.claim import Claim
from redraft.characters.claims.everything import claims
from redraft.characters.mentions import Place
from redraft.characters.speakers import Speech
from redraft.characters.tables import tables
from redraft.language.analysis import Analysis, Zone


@dataclass(frozen=True, slots=True)
class Attribute:
    """``attribute`` ("hair", "eyes", "age", "family", "car" …) and its ``value`` in lower case (names as written).

    ``start``/``end`` are code points in the reading text of paragraph ``paragraph``: the shortest words that hold it.
    ``speech``: somebody says so, it is not narrated. ``named``: it stands beside the name itself, not a pronoun.
    """

    attribute: str
    value: str
    paragraph: int
    start: int
    end: int
    speech: bool = False
    named: bool = True


def possessive(name: str) -> str:
    """Anna’s, James’."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


_SURE = 0.8
"""How probable a speaker must be for "my" and "I" to tell something of them."""


@dataclass(frozen=True, slots=True)
class _Owned:
    """An attribute at a place whose owner is still the word that stands there."""

    owner: str
    at: int
    attribute: Attribute


def attributes(
    analyses: Sequence[Analysis], mentions: Sequence[Place], genders: Mapping[int, str | None],
    speeches: Sequence[Speech], narrator: int | None, shown: Mapping[int, str] | None = None,
) -> dict[int, list[Attribute]]:
    """What is said of each person (by index). ``paragraph`` of an attribute is an index; ``shown``: the names by which
    persons go, for what they are to one another."""
    places: dict[int, list[Place]] = {}
    for place in mentions:
        places.setdefault(place.chain.paragraph, []).append(place)
    speaker = {(each.paragraph, each.start): each.speaker for each in speeches if each.odds >= _SURE}
    speakers = _speakers(speeches)
    named = Named(places, genders, speakers)
    called: dict[int | None, str] = {}
    called.update((person, name) for person, name in (shown or {}).items())
    found: dict[int, list[Attribute]] = {}
    unowned: list[_Owned] = []
    for index, analysis in enumerate(analyses):
        for claim in claims(analysis):
            owned = _placed(claim, index, analysis)
            if claim.owner.lower() == "the":
                unowned.append(owned)
                continue
            owner = _owner(owned, analyses, named, speaker, narrator)
            if owner is not None:
                other = _other(claim, index, named)
                if other == owner or _misfits(claim, other, genders):
                    continue
                found.setdefault(owner, []).append(_in_full(owned.attribute, claim, called.get(other)))
                if other is not None and owner in called:
                    found.setdefault(other, []).append(_turned(owned.attribute, claim, called[owner]))
    _give_things(unowned, found, named)
    return {person: _once(some) for person, some in found.items()}


def _other(claim: Claim, index: int, named: Named) -> int | None:
    """To whom a tie is, if it is somebody of the cast."""
    here = named.places.get(index, ()) if claim.other >= 0 else ()
    return next((each.person for each in here if each.chain.start <= claim.other < each.chain.end), None)


def _misfits(claim: Claim, other: int | None, genders: Mapping[int, str | None]) -> bool:
    """Whether a word of kinship cannot be said of whoever stands beside it: "Mr. Blunt, my daughter …"."""
    told = tables().kin.get(_noun(claim).split()[-1]) if claim.other >= 0 and _noun(claim) else None
    gender = genders.get(other) if other is not None else None
    return None not in (told, gender) and told != gender


def _in_full(told: Attribute, claim: Claim, name: str | None) -> Attribute:
    """What somebody is to another by the name under which that other is entered: "student Rock Lee"."""
    return replace(told, value=f"{_noun(claim)} {name}") if told.attribute == "relation" and name else told


def _noun(claim: Claim) -> str:
    return " ".join(each for each in claim.value.split() if each[0].islower())


def _turned(told: Attribute, claim: Claim, owner: str) -> Attribute:
    """A tie as the other has it: of Tom, who is Anna’s brother, "Anna’s brother"."""
    return replace(told, attribute="relation", value=f"{possessive(owner)} {_noun(claim)}")


def _once(told: Sequence[Attribute]) -> list[Attribute]:
    """Ranks told by the title again and again are kept where they change."""
    kept: list[Attribute] = []
    rank = ""
    for each in sorted(told, key=lambda one: (one.paragraph, one.start)):
        if each.attribute == "rank":
            if each.value == rank:
                continue
            rank = each.value
        kept.append(each)
    return kept


def _speakers(speeches: Sequence[Speech]) -> dict[int, frozenset[int | None]]:
    """Who speaks in each paragraph; None is somebody unknown."""
    found: dict[int, set[int | None]] = {}
    for speech in speeches:
        found.setdefault(speech.paragraph, set()).add(speech.speaker)
    return {index: frozenset(each) for index, each in found.items()}


def _placed(claim: Claim, index: int, analysis: Analysis) -> _Owned:
    speech = analysis.zone(claim.at) is not Zone.NARRATION
    named = claim.owner.lower().rstrip("’'s") not in ("hi", "he", "she", "her", "my", "i", "mine")
    attribute = Attribute(claim.kind, claim.value, index, claim.start, claim.end, speech, named)
    return _Owned(claim.owner, claim.at, attribute)


def _give_things(unowned: Sequence[_Owned], found: dict[int, list[Attribute]], named: Named) -> None:
    """"The green van" is the van of the one person who has one, where that person is named or speaks."""
    owners: dict[str, Counter[int]] = {}
    for person, attributes_ in found.items():
        for each in attributes_:
            if each.attribute in ("car", "animal"):
                owners.setdefault(each.value.split()[-1], Counter())[person] += 1
    for owned in unowned:
        who = owners.get(owned.attribute.value.split()[-1], Counter())
        if len(who) != 1:
            continue
        person = next(iter(who))
        here = owned.attribute.paragraph
        if person in {each.person for each in named.places.get(here, ())} | named.speakers.get(here, frozenset()):
            found[person].append(owned.attribute)
            found[person].sort(key=lambda each: (each.paragraph, each.start))


_PLAIN = {"hers": "her", "mine": "my"}


def _owner(
    owned: _Owned, analyses: Sequence[Analysis], named: Named, speaker: Mapping[tuple[int, int], int | None],
    narrator: int | None,
) -> int | None:
    """Whose it is: the name itself, the narrator or speaker for "my", for another pronoun the person it means."""
    word, index = _PLAIN.get(owned.owner.lower(), owned.owner.lower()), owned.attribute.paragraph
    analysis = analyses[index]
    zone = analysis.zone(owned.at)
    if word in ("my", "i"):
        if zone is Zone.NARRATION:
            return narrator
        speech = next((each for each in analysis.speeches() if each.start <= owned.at < each.end), None)
        return speaker.get((index, speech.start)) if speech else None
    if word not in ("his", "her", "he", "she"):
        here = named.places.get(index, ())
        return next((each.person for each in here if each.chain.start <= owned.at < each.chain.end), None)
    if zone is not Zone.NARRATION:
        return None
    return antecedent(index, owned.at, "he" if word in ("his", "he") else "she", analyses, named)
