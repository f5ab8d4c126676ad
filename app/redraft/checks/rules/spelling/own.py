# SPDX-License-Identifier: GPL-3.0-or-later
"""What a story makes its own: its names, its invented words, its habit of joining words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from redraft.characters.tables import tables
from redraft.checks.rules.spelling.lexicon import Lexicon, lexicon
from redraft.checks.rules.spelling.shape import is_coined
from redraft.checks.story import StoryFacts

_OWN_TIMES, _OWN_CAPITALS = 6, 2
_OFTEN = 4
_HABIT = 12
_BARE = ("dont", "didnt", "isnt", "wasnt", "doesnt", "havent", "hadnt", "couldnt", "wouldnt", "arent", "aint", "wont")


@dataclass(frozen=True, slots=True)
class StoryWords:
    """``names``: words of names, in lower case; ``often``: words that no lexicon knows and the story uses often, and
    its frequent names, with their counts; ``joined``: such words put together of two, once each, in 1,000 words of the
    story; ``bare_negatives``: the story writes dont and isnt throughout, but has apostrophes elsewhere."""

    names: frozenset[str]
    often: Mapping[str, int]
    joined: float
    bare_negatives: bool


_latest: tuple[StoryFacts, StoryWords] | None = None


def story_words(story: StoryFacts) -> StoryWords:
    """The story's own words; kept for the story last asked about."""
    global _latest
    if _latest is None or _latest[0] is not story:
        _latest = (story, _gathered(story, lexicon()))
    return _latest[1]


def is_own(word: str, story: StoryFacts) -> bool:
    """Whether the story makes a lower-case ``word`` its own: by much use, as a name, or by the author's word."""
    stems = {word, word.removesuffix("'s"), word.removesuffix("s"), word.removesuffix("es")}
    if stems & story.own_words or stems & story_words(story).names:
        return True
    forms = {word} | {each for each in stems if lexicon().level(each) < 0}
    capitals = max(story.capital_counts.get(each, 0) for each in forms)
    return times(word, story) >= _OWN_TIMES or capitals >= _OWN_CAPITALS


def is_honorific(text: str, start: int, word: str) -> bool:
    """Whether the strange word at ``start`` follows a name with a hyphen, as -sensei and -dono do."""
    if not re.search(r"[A-Z][\w’']*-$", text[max(0, start - 30) : start]):
        return False
    return word.removesuffix("'s") in _honorifics()


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(part for each in tables().suffixes for part in each.split("-"))


def times(word: str, story: StoryFacts) -> int:
    """How often a strange word stands in the story, its plural and possessive with it."""
    forms = {word, word.removesuffix("'s"), word.removesuffix("s")}
    return sum(story.counts.get(each, 0) for each in forms if each == word or lexicon().level(each) < 0)


def _gathered(story: StoryFacts, known: Lexicon) -> StoryWords:
    strange = {word: number for word, number in story.counts.items()
               if word.isalpha() and not known.knows(word) and not known.knows(word.capitalize())}
    names = frozenset(each.lower() for each in story.names)
    often = {word: number for word, number in strange.items() if number >= _OFTEN}
    capitals = {word for word, number in story.capital_counts.items() if 3 * number >= story.counts.get(word, 0)}
    often |= {name: number for name in names | capitals if (number := story.counts.get(name, 0)) > _OFTEN}
    joined = sum(number == 1 and is_coined(word, known) for word, number in strange.items())
    return StoryWords(names, often, 1000 * joined / max(story.words, 2000), _bare_negatives(story.counts))


def _bare_negatives(counts: Mapping[str, int]) -> bool:
    bare = sum(counts.get(each, 0) for each in _BARE)
    full = sum(number for word, number in counts.items() if word.endswith("n't"))
    others = sum(number for word, number in counts.items() if "'" in word) - full
    return bare >= _HABIT and 20 * full < bare and others >= bare
