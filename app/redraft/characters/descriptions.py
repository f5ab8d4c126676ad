# SPDX-License-Identifier: GPL-3.0-or-later
"""People who are only described ("the old man", "her sister"): they talk too, and a pronoun may mean them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redraft.characters.tables import FEMALE, MALE
from redraft.language.analysis import Analysis, Zone

_MALE = (
    "man boy gentleman lad fellow chap guy father brother husband son uncle grandfather nephew king prince lord "
    "priest monk waiter butler footman landlord policeman patrolman barman fisherman salesman postman squire"
)
_FEMALE = (
    "woman girl lady mother sister wife daughter aunt grandmother niece queen princess maid nurse landlady waitress "
    "witch nun housekeeper widow governess mistress hostess lass"
)
_EITHER = (
    "stranger visitor doctor captain colonel major general sergeant lieutenant inspector detective constable professor "
    "driver guide clerk servant cook teacher friend cousin companion guard officer soldier sailor pilot leader "
    "chief youth child kid porter judge lawyer merchant old-timer speaker neighbour neighbor manager secretary editor "
    "prisoner host guest chauffeur coachman gardener shopkeeper bartender newcomer warrior thief wizard mayor vicar"
)
NOUNS: dict[str, str | None] = {
    **dict.fromkeys(_MALE.split(), MALE), **dict.fromkeys(_FEMALE.split(), FEMALE), **dict.fromkeys(_EITHER.split()),
}
"""Nouns for a person with the pronoun they tell, if any."""

TITLES_OF: dict[str, frozenset[str]] = {
    noun: frozenset((noun, short))
    for noun, short in (
        ("doctor", "dr"), ("captain", "capt"), ("colonel", "col"), ("major", "major"), ("general", "gen"),
        ("sergeant", "sgt"), ("lieutenant", "lt"), ("inspector", "inspector"), ("professor", "prof"),
        ("constable", "constable"), ("judge", "judge"), ("detective", "detective"), ("king", "king"),
        ("queen", "queen"), ("princess", "princess"), ("prince", "prince"), ("mayor", "mayor"),
        ("colonel", "col"), ("vicar", "vicar"), ("squire", "squire"),
    )
}  # fmt: skip
"""The titles that a bearer of the noun has before the name: "the doctor" may be Dr. Hale."""

_DETERMINERS = frozenset("the a an his her my their our another this that".split())


@dataclass(frozen=True, slots=True)
class Description:
    """Somebody described by ``noun`` at offset ``start``; ``definite`` unless the article is "a"."""

    start: int
    first: int
    noun: str
    definite: bool


def descriptions(analysis: Analysis) -> Iterator[Description]:
    """The descriptions of single people in a paragraph's narration."""
    tokens = analysis.tokens
    for index, token in enumerate(tokens):
        lower = token.lower
        if lower not in NOUNS or token.tag in ("NNS", "VB", "VBD", "VBZ"):
            continue
        first = index - 1
        while first >= 0 and index - first <= 4 and tokens[first].tag in ("JJ", "NN", "VBN", "JJR", "JJS", "RB", "CD"):
            first -= 1
        if first < 0 or tokens[first].lower not in _DETERMINERS:
            continue
        follows = tokens[index + 1] if index + 1 < len(tokens) else None
        if follows is not None and (follows.tag in ("NN", "NNP", "POS", "NNS") and follows.start == token.end + 1):
            continue
        if analysis.zone(token.start) is Zone.NARRATION:
            yield Description(tokens[first].start, first, lower, tokens[first].lower not in ("a", "an", "another"))
