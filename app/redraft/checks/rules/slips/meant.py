# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words may have been meant by another: those a letter away, and its kin (*silent* for *silence*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from redraft.checks.rules.spelling.distance import distance
from redraft.checks.rules.spelling.lexicon import lexicon

_USED = 6
"""The level (log2 of a count in 15 million words) from which a word is taken for meant."""
_FARTHEST = 1.6
_KIN = 1.3
"""What it costs, in slips, to take a word for another of its family."""
_ENDINGS = (
    "", "s", "es", "d", "ed", "ing", "ly", "y", "e", "er", "ness", "ful", "ous", "ence", "ent", "ance", "ant", "ion",
    "en", "al", "th", "t", "ment", "ive", "le", "ble", "able",
)  # fmt: skip
_ENDINGS_FOR_Y = ("ied", "ier", "iness", "ily")
_SHORTEST_STEM = 3
_FAMILIES = (
    "angry/anger", "dead/death/die", "lose/loss/lost", "believe/belief", "disbelieve/disbelief", "strong/strength",
    "long/length", "proud/pride", "hot/heat", "deep/depth", "wide/width", "high/height", "live/life/alive",
    "choose/choice", "succeed/success", "true/truth", "young/youth", "warm/warmth", "wise/wisdom", "know/knowledge",
    "think/thought", "speak/speech", "fly/flight", "sing/song", "sell/sale", "grow/growth", "hate/hatred",
    "laugh/laughter", "beauty/beautiful", "difficult/difficulty", "relief/relieve/relieved", "grief/grieve",
    "proof/prove", "fright/frighten/frightened", "weigh/weight", "hungry/hunger", "thirsty/thirst",
    "to/of/in/on/at/for/from/by/with/into/onto/about", "he/him/his", "she/her/hers", "they/them/their/theirs",
    "we/us/our/ours", "you/your/yours", "who/whom/whose/which", "this/these", "that/those", "much/many", "less/fewer",
    "is/are", "was/were", "has/have", "do/does",
)  # fmt: skip
"""Kin that no ending tells, and small words that do one work."""


@lru_cache(maxsize=20_000)
def meant_by(word: str) -> Mapping[str, float]:
    """The words that a lower-case word may stand for, and how many slips lead from one to the other."""
    found = {each: slips for each in _near(word) if (slips := distance(word, each, _FARTHEST)) <= _FARTHEST}
    for each in _kin(word):
        if each != word and lexicon().level(each) >= _USED:
            found.setdefault(each, _KIN)
    return found


def is_inflection(one: str, other: str) -> bool:
    """Whether the two differ by a plural's or a verb's s alone."""
    short, long = sorted((one, other), key=len)
    return long in (f"{short}s", f"{short}es") or (short.endswith("y") and long == f"{short[:-1]}ies")


def _near(word: str) -> set[str]:
    """Words that a letter dropped here or there makes alike: one slip away, swapped letters among them."""
    by_rest = _by_rest()
    alike = {each for rest in _rests(word) for each in by_rest.get(rest, ())}
    return {each for each in alike if each != word and abs(len(each) - len(word)) < 2}


def _kin(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            stem = word.removesuffix(ending)
            yield from (stem + each for each in _ENDINGS)
            if stem.endswith("i"):
                yield stem[:-1] + "y"
    if word.endswith("y"):
        yield from (word[:-1] + each for each in _ENDINGS_FOR_Y)
    yield from _families().get(word, ())


def _rests(word: str) -> set[str]:
    """The word, and what is left of it without each of its letters."""
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


@cache
def _by_rest() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word, level in lexicon().levels.items():
        if level >= _USED and word.isascii() and word.isalpha() and (len(word) > 1 or word in "ai"):
            for rest in _rests(word):
                found[rest].append(word)
    return found


@cache
def _families() -> Mapping[str, frozenset[str]]:
    sets = [frozenset(each.split("/")) for each in _FAMILIES]
    return {word: each - {word} for each in sets for word in each}
