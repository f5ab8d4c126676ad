# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors put into clean paragraphs, one a paragraph, of kinds that drafts have; each knows its place and its cure."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_Made = tuple[int, int, str]
"""Start and end of the changed stretch in the clean text, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A paragraph with one error of a kind: the spoilt ``text``, the ``clean`` one, and the error's place in
    ``text``."""

    kind: str
    text: str
    clean: str
    start: int
    end: int


def _swap(pattern: str, replace: str | Callable[[re.Match[str]], str]) -> Callable[[str, random.Random], _Made | None]:
    """An error made where ``pattern`` matches, at one of its places by chance."""
    compiled = re.compile(pattern)

    def make(text: str, chance: random.Random) -> _Made | None:
        found = list(compiled.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        new = match.expand(replace) if isinstance(replace, str) else replace(match)
        return match.start(), match.end(), new

    return make


def _word_twice(match: re.Match[str]) -> str:
    return f"{match.group()} {match.group().lower()}"


KINDS: dict[str, Callable[[str, random.Random], _Made | None]] = {
    "dialogue: stop before tag": _swap(
        r",” (he|she|they) (said|asked|replied|whispered)\b(?=[.,])", lambda m: f".” {m[1].capitalize()} {m[2]}"
    ),
    "dialogue: capital tag": _swap(
        r"([?!]”) (he|she|they) (said|asked|cried)\b(?=[.,])", lambda m: f"{m[1]} {m[2].capitalize()} {m[3]}"
    ),
    "dialogue: no comma": _swap(r",(” (?:he|she|I|they) (?:said|asked|replied)\b(?=[.,]))", r"\1"),
    "dialogue: no end mark": _swap(r"(\w)\.”$", r"\1”"),
    "dialogue: never closed": _swap(r"([.!?])”$", r"\1"),
    "dialogue: action tag": _swap(
        r"\.” (He|She) (smiled|nodded|shrugged|looked|turned)\b", lambda m: f",” {m[1].lower()} {m[2]}"
    ),
    "doubled word": _swap(r"\b(?:the|and|of|to|a|was|he|she|in|it|his|with)\b(?= [a-z])", _word_twice),
    "article": _swap(r"\ban (?=[aeio][a-z])(?!one|uni)", "a "),
    "no space": _swap(r"(?<=[a-z]{3})\. (?=[A-Z][a-z])", "."),
    "its": _swap(r"\bits (?=[a-z]+ )", "it’s "),
    "contraction": _swap(r"\b(did|was|do|had|could|would)n’t\b", r"\1nt"),
    "tense": _swap(
        r"(?<=[hH]e )(walked|looked|turned|asked|seemed|opened|started|reached|pulled)\b", lambda m: m[1][:-2] + "s"
    ),
    "had went": _swap(
        r"\bhad (gone|seen|taken|begun|known|given)\b",
        lambda m: (
            "had "
            + {"gone": "went", "seen": "saw", "taken": "took", "begun": "began", "known": "knew", "given": "gave"}[m[1]]
        ),
    ),
    "could of": _swap(r"\b(could|would|should|must) have (?=been|had|[a-z]+ed\b)", r"\1 of "),
    "agreement": _swap(r"\b(they|They|we|We) were\b", r"\1 was"),
    "splice": _swap(r"(?<=[a-z]{3})\. (He|She|It|They) (?=[a-z]+ed |was |had )", lambda m: f", {m[1].lower()} "),
    "comma before but": _swap(r"(?<=[a-z]{3}), (?=but (?:he|she|it|they|the) )", " "),
    "comma after opening": _swap(r"((?:When|If|As) [a-z ]{15,40}), (?=he |she |they |it )", r"\1 "),
    "missing word": _swap(r"(?<=[a-z]) (?:of|to|the|a) (?=[a-z])", " "),
    "confused: than": _swap(r"(?<=[a-z] )than\b", "then"),
    "confused: there": _swap(r"\btheir (?=[a-z]+ )", "there "),
    "confused: your": _swap(r"\b([Yy])ou’re\b", r"\1our"),
    "confused: to": _swap(r"\btoo (?=[a-z]+ )", "to "),
    "hyphen": _swap(r"\b(twenty|thirty|forty|fifty|sixty)-(?=one|two|three|four|five|six|seven|eight|nine)", r"\1 "),
    "capital": _swap(r"(?<=[a-z]{3}\. )[A-Z](?=[a-z]+ [a-z])", lambda m: m.group().lower()),
    "end mark": _swap(r"(?<=[a-z]{3})\.$", ""),
    "address": _swap(r"(?<=“Yes), (?=sir|Mr\. )|(?<=you), (?=sir[.!?])", " "),
}
"""The kinds, by name; each makes its error somewhere in a clean paragraph, or says that it finds no place for it."""


def plant(paragraphs: list[str], every: int = 8, seed: int = 1) -> Iterator[tuple[int, Planted]]:
    """Errors in every ``every``-th paragraph, each kind about as often: (index of the paragraph, what was planted)."""
    chance = random.Random(seed)
    made: dict[str, int] = dict.fromkeys(KINDS, 0)
    for index in range(0, len(paragraphs), every):
        for near in range(index, min(index + every, len(paragraphs))):
            planted = _one(paragraphs[near], made, chance)
            if planted is not None:
                made[planted.kind] += 1
                yield near, planted
                break


def _one(text: str, made: dict[str, int], chance: random.Random) -> Planted | None:
    for kind in sorted(KINDS, key=lambda each: (made[each], chance.random()))[:14]:
        change = KINDS[kind](text, chance)
        if change is not None and len(text.split()) > 5:
            start, end, new = change
            spoilt = text[:start] + new + text[end:]
            return Planted(kind, spoilt, text, max(0, start - 1), min(len(spoilt), start + len(new) + 1))
    return None
