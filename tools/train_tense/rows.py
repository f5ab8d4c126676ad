# SPDX-License-Identifier: GPL-3.0-or-later
"""Verbs in another tense than their scene's, with their signs: slips that were put in, and what novels have anyway."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from redraft.checks.rules.tense.exempt import doubtful, exempt, shifted
from redraft.checks.rules.tense.judge import clear, heard, voice
from redraft.checks.rules.tense.signs import signs
from redraft.checks.rules.tense.verbs import PAST, PRESENT, telling
from redraft.checks.story import Passage
from tools.evaluate.planted_forms import Change, slips
from tools.train_tense.retold import Retold, retold, rewritten

_EVERY = 3
"""One paragraph in so many that offer a slip gets one."""
_RUNS = 0.3
"""The share of them that gets more than one, as hurried drafts do."""
_MORE = 0.35
"""The share of the other verbs that slip there."""


class Reader(Protocol):
    """Whatever parses a text into the passages that the rules see."""

    def passages(self, texts: Sequence[str]) -> list[Passage]:
        """The paragraphs of a text."""
        ...


@dataclass(frozen=True, slots=True)
class Sample:
    """A passage; ``slips`` are the places of those put in (none: it is as it was printed), ``missed`` the places that
    retelling should have changed and did not, which say nothing."""

    passage: Passage
    slips: frozenset[int] = frozenset()
    missed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """One verb: whether it is a slip, and its signs."""

    slip: bool
    signs: frozenset[str]


def samples(reader: Reader, texts: Sequence[str], base: str, name: str) -> Iterator[Sample]:
    """The passages of one novel told in the past, retold first for ``base`` "present"; ``name`` seeds all chance."""
    chance = random.Random(name)
    passages = reader.passages(texts)
    told = [Retold(each.text) for each in passages]
    if base == PRESENT:
        told = [retold(each.analysis, chance) if _fits(each, PAST) else Retold(each.text) for each in passages]
        passages = reader.passages([each.text for each in told])
        if len(passages) != len(told):
            return
    for each, made in zip(passages, told, strict=True):
        if _fits(each, base):
            yield Sample(each, missed=made.missed)
    yield from _spoilt(reader, passages, base, chance)


def rows(sample: Sample, base: str) -> Iterator[Row]:
    """The verbs of a passage that are in another tense than ``base`` and that the rule would judge."""
    probabilities = heard(sample.passage, base)
    judged = clear(probabilities)
    verbs = telling(sample.passage.analysis, judged if base == PAST else ())
    if shifted(verbs, base):
        return
    for place, verb in enumerate(verbs):
        token = sample.passage.analysis.tokens[verb.index]
        if verb.tense == base or token.start in sample.missed or token.text in sample.passage.story.names:
            continue
        if exempt(sample.passage, verbs, verb, base):
            continue
        if verb.index not in judged and doubtful(sample.passage, verbs, verb, base):
            continue
        if not sample.slips or token.start in sample.slips:
            said = voice(token, probabilities.get(verb.index, 0.0))
            yield Row(bool(sample.slips), frozenset((*signs(sample.passage, verbs, place, base), *said)))


def _spoilt(reader: Reader, passages: Sequence[Passage], base: str, chance: random.Random) -> Iterator[Sample]:
    made: dict[int, frozenset[int]] = {}
    texts = [each.text for each in passages]
    wait = 0
    for number, each in enumerate(passages):
        offers = list(slips(each.analysis, base)) if _fits(each, base) else []
        wait -= bool(offers)
        if offers and wait <= 0:
            wait = _EVERY
            texts[number], made[number] = rewritten(each.analysis, _chosen(offers, chance))
    read = reader.passages(texts)
    if len(read) == len(passages):
        for number, places in made.items():
            yield Sample(replace(read[number], scene=passages[number].scene), places)


def _chosen(offers: Sequence[Change], chance: random.Random) -> list[Change]:
    first = chance.choice(offers)
    run = chance.random() < _RUNS
    return [each for each in offers if each is first or (run and chance.random() < _MORE)]


def _fits(each: Passage, base: str) -> bool:
    return each.scene.tense == base and each.kind == "body"
