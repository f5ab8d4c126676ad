# SPDX-License-Identifier: GPL-3.0-or-later
"""How a scene is told: its base tense and its grammatical person, both from the narration alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from redraft.language.analysis import Analysis, Sentence, Token, Zone

_ENOUGH_VERBS = 4
_ENOUGH_PRONOUNS = 3
_ENOUGH_FOR_A_STORY = 24
_CLEAR = 0.66
_USUAL = 0.85
_FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our"})
_SECOND = frozenset({"you", "your", "yours", "yourself"})
_THIRD = frozenset({"he", "she", "him", "her", "his", "hers", "they", "them", "their", "himself", "herself"})


@dataclass(frozen=True, slots=True)
class Pronouns:
    """How often each person is named by a pronoun."""

    first: int = 0
    second: int = 0
    third: int = 0

    def __add__(self, other: Pronouns) -> Pronouns:
        return Pronouns(self.first + other.first, self.second + other.second, self.third + other.third)


@dataclass(frozen=True, slots=True)
class Telling:
    """How a stretch of narration is told: its main verbs in the past and in the present, its pronouns; those of
    sentences in the present (``now``) apart, as in a story told in the past they may be somebody's thoughts, and the
    others in a story told in the present a letter."""

    past: int = 0
    present: int = 0
    told: Pronouns = Pronouns()
    now: Pronouns = Pronouns()

    def __add__(self, other: Telling) -> Telling:
        return Telling(
            self.past + other.past, self.present + other.present, self.told + other.told, self.now + other.now)


def telling(analyses: Iterable[Analysis]) -> Telling:
    """The verbs and pronouns of the narration, counted."""
    return sum((_telling(analysis, each) for analysis in analyses for each in analysis.sentences), Telling())


def _telling(analysis: Analysis, sentence: Sentence) -> Telling:
    tokens = analysis.tokens[sentence.first : sentence.last]
    if analysis.stretches:
        tokens = tuple(each for each in tokens if analysis.zone(each.start) is Zone.NARRATION)
    past = sum(is_main_verb(each) and each.tag == "VBD" for each in tokens)
    present = sum(is_main_verb(each) and each.tag in ("VBZ", "VBP") for each in tokens)
    lowers = [each.lower for each in tokens if each.pos == "PRON"]
    named = Pronouns(*(sum(each in person for each in lowers) for person in (_FIRST, _SECOND, _THIRD)))
    return Telling(past, present, Pronouns(), named) if present and not past else Telling(past, present, named)


def scene_facts(scene: Telling, story: Telling) -> tuple[str | None, str | None]:
    """Base tense ("past", "present", "mixed") and person ("first", "second", "third") of a scene's narration.

    Either is None where the narration is too short to tell (four finite verbs, three pronouns). The tense is "mixed"
    where neither has two thirds of the main verbs. A short scene, and one with more slips than that, is told as the
    rest of the ``story`` is, where that is clear and the scene itself does not speak against it. A narrator who says
    "I" now and then is one.
    """
    tense = _tense(scene, story)
    named = scene.told if tense == "past" else scene.now if tense == "present" else scene.told + scene.now
    return tense, _person(named.first, named.second, named.third)


def narration(analysis: Analysis) -> Iterable[Token]:
    """The tokens that are neither speech nor thought."""
    if not analysis.stretches:
        return analysis.tokens
    return [each for each in analysis.tokens if analysis.zone(each.start) is Zone.NARRATION]


def is_main_verb(token: Token) -> bool:
    """Whether a finite verb carries a main clause: the root, one joined to it, or the helper of either."""
    return token.tag in ("VBD", "VBZ", "VBP") and token.dep in ("ROOT", "conj", "aux", "auxpass", "ccomp", "parataxis")


def _tense(scene: Telling, story: Telling) -> str | None:
    total = scene.past + scene.present
    if not total:
        return None
    share = scene.past / total
    if total >= _ENOUGH_VERBS and (share >= _CLEAR or share <= 1 - _CLEAR):
        return "past" if share >= _CLEAR else "present"
    whole = story.past + story.present
    usual = story.past / whole if whole >= _ENOUGH_FOR_A_STORY else 0.5
    if usual >= _USUAL and share >= 0.5:
        return "past"
    if usual <= 1 - _USUAL and share <= 0.5:
        return "present"
    return "mixed" if total >= _ENOUGH_VERBS else None


def _person(first: int, second: int, third: int) -> str | None:
    total = first + second + third
    if total < _ENOUGH_PRONOUNS:
        return None
    if second > 0.4 * total and second > first:
        return "second"
    return "first" if first >= 0.12 * total else "third"
