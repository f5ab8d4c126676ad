# SPDX-License-Identifier: GPL-3.0-or-later
"""By-names: the descriptions that stand for one named person again and again ("the doctor", "the Time Traveller")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redraft.characters.descriptions import CALLINGS, NOUNS
from redraft.characters.offices import HONOURS
from redraft.characters.strangers import Described
from redraft.language.analysis import Analysis

_LEAST = 3
"""How often a description must mean somebody to be a name of theirs."""
_SHARE = 0.7
"""The least share of all that it ever means."""


@dataclass(frozen=True, slots=True)
class ByName:
    """``words`` ("the doctor") mean a person at ``places``: index of the paragraph and offsets in its text."""

    words: str
    places: tuple[tuple[int, int, int], ...]


def bynames(
    described: Mapping[int, Sequence[Described]], analyses: Sequence[Analysis],
) -> dict[int, list[ByName]]:
    """The by-names of every named person (by index), the most frequent first."""
    meant: Counter[str] = Counter()
    found: dict[tuple[int, str], list[tuple[int, int, int]]] = {}
    written: dict[str, Counter[str]] = {}
    for index, here in sorted(described.items()):
        for each in here:
            article, space, rest = analyses[index].text[each.start : each.end].partition(" ")
            words = article.lower() + space + rest
            key = words.casefold()
            if article.lower() != "the" and not (article.lower() in ("his", "her") and each.noun in HONOURS):
                continue
            meant[key] += 1
            if each.person >= 0 and _lasts(each, key):
                found.setdefault((each.person, key), []).append((index, each.start, each.end))
                written.setdefault(key, Counter())[words] += 1
    made: dict[int, list[ByName]] = {}
    for (person, key), places in sorted(found.items(), key=lambda each: -len(each[1])):
        if len(places) >= _LEAST and len(places) >= _SHARE * meant[key]:
            made.setdefault(person, []).append(ByName(written[key].most_common(1)[0][0], tuple(places)))
    return made


def _lasts(each: Described, words: str) -> bool:
    """Whether the words say what somebody is through the story: a calling, or more than a plain noun."""
    return each.noun in CALLINGS or each.noun not in NOUNS or len(words.split()) > 2
