# SPDX-License-Identifier: GPL-3.0-or-later
"""Which noun goes with which adjective, and which adjective with which adverb: *silent*, *silence*, *silently*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from redraft.checks.rules.spelling.lexicon import lexicon

_USED = 7
"""The level (log2 of a count in 15 million words) from which a word takes part."""
_ENDINGS = (("ent", "ence"), ("ant", "ance"), ("", "ness"), ("y", "iness"))
"""Endings of an adjective and of its noun."""
_MADE = ("ous", "ful")
"""Endings that make a noun an adjective."""
_PAIRS = (
    "angry/anger dead/death strong/strength long/length proud/pride deep/depth wide/width high/height true/truth"
    " young/youth warm/warmth wise/wisdom free/freedom safe/safety honest/honesty cruel/cruelty poor/poverty"
    " certain/certainty bored/boredom curious/curiosity anxious/anxiety jealous/jealousy brave/bravery hungry/hunger"
    " thirsty/thirst beautiful/beauty difficult/difficulty successful/success relieved/relief lost/loss believe/belief"
    " disbelieve/disbelief advise/advice relieve/relief grieve/grief prove/proof choose/choice arrive/arrival"
    " refuse/refusal deny/denial survive/survival approve/approval marry/marriage decide/decision confuse/confusion"
    " fail/failure weigh/weight hate/hatred"
)
"""Pairs that no ending tells: an adjective or a verb, and the noun."""
_NEVER = frozenset("ware evens hand mouth event content resident parent current instant spoon arm present".split())
"""Words that their endings would put into families they have nothing to do with."""


@dataclass(frozen=True, slots=True)
class Kin:
    """``nouns``: of an adjective or verb; ``adjectives``: of a noun; ``plain``: the adjective of an adverb."""

    nouns: Mapping[str, tuple[str, ...]]
    adjectives: Mapping[str, tuple[str, ...]]
    plain: Mapping[str, tuple[str, ...]]


@cache
def kin() -> Kin:
    """The families, from the lexicon; made once."""
    nouns: dict[str, list[str]] = defaultdict(list)
    adjectives: dict[str, list[str]] = defaultdict(list)
    plain: dict[str, list[str]] = defaultdict(list)
    for each in _PAIRS.split():
        one, noun = each.split("/")
        nouns[one].append(noun)
        adjectives[noun].append(one)
    for word in _common():
        for ending, other in _ENDINGS:
            if word.endswith(ending) and _is_used(noun := word[: len(word) - len(ending)] + other):
                nouns[word].append(noun)
                if not noun.endswith("ness"):  # nobody writes that he was sadness
                    adjectives[noun].append(word)
        for made in (word + ending for ending in _MADE):
            if _is_used(made):
                adjectives[word].append(made)
        if word.endswith("ly"):
            stem = word[:-3] + "y" if word.endswith("ily") else word[:-2]
            plain[word] += [stem] if _is_used(stem) else []
    return Kin(_frozen(nouns), _frozen(adjectives), _frozen(plain))


def _frozen(found: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items() if others}


def _common() -> list[str]:
    known = lexicon().levels.items()
    return [word for word, level in known if level >= _USED and len(word) > 3 and word not in _NEVER]


def _is_used(word: str) -> bool:
    return lexicon().level(word) >= _USED and len(word) > 2 and word not in _NEVER
