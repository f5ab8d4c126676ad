# SPDX-License-Identifier: GPL-3.0-or-later
"""How a scene is told: its base tense and its grammatical person, both from the narration alone."""

from __future__ import annotations

from collections.abc import Iterable

from redraft.language.analysis import Analysis, Token, Zone

_ENOUGH_VERBS = 4
_ENOUGH_PRONOUNS = 3
_FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our"})
_SECOND = frozenset({"you", "your", "yours", "yourself"})
_THIRD = frozenset({"he", "she", "him", "her", "his", "hers", "they", "them", "their", "himself", "herself"})


def scene_facts(analyses: Iterable[Analysis]) -> tuple[str | None, str | None]:
    """Base tense ("past", "present", "mixed") and person ("first", "second", "third") of a scene's narration.

    Either is None where the narration is too short to tell (four finite verbs, three pronouns). The tense is
    "mixed" where neither has three quarters of the main verbs. A narrator who says "I" now and then is one.
    """
    past = present = first = second = third = 0
    for analysis in analyses:
        for token in narration(analysis):
            past += is_main_verb(token) and token.tag == "VBD"
            present += is_main_verb(token) and token.tag in ("VBZ", "VBP")
            if token.pos == "PRON":
                lower = token.lower
                first += lower in _FIRST
                second += lower in _SECOND
                third += lower in _THIRD
    return _tense(past, present), _person(first, second, third)


def narration(analysis: Analysis) -> Iterable[Token]:
    """The tokens that are neither speech nor thought."""
    if not analysis.stretches:
        return analysis.tokens
    return [each for each in analysis.tokens if analysis.zone(each.start) is Zone.NARRATION]


def is_main_verb(token: Token) -> bool:
    """Whether a finite verb carries a main clause: the root, one joined to it, or the helper of either."""
    return token.tag in ("VBD", "VBZ", "VBP") and token.dep in ("ROOT", "conj", "aux", "auxpass", "ccomp", "parataxis")


def _tense(past: int, present: int) -> str | None:
    total = past + present
    if total < _ENOUGH_VERBS:
        return None
    share = past / total
    return "past" if share >= 0.75 else "present" if share <= 0.25 else "mixed"


def _person(first: int, second: int, third: int) -> str | None:
    total = first + second + third
    if total < _ENOUGH_PRONOUNS:
        return None
    if second > 0.4 * total and second > first:
        return "second"
    return "first" if first >= 0.12 * total else "third"
