# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words with a capital name a person of this story, which a place, which neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from redraft.characters.chains import Chain, all_chains
from redraft.characters.descriptions import NOUNS
from redraft.characters.evidence import Evidence, gather, given
from redraft.characters.once import once
from redraft.characters.tables import tables
from redraft.characters.vocabulary import Vocabulary, vocabulary
from redraft.language.analysis import Analysis

Key = tuple[str, ...]


class NameKind(StrEnum):
    """What a name names. ``OTHER``: a people, a thing, a title, a word held up by a capital."""

    PERSON = "person"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True)
class Names:
    """The possible names of a story: every occurrence, the evidence on each, and what it names."""

    words: Vocabulary
    chains: tuple[Chain, ...]
    evidence: Mapping[Key, Evidence]
    kinds: Mapping[Key, NameKind]

    def persons(self) -> list[Key]:
        """The names of persons, the most frequent first."""
        found = [key for key, kind in self.kinds.items() if kind is NameKind.PERSON]
        return sorted(found, key=lambda key: -self.evidence[key].count)


def find_names(analyses: Sequence[Analysis]) -> Names:
    """The names of a story. Headings (lines of capitalised words without an end) are not read."""
    words = vocabulary(analyses)
    found = all_chains({index: each for index, each in enumerate(analyses) if not _is_heading(each)}, words)
    evidence = gather(analyses, found)
    kinds = _kinds(evidence, words)
    return Names(words, tuple(found), evidence, kinds)


def story_names(analyses: Sequence[Analysis]) -> frozenset[str]:
    """Every word of a proper name in the story, as written: what a spell checker must not mark.

    A word counts when it stands with a capital in mid-sentence, or in a name of a person.
    """
    return proper_words(find_names(analyses))


def proper_words(names: Names) -> frozenset[str]:
    """The words of :func:`story_names`, from names already found."""
    found: set[str] = set()
    for key, evidence in names.evidence.items():
        person = names.kinds[key] is NameKind.PERSON
        for word in key:
            if person or (evidence.middle and names.words.is_proper(word)):
                found.update((word, *word.split("-")))
    return frozenset(each for each in found if each[:1].isupper())


@once
def _is_heading(analysis: Analysis) -> bool:
    return is_heading(analysis.text)


def is_heading(text: str) -> bool:
    """Whether a paragraph is a heading or title by its looks: short, unended, its long words with capitals."""
    stripped = text.strip("#*_ \t“”\"")
    if text.startswith("#"):
        return True
    if len(stripped) > 90 or stripped[-1:] in ".!?…,;—":
        return False
    long = [each for each in stripped.split() if len(each) > 3 and each[0].isalpha()]
    return bool(long) and "“" not in text and all(each[0].isupper() for each in long)


def _kinds(evidence: Mapping[Key, Evidence], words: Vocabulary) -> dict[Key, NameKind]:
    """What each name names; names that share a word support one another."""
    scores = {key: _score(key, evidence, words) for key in evidence}
    shared: dict[str, float] = {}
    for key, score in scores.items():
        for word in key:
            shared[word] = max(shared.get(word, score), score) if len(key) > 1 else shared.get(word, -9.0)
    kinds: dict[Key, NameKind] = {}
    for key, score in scores.items():
        if len(key) > 1 and _fits(key, evidence):
            score += sum(_kinship(scores.get((word,), -9.0)) for word in (key[0], key[-1]))
        elif len(key) == 1:
            score += _kinship(shared[key[0]])
        seen = evidence[key]
        few = len(key) == 1 and seen.count <= 3 and not (seen.says or seen.titled or given(key[0]))
        kinds[key] = NameKind.PERSON if score >= (_BAR_FOR_FEW if few else _BAR) else _otherwise(key, seen)
    return kinds


def _fits(key: Key, evidence: Mapping[Key, Evidence]) -> bool:
    """Whether a longer name can be a person's because a part of it is: not "the Anko Street affair"."""
    table = tables()
    small = any(each in table.never and not given(each) and each not in table.place_ends for each in key)
    return not _ends_as_place(key, evidence) and not small and evidence[key].determined * 2 <= evidence[key].count


def _kinship(relative: float) -> float:
    """What a longer or shorter form of the name adds to its score."""
    if relative >= 3.5:
        return 3.5
    return 2.0 if relative >= 2.0 else 0.7 if relative >= 0.5 else 0.0


def _otherwise(key: Key, seen: Evidence) -> NameKind:
    table = tables()
    placed = seen.placed * 3 >= seen.count or key[-1] in table.place_ends or any(each in table.places for each in key)
    return NameKind.PLACE if placed else NameKind.OTHER


_BAR = 0.0
_BAR_FOR_FEW = 1.0
_SIGN = 2.2
_NO_SIGN = -0.3
_NO_SIGN_FULL = -0.06
_COUNTER = -2.2
_ENOUGH = 0.5
"""Logarithms of how much likelier an occurrence is of a person than of something else: persons show themselves in
about every third occurrence, places and things in about every thirtieth. Full names introduce, and show less."""


