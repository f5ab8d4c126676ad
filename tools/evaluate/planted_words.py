# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors of spelling, joined and split words, hyphens, capitals and spaces, put into clean paragraphs of novels."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import partial

from redraft.checks.rules.spelling.lexicon import lexicon
from tools.evaluate.slips import SLIPS, people_write

Made = tuple[int, int, str]
"""Start and end of the changed stretch in the clean text, and what stands there instead."""

Planter = Callable[[str, random.Random], Made | None]

_USED = 4
"""A slip that makes a word of this level or more (16 times in 15 million words) is a confusion, no misspelling."""
_TRIES = 12
_PLAIN = re.compile(r"(?<![\w’'*-])[a-z]{4,}(?![\w’'*-])")
_SHORT = re.compile(r"(?<![\w’'*-])[a-z]{2,3}(?![\w’'*-])")
_OPENER = re.compile(r"(?:(?<=[.!?] )|(?<=^)|(?<=[.!?]” )|(?<=“))[A-Z][a-z]{3,}(?![\w’'*-])(?= [a-z])")
_HYPHENED = re.compile(r"(?<=[a-z]-)[a-z]{4,}(?![\w’'*-])|(?<![\w’'*-])[a-z]{4,}(?=-[a-z])")
_POSSESSIVE = re.compile(r"(?<![\w’'*-])[a-z]{4,}(?=’s\b)")
_ANY = re.compile(r"(?<![\w’'-])[A-Za-z]+(?![\w’'-])")
_INFLECTED = re.compile(r"(?<![\w’'*-])[a-z]{4,}(?:ed|ing|ly|ies|ness|ment|tion)(?![\w’'*-])")


def _misspelt(pattern: re.Pattern[str], kinds: tuple[str, ...], text: str, chance: random.Random) -> Made | None:
    found = list(pattern.finditer(text))
    for _ in range(_TRIES if found else 0):
        match = chance.choice(found)
        word = match.group()
        lower = word.lower()
        if lexicon().level(lower) < _USED:
            continue
        wrong = SLIPS[chance.choice(kinds)](lower, chance)
        if wrong is not None and wrong != lower and lexicon().level(wrong) < _USED:
            return match.start(), match.end(), wrong.capitalize() if word[0].isupper() else wrong
    return None


def _as_people_do(half: str, text: str, chance: random.Random) -> Made | None:
    table = people_write(half)
    found = [match for match in _ANY.finditer(text) if match.group().lower() in table]
    if not found:
        return None
    match = chance.choice(found)
    wrong = chance.choice(table[match.group().lower()])
    return match.start(), match.end(), wrong.capitalize() if match.group()[0].isupper() else wrong


