# SPDX-License-Identifier: GPL-3.0-or-later
"""People without a name, told apart by what they are called: "the old man", "her sister", "the doctor".

A calling ("the doctor") is one person for the whole story; a plain noun ("the man") one for a scene, apart from others
of the noun by the adjectives that stay ("the old man", "the other man").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from redraft.characters.descriptions import CALLINGS, TITLES_OF, Description, descriptions, noun_gender
from redraft.characters.mentions import Place
from redraft.language.analysis import Analysis

NOWHERE: Mapping[int, Sequence[Place]] = {}

_LASTING = frozenset(
    "old young little tall short fat thin stout big other elder elderly younger older dark fair blind lame second "
    "first third bald bearded red-haired one-legged one-eyed".split()
)
"""Adjectives that tell one person from another through a scene; others are passing."""
_LATELY = 25
"""Paragraphs within which "the captain" is the captain named last of several."""
_FAR = 4
"""How many times oftener one captain is named than the next to be "the captain" where none was named of late."""
_STANDING = 6
"""How often an adjective stands with a noun to be part of what somebody is called."""
_PASSING = frozenset("same only whole poor dear good new late last next own very first second other little".split())


@dataclass
class Stranger:
    """Somebody without a name: a number below zero, the noun, the adjectives that tell them apart, and how they are
    called in full ("the old man") the first time with a definite article."""

    number: int
    noun: str
    adjectives: frozenset[str]
    name: str
    scene: int
    named: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Described:
    """A description in a paragraph's narration with whom it means: a stranger's number, or a person's index."""

    start: int
    end: int
    first: int
    last: int
    noun: str
    person: int
    plain: bool


@dataclass
class Strangers:
    """Everybody described in a story. ``titles``: the titles that named persons bear, by index."""

    titles: Mapping[int, frozenset[str]] = field(default_factory=dict)
    known: list[Stranger] = field(default_factory=list)
    standing: set[tuple[str, str]] = field(default_factory=set)
    _last: dict[int, int] = field(default_factory=dict)
    _often: Counter[int] = field(default_factory=Counter)
    _latest: dict[tuple[int, str], list[Stranger]] = field(default_factory=dict)

    def read(
        self, analyses: Sequence[Analysis], scene_of: Sequence[int], more: frozenset[str] = frozenset(),
        places: Mapping[int, Sequence[Place]] = NOWHERE,
    ) -> dict[int, list[Described]]:
        """The descriptions of every paragraph (by index), in order; ``more``: further nouns for people; ``places``:
        where persons are named, by paragraph."""
        every = [(index, each) for index, analysis in enumerate(analyses) for each in descriptions(analysis, more)]
        self._find_standing(analyses, every)
        found: dict[int, list[Described]] = {}
        self._often.update(place.person for here in places.values() for place in here if place.person is not None)
        read = 0
        for index, each in every:
            for paragraph in range(read, index + 1):
                self._last.update(
                    (place.person, paragraph) for place in places.get(paragraph, ()) if place.person is not None
                )
            read = index + 1
            found.setdefault(index, []).append(self._meant(each, analyses[index], index, scene_of[index]))
        return found

    def _find_standing(self, analyses: Sequence[Analysis], every: Sequence[tuple[int, Description]]) -> None:
        """Which adjectives a noun has again and again: "the invisible man" is one man through the story."""
        pairs = Counter(
            (token.lower, each.noun) for index, each in every if each.definite
            for token in analyses[index].tokens[each.first + 1 : each.last - 1]
        )
        self.standing = {pair for pair, times in pairs.items() if times >= _STANDING and pair[0] not in _PASSING}

    def gender(self, number: int) -> str | None:
        """The pronoun that the stranger's noun tells."""
        return noun_gender(self.get(number).noun)

    def get(self, number: int) -> Stranger:
        """The stranger of a number."""
        return self.known[-number - 1]

    def _meant(self, each: Description, analysis: Analysis, index: int, scene: int) -> Described:
        tokens = analysis.tokens[each.first : each.last]
        words = [token.lower for token in tokens]
        own = frozenset(
            token.lower for token in tokens[1:-1]
            if token.text[0].isupper() or (token.lower, each.noun) in self.standing
        )
        person = self._titled(each, words, index)
        if person is None:
            stranger = self._stranger(each, words, scene, own)
            stranger.count += 1
            if each.definite and not stranger.named and words[0] == "the":
                stranger.named = " ".join(
                    token.text for token in tokens[1:]
                    if token is tokens[-1] or token.lower in own or token.lower in _LASTING
                ).replace(" - ", "-")
            person = stranger.number
        return Described(each.start, each.end, each.first, each.last, each.noun, person, len(words) == 2)

    def _titled(self, each: Description, words: Sequence[str], index: int) -> int | None:
        """"The doctor" is the one person of that title in the story; of several the one named last, and of late, or
        the one who is named by far the oftenest."""
        if words[0] != "the":
            return None
        wanted = TITLES_OF.get(each.noun, CALLINGS & {each.noun})
        bearers = [person for person, titles in self.titles.items() if titles & wanted]
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        last = {person: self._last[person] for person in bearers if index - self._last.get(person, -_LATELY) < _LATELY}
        if last:
            latest = [person for person, paragraph in last.items() if paragraph == max(last.values())]
            return latest[0] if len(latest) == 1 else None
        first, second = sorted(bearers, key=lambda person: -self._often[person])[:2]
        return first if self._often[first] >= max(1, _FAR * self._often[second]) else None

    def _stranger(
        self, each: Description, words: Sequence[str], scene: int, own: frozenset[str],
    ) -> Stranger:
        story = (each.noun in CALLINGS or bool(own)) and words[0] not in _OWNERS
        key = (0 if story or words[0] == "my" else scene, each.noun if words[0] != "my" else "my " + each.noun)
        adjectives = _LASTING.intersection(words[1:-1]) | own
        before = self._latest.setdefault(key, [])
        if each.definite or story:
            for stranger in reversed(before):
                if adjectives <= stranger.adjectives or (not stranger.adjectives and not own):
                    stranger.adjectives |= adjectives
                    before.remove(stranger)
                    before.append(stranger)
                    return stranger
        kept = [word for word in words[1:-1] if word in adjectives]
        name = " ".join((words[0] if words[0] in _OWNERS else "the", *kept, words[-1]))
        made = Stranger(-len(self.known) - 1, each.noun, adjectives, name, scene)
        self.known.append(made)
        before.append(made)
        return made


_OWNERS = frozenset("his her my their our your".split())
