# SPDX-License-Identifier: GPL-3.0-or-later
"""People who are only described ("the old man", "her sister"): they talk too, and a pronoun may mean them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redraft.characters.once import once
from redraft.characters.tables import FEMALE, MALE
from redraft.language.analysis import Analysis, Zone

_MALE = (
    "man boy gentleman lad fellow chap guy father brother husband son uncle grandfather nephew king prince lord "
    "priest monk waiter butler footman landlord policeman patrolman barman fisherman salesman postman squire "
    "schoolboy nobleman countryman workman clergyman bridegroom widower youngster godfather grandson stepfather baron "
    "duke count emperor page-boy doorman huntsman knight duc comte vicomte viscount marquis marquess earl abbé curé "
    "headmaster schoolmaster sexton"
)
_FEMALE = (
    "woman girl lady mother sister wife daughter aunt grandmother niece queen princess maid nurse landlady waitress "
    "witch nun housekeeper widow governess mistress hostess lass schoolgirl bride godmother granddaughter stepmother "
    "duchess countess baroness empress schoolmistress charwoman washerwoman matron duchesse comtesse vicomtesse "
    "viscountess marchioness marquise headmistress"
)
_EITHER = (
    "stranger visitor doctor captain colonel major general sergeant lieutenant inspector detective constable professor "
    "driver guide clerk servant cook teacher friend cousin companion guard officer soldier sailor pilot leader "
    "chief youth child kid porter judge lawyer merchant old-timer speaker neighbour neighbor manager secretary editor "
    "prisoner host guest chauffeur coachman gardener shopkeeper bartender newcomer warrior thief wizard mayor vicar "
    "sheriff coroner commander chairman admiral skipper boatswain mate rector curate bishop abbot parson minister "
    "president governor scientist philosopher psychologist artist poet painter inventor traveller traveler hermit "
    "student pupil patient client neighbour servant-girl tramp beggar peasant farmer cowboy rider hunter trader "
    "reporter journalist engineer mechanic banker baker butcher grocer tailor blacksmith chaplain surgeon "
    "superintendent cabman conductor steward commissioner foreman innkeeper crone giant dwarf narrator "
    "coxswain prosecutor attorney solicitor barrister quartermaster purser consul ambassador archbishop cardinal "
    "magistrate apothecary pharmacist warden "
    "baby infant cripple invalid foreigner savage native chieftain elder"
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

CALLINGS = frozenset(
    "king queen prince princess priest waiter butler footman landlord barman landlady housekeeper governess squire "
    "doctor captain colonel major general sergeant lieutenant inspector detective constable professor driver guide "
    "clerk cook teacher pilot porter judge lawyer manager secretary editor chauffeur coachman gardener shopkeeper "
    "bartender mayor vicar sheriff coroner commander chief chairman admiral skipper boatswain mate nurse rector curate "
    "bishop abbot parson minister president governor duke duchess count countess baron narrator hermit witch wizard "
    "chaplain superintendent surgeon cabman conductor steward commissioner foreman innkeeper "
    "duc comte vicomte viscount marquis marquess earl abbé curé headmaster schoolmaster duchesse comtesse vicomtesse "
    "viscountess marchioness marquise baroness headmistress matron coxswain prosecutor attorney solicitor "
    "quartermaster purser consul ambassador archbishop cardinal magistrate apothecary warden".split()
)
"""Nouns that one person mostly bears in a story: what they are, not how they look."""

_DETERMINERS = frozenset("the a an his her my their our another this that".split())


@dataclass(frozen=True, slots=True)
class Description:
    """Somebody described by ``noun`` at offset ``start`` to ``end``, tokens ``first`` up to, not including, ``last``;
    ``definite`` unless the article is "a"."""

    start: int
    end: int
    first: int
    last: int
    noun: str
    definite: bool


_BETWEEN = ("JJ", "NN", "VBN", "JJR", "JJS", "RB", "CD", "NNP", "HYPH")


def noun_gender(noun: str) -> str | None:
    """The pronoun that a noun for a person tells, if any; of a compound its last part does ("step-son")."""
    return NOUNS.get(noun) or NOUNS.get(noun.rsplit("-", 1)[-1]) or _by_ending(noun)


def _by_ending(noun: str) -> str | None:
    if noun.endswith("woman"):
        return FEMALE
    return MALE if noun.endswith("man") and noun not in ("human", "german") else None


def is_person(noun: str, more: frozenset[str] = frozenset()) -> bool:
    """Whether a noun names a person: by the table, by its end, or because the story lets it speak (``more``)."""
    return noun in NOUNS or noun in more or _by_ending(noun) is not None


def descriptions(analysis: Analysis, more: frozenset[str] = frozenset()) -> tuple[Description, ...]:
    """The descriptions of single people in a paragraph's narration; ``more``: further nouns for people."""
    kept = _by_nouns(analysis)
    if more not in kept:
        kept.clear()
        kept[more] = tuple(_descriptions(analysis, more))
    return kept[more]


@once
def _by_nouns(analysis: Analysis) -> dict[frozenset[str], tuple[Description, ...]]:
    """The descriptions for the nouns asked for last."""
    return {}


def _descriptions(analysis: Analysis, more: frozenset[str]) -> Iterator[Description]:
    tokens = analysis.tokens
    for index, token in enumerate(tokens):
        lower = token.lower
        if token.tag[:1] != "N" or not is_person(lower, more) or token.tag in ("NNS", "NNPS"):
            continue
        first = index - 1
        while first >= 0 and index - first <= 4 and tokens[first].tag in _BETWEEN:
            first -= 1
        if first < 0 or tokens[first].lower not in _DETERMINERS:
            continue
        follows = tokens[index + 1] if index + 1 < len(tokens) else None
        if follows is not None and (follows.tag in ("NN", "NNP", "POS", "NNS") and follows.start == token.end + 1):
            continue
        if analysis.zone(token.start) is Zone.NARRATION:
            definite = tokens[first].lower not in ("a", "an", "another")
            yield Description(tokens[first].start, token.end, first, index + 1, lower, definite)