def _swap(pattern: str, replace: str | Callable[[re.Match[str]], str], flags: int = 0) -> Planter:
    compiled = re.compile(pattern, flags)

    def make(text: str, chance: random.Random) -> Made | None:
        found = list(compiled.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        return match.start(), match.end(), match.expand(replace) if isinstance(replace, str) else replace(match)

    return make


def _named(match: re.Match[str]) -> str:
    return match.group().lower()


def _raised(match: re.Match[str]) -> str:
    return match.group().capitalize()


_KEYS = ("near key", "extra key", "dropped", "transposed")
_ALL = tuple(SLIPS)
_ONE_WORD = (
    r"\b(some|any|every|no)(one|body|thing|where)\b|\b(him|her|my|it|your)(self)\b|\b(them|our)(selves)\b"
    r"|\b(in|out)(side)\b|\b(up|down)(stairs)\b|\b(with)(out|in)\b|\b(after)(noon)\b|\b(be)(fore|hind|side|cause|came)\b"
    r"|\b(to)(day|night|morrow|gether|wards?)\b|\b(al)(ready|ways|though|most|so)\b|\b(mean)(while|time)\b"
    r"|\b(may)(be)\b|\b(any)(more)\b|\b(bed|bath|class)(room)\b|\b(grand)(mother|father)\b|\b(head)(ache)\b"
    r"|\b(under)(stand|neath|ground)\b|\b(over)(head|night)\b|\b(eye)(brows?|lids?)\b|\b(finger)(tips?|nails?)\b"
)

KINDS: dict[str, Planter] = {
    "spelling: keys": partial(_misspelt, _PLAIN, _KEYS),
    "spelling: doubled or halved": partial(_misspelt, _PLAIN, ("doubled", "halved")),
    "spelling: by ear": partial(_misspelt, _PLAIN, ("by ear",)),
    "spelling: as people do": partial(_as_people_do, "measure"),
    "spelling: inflected": partial(_misspelt, _INFLECTED, _ALL),
    "spelling: sentence opener": partial(_misspelt, _OPENER, _ALL),
    "spelling: in a compound": partial(_misspelt, _HYPHENED, _ALL),
    "spelling: possessive": partial(_misspelt, _POSSESSIVE, _ALL),
    "spelling: short word": partial(_misspelt, _SHORT, ("near key", "transposed", "doubled")),
    "joined: two small words": _swap(
        r"(?<![\w’'-])(?:a lot|each other|in front|of the|in the|as well|at least|all right|to the|on the|no one"
        r"|in case|and the|at all|even though|high school|thank you|it was|he was|for the)(?![\w’'-])",
        lambda m: m.group().replace(" ", "")),
    "split: closed word": _swap(_ONE_WORD, lambda m: " ".join(each for each in m.groups() if each)),
    "split: into, onto": _swap(r"(?<=[a-z] )(in|on)to (?=(?:the|a|his|her|my) )", r"\1 to "),
    "joined: every day, a while": _swap(r"(?<=[a-z] )every day(?=[.,])|(?<=for )a while\b|(?<=it )may be(?= [a-z])",
                                        lambda m: m.group().replace(" ", "")),
    "hyphen: number": _swap(r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?=[a-z])", r"\1 "),
    "hyphen: before a noun": _swap(
        r"(?<=\b(?:a|e) )((?:[a-z]+))-((?:[a-z]+)(?:ed|ing|known|made|worn|built|old|long|class|sized?))(?= [a-z]{3,})",
        r"\1 \2"),
    "hyphen: age": _swap(r"\b([a-z]+)-year-old\b", r"\1 year old"),
    "hyphen: behind -ly": _swap(r"(?<=\ba )([a-z]{3,}ly) (?=[a-z]+ed [a-z]{3,})", r"\1-"),
    "hyphen: kin": _swap(r"\b(mother|father|brother|sister|son|daughter)-in-law\b", r"\1 in law"),
    "capital: sentence": _swap(r"(?<=[a-z]{3}\. )[A-Z](?=[a-z]+ [a-z])", _named),
    "capital: I": _swap(r"(?<=[a-z,] )I(?= [a-z]|’[a-z])", "i"),
    "capital: calendar": _swap(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|July|August"
                               r"|September|October|November|December|Christmas|Easter)\b", _named),
    "capital: people": _swap(r"(?<=[a-z] )(?:English|French|German|American|Italian|Spanish|Russian|Chinese|Indian"
                             r"|Irish|British|London|Paris|Europe|America|England|France)\b", _named),
    "capital: title": _swap(
        r"(?<=[a-z,] )(?:Mrs?|Miss|Dr|Captain|Doctor|Professor|Inspector|Uncle|Aunt)\b(?=\.? [A-Z])", _named),
    "capital: kin as name": _swap(
        r"(?<=[a-z,] )(?:Mother|Father|Mamma|Papa|Mum|Mom|Dad|Mama)(?= (?:said|was|had|and|is)\b|[.,?!])", _named),
    "capital: kin with my": _swap(r"(?<=\b(?:my|er|is) )(?:mother|father|brother|sister|aunt|uncle)\b", _raised),
    "capital: stray": _swap(
        r"(?<=\bthe )(?:door|house|room|window|street|car|table|man|woman|girl|boy|floor|night)\b(?= [a-z])", _raised),
    "space: behind a stop": _swap(r"(?<=[a-z]{3})\. (?=[A-Z][a-z])", "."),
    "space: behind a comma": _swap(r"(?<=[a-z]{3}), (?=[a-z]{2})", ","),
    "space: before a mark": _swap(r"(?<=[a-z]{2})([,.?!;])(?= )", r" \1"),
    "space: in a word": _swap(r"(?<=[a-z]) (?=[a-z]{3,} [a-z])", "  "),
}  # fmt: skip
"""The kinds, by name; each makes its error somewhere in a clean paragraph, or says that it finds no place for it."""