def _score(key: Key, evidence: Mapping[Key, Evidence], words: Vocabulary) -> float:
    """How much speaks for a person: signs in the occurrences, then the tables and the tagger's own opinion."""
    seen = evidence[key]
    signs = min(seen.human, float(seen.count))
    against = min(seen.against, float(seen.count))
    silent = _NO_SIGN if len(key) == 1 else _NO_SIGN_FULL
    score = _SIGN * signs + silent * max(0.0, seen.count - 0.5 * seen.owns - signs) + _COUNTER * against
    score = max(-6.0, min(6.0, score)) - 1.0
    if _shows_enough(seen) or _is_given_alone(key, seen, words):
        score = max(score, _ENOUGH)
    votes = seen.person_votes + seen.other_votes
    score += 1.5 * (seen.person_votes - seen.other_votes) / max(2, votes) if votes else 0.0
    return score + _by_tables(key, evidence) + _by_case(key, seen, words) - 4.0 * _is_role(key, seen)


def _shows_enough(seen: Evidence) -> bool:
    """Whether one who is mostly spoken of ("Robert is dead") shows a person often enough, with little against it."""
    enough = seen.human >= max(3.0, 0.12 * seen.count) and seen.shown + seen.vocative >= 2
    return enough and seen.against <= 0.5 * seen.human


def _is_given_alone(key: Key, seen: Evidence, words: Vocabulary) -> bool:
    """Whether it is a given name, and no word of the story's nor a month, against which next to nothing speaks."""
    if len(key) > 1 or not given(key[0]) or key[0] in tables().calendar or not words.is_proper(key[0]):
        return False
    return seen.middle > 0 and seen.against <= 0.12 * seen.count


def _by_tables(key: Key, evidence: Mapping[Key, Evidence]) -> float:
    table, seen, score = tables(), evidence[key], 0.0
    if given(key[0]) or (len(key) > 1 and given(key[-1])):
        score += 1.5 + 0.7 * (len(key) > 1 and key[0] in table.given)
    score -= 6.0 * (key[-1] in _SURELY_PLACES)
    if seen.titled or seen.honoured:
        return score
    if len(key) == 1:
        score -= 6.0 * (seen.cried and score == 0.0) + 3.0 * (len(key[0].rstrip(".")) == 1)
    score -= 3.0 * (len(key) > 1 and seen.cried and score == 0.0) + 6.0 * _is_group(key)
    score -= 3.0 * _ends_as_place(key, evidence) + 3.0 * any(each in table.places for each in key)
    score -= 2.0 * (len(key) == 1 and key[0] in table.never and given(key[0]))
    score -= 5.0 * (len(key) > 1 and key[0].rstrip(".") in _SAINTS)
    return score - 3.0 * any(each in table.never and not given(each) and each not in table.place_ends for each in key)


_SAINTS = frozenset("St Saint Ste San Santa Sankt".split())


def _is_group(key: Key) -> bool:
    """Whether it is a people, a creed, a firm or a part: "Danes", "Mormonism", "Balderson Ltd", "Act II"."""
    word, peoples = key[-1], tables().peoples
    people = word.endswith("s") and (word[:-1] in peoples or word[:-1] + "y" in peoples)
    if len(key) > 1 and key[0] in _PARTS:
        return True
    return people or word.removesuffix("ism") in peoples - {word} or word.rstrip(".") in _FIRMS


_PARTS = frozenset("Act Scene Part Book Chapter Volume Number".split())
_FIRMS = frozenset("Ltd Inc Co Bros Limited Incorporated Esquire".split())


def _is_role(key: Key, seen: Evidence) -> bool:
    """"the Young Man": a description that the story writes with capitals."""
    return key[-1].lower() in NOUNS and not (seen.titled or seen.honoured or given(key[-1]))


def _ends_as_place(key: Key, evidence: Mapping[Key, Evidence]) -> bool:
    """Whether it ends as names of places and things do ("Elm Park"); not Miss Park's name, nor Bill's."""
    if len(key) > 1 and (key[-1] in _SURELY_PLACES or key[0] in _HEADS_OF_PLACES):
        return True
    last = evidence.get((key[-1],))
    borne = last is not None and last.titled > 0
    return key[-1] in tables().place_ends and not borne and not given(key[0])


_SURELY_PLACES = frozenset(
    "Street Road Avenue Square Inn Hotel Station School College University Hospital Theatre Theater Mansions Buildings "
    "Chambers Terrace Boulevard Crescent Island Islands Bridge Cathedral Chapel County Town City Harbour Harbor Priory "
    "Priors Villa Villas Estate Block Lodge Yard Heights Addition Canyon Creek Headquarters".split()
)
"""Last words that make a place or a thing of a given name too ("Russell Square")."""
_HEADS_OF_PLACES = frozenset("Port Fort Mount Lake Cape Camp Castle Chateau Château Villa Hotel".split())


def _by_case(key: Key, seen: Evidence, words: Vocabulary) -> float:
    """Names seen only where a capital is due are doubtful, and so are words the story also writes small."""
    score = 0.0
    if seen.middle == 0 and len(key) == 1 and not any(given(each) for each in key):
        score -= 0.5 if seen.count > 2 or seen.titled or seen.honoured else 4.0
    if len(key) == 1 and not words.is_proper(key[0]) and words.lower[key[0].lower()] > words.capital[key[0]]:
        score -= 2.0
    return score
