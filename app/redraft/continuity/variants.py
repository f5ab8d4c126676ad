# SPDX-License-Identifier: GPL-3.0-or-later
"""Ordinary words that a story spells two ways: grey and gray, good-bye and goodbye."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redraft.characters.claims.claim import kept_by_text
from redraft.characters.terms import TermPlace
from redraft.language.analysis import Analysis

_PAIRS = tuple(
    tuple(each.split())
    for each in (
        "grey gray | greyish grayish | theatre theater | centre center | color colour | colours colors"
        " | coloured colored | honour honor | favourite favorite | neighbour neighbor | neighbours neighbors"
        " | armour armor | harbour harbor | rumour rumor | traveller traveler | travelled traveled"
        " | jewellery jewelry | pyjamas pajamas | plough plow | moustache mustache | goodbye good-bye"
        " | tonight to-night | today to-day | tomorrow to-morrow | whisky whiskey | judgement judgment"
        " | sceptical skeptical | defence defense"
    ).split("|")
)
_WORDS = frozenset(word for pair in _PAIRS for word in pair)
_FORM = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![\w-])")
_FEW, _TIMES = 3, 3
"""A rarer form is a slip when it stands so often at most, and the other so many times as often."""


@dataclass(frozen=True, slots=True)
class Variants:
    """A word by its ``common`` and its ``rare`` form, with their places."""

    common: str
    rare: str
    common_places: tuple[TermPlace, ...]
    rare_places: tuple[TermPlace, ...]


@kept_by_text
def _forms(analysis: Analysis) -> Iterator[tuple[str, int]]:
    """Such words in lower case, with their places: with a capital they may be names."""
    for match in _FORM.finditer(analysis.text):
        yield match.group(), match.start()


def variants(analyses: Sequence[Analysis]) -> Iterator[Variants]:
    """Every ordinary word with a form that stands against the story's own habit."""
    uses: dict[str, list[TermPlace]] = {}
    for index, analysis in enumerate(analyses):
        for word, start in _forms(analysis):
            uses.setdefault(word, []).append(TermPlace(index, start, start + len(word)))
    for one, other in _PAIRS:
        rare, common = sorted((one, other), key=lambda form: len(uses.get(form, ())))
        few, many = uses.get(rare, []), uses.get(common, [])
        if few and len(few) <= _FEW and len(many) >= _TIMES * len(few):
            yield Variants(common, rare, tuple(many), tuple(few))
