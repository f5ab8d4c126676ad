# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an adjective of two words without its hyphen before a noun: ice cold water, a never ending stair.

Why a reader minds: without the hyphen each word is read alone, and the reader has to go back and tie them.

When to leave it: behind the noun (the water was ice cold), and where the house style writes them apart.

Example: the ice cold water → the ice-cold water
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.lexicon import words
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.story import Passage
from redraft.language.analysis import Token
from redraft.places import resource

_LED = words("a an the his her my their our its your this that these those some another no every each any")
_FEATURES = words(
    "eyed haired headed hearted faced skinned legged shouldered minded tempered footed lipped sized shaped cheeked"
    " nosed fingered sighted blooded natured throated bodied necked chested voiced browed jawed"
)
"""Second words that with nearly any adjective or noun before them are one adjective."""
_LISTED = {
    "up": "beat made grown dressed washed pent messed", "down": "run broken worn watered upside", "called": "so",
    "off": "far", "out": "worn burned", "ending": "never", "minute": "last", "length": "knee floor full waist",
    "fashion": "old", "aged": "middle", "threatening": "life", "room": "one two", "grown": "full half",
    "known": "well little", "toothed": "sharp gap buck", "running": "long", "lasting": "long",
    "wide": "world", "hand": "second",
    "class": "first second",
    "level": "eye high low", "tech": "high low", "quality": "high low", "speed": "high full", "end": "high low dead",
    "term": "long short", "time": "full part real", "stakes": "high", "profile": "high low", "ranking": "high low",
}  # fmt: skip
_EX = re.compile(
    r"(?<![\w'-])ex (wife|husband|boyfriend|girlfriend|soldier|lover|partner|cop|marine|fianc[eé]e?"
    r"|best friend)s?\b"
)
_PARTICLES = words("up down off out")


@check(
    id="attributive-hyphen", name="Adjective of two words without its hyphen", category="hyphenation", weight=0.62,
    examples=(
        Fires("The ⟦ice cold⟧ water took his breath away.", "ice-cold"),
        Fires("It was a ⟦never ending⟧ staircase.", "never-ending"),
        Fires("She gave him a ⟦good natured⟧ shove.", "good-natured"),
        Fires("The ⟦sharp toothed⟧ creature crept closer.", "sharp-toothed"),
        Fires("They drove a ⟦beat up⟧ truck.", "beat-up"),
        Fires("His ⟦ex wife⟧ lived two streets away.", "ex-wife"),
        Quiet("The ice-cold water took his breath away, and the water was ice cold."),
        Quiet("The road was never ending, and he beat up a man."),
        Quiet("The boy in green eyed the good looking for him."),
        Quiet("She had a good time, and it was the first time he came."),
        Quiet("The dark room held the little bearded man and a small winged horse."),
        Quiet("He saw the ice, cold hands and all."),
    ),
)
def attributive(passage: Passage) -> Iterator[Found]:
    """Pairs that novels tie, and pairs with "-haired" and the like, between an article and a noun."""
    tokens = passage.analysis.tokens
    for index in range(1, len(tokens) - 2):
        one, two = tokens[index], tokens[index + 1]
        if two.start == one.end + 1 and _pair(one, two) and _stands_before_noun(tokens, index):
            yield _found(passage, one.start, two.end)
    for match in _EX.finditer(passage.lower):
        yield _found(passage, match.start(), match.start() + 3 + len(match.group(1).split()[0]))


def _pair(one: Token, two: Token) -> bool:
    """Whether the two are tied as one adjective."""
    first, second = one.lower, two.lower
    if first in compounds().get(second, ()) or first in _LISTED.get(second, "").split():
        return True
    feature = second in _FEATURES and one.tag in ("JJ", "NN") and two.tag in ("JJ", "VBN", "VBD", "NN")
    return feature and lexicon().level(first) >= 6 and first not in _LED


def _stands_before_noun(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether an article or possessive stands before the two, and behind them the noun that they go with."""
    before, two, noun = tokens[index - 1], tokens[index + 1], tokens[index + 2]
    if before.lower not in _LED and before.tag not in ("PRP$", "POS"):
        return False
    if noun.start != two.end + 1 or noun.tag not in ("NN", "NNS"):
        return False
    if two.tag in ("VBD", "VBZ", "VBP", "MD") and two.dep in ("ROOT", "ccomp", "relcl", "conj", "advcl"):
        return False
    bound = (index + 2, index + 1)
    return two.head in bound or two.lower in _PARTICLES or tokens[index].head in bound


def _found(passage: Passage, start: int, end: int) -> Found:
    fix = passage.text[start:end].replace(" ", "-")
    return Found(start, end, f"Before the noun these words are one, and take a hyphen: “{fix}”.", (fix,))


@cache
def compounds() -> Mapping[str, frozenset[str]]:
    """The first words that novels tie to each second word; empty where the list is missing."""
    try:
        text = resource("words", "compounds.txt").read_text(encoding="utf-8")
    except OSError:
        return {}
    rows = (line.partition(": ") for line in text.splitlines() if line and not line.startswith("#"))
    return {second: frozenset(firsts.split()) for second, _, firsts in rows}
