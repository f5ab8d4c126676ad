# SPDX-License-Identifier: GPL-3.0-or-later
"""How sure it is that a verb in the other tense is a slip: its signs weighed together, the tagger's word among them.

The weights are those of a logistic regression, made by ``tools/train_tense`` on novels with slips put in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from redraft.checks.story import FAINT, Passage
from redraft.language.analysis import Token
from redraft.places import resource

BARS: Mapping[str, float] = {"past": 2.0, "present": 2.0}
"""The log-odds from which a slip is shown, by the tense of the scene. A rough draft is read no more closely: it has
more thoughts, letters and asides in the other tense than novels have, and its slips are the plain ones."""
_CHAIN = frozenset(("shared", "conj under other", "verb before usual", "word other"))
_JOINED = 2.4
"""What "he takes it and grunted" counts for beyond its signs: in novels retold in the present, 86 of 88 such verbs
were slips put in, more than weights of single signs can say."""
_CLEAR = 0.3
_STEPS = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.85, 0.95)
_TO_PAST = frozenset("was were had did could would".split())
_TO_PRESENT = frozenset("is are am has have does do can will".split())


def odds(signs: Collection[str], base: str) -> float:
    """The log-odds that a verb with these signs, in a scene told in ``base``, is a slip."""
    weights = _weights()[base]
    joined = _JOINED if _CHAIN.issubset(signs) else 0.0
    return weights.get("", 0.0) + sum(weights.get(each, 0.0) for each in signs) + joined


def heard(passage: Passage, base: str) -> dict[int, float]:
    """The tokens that the tagger would put into ``base``, by index, with its probability, faint ones too."""
    found: dict[int, float] = {}
    for mark in passage.marks:
        if mark.engine in ("tagger", FAINT) and mark.message == "tense" and _leads_to(base, mark.rule):
            index = passage.analysis.token_index(mark.start)
            found[index] = max(found.get(index, 0.0), mark.probability)
    return found


def clear(probabilities: Mapping[int, float]) -> frozenset[int]:
    """The tokens that the tagger marks by itself."""
    return frozenset(index for index, probability in probabilities.items() if probability >= _CLEAR)


def voice(token: Token, probability: float) -> Iterator[str]:
    """The tagger's probability as signs, one for each step that it reaches."""
    kind = "verb" if token.tag.startswith("VB") or token.tag == "MD" else "other word"
    for step in _STEPS:
        if probability >= step:
            yield f"tagger, {kind}, {step}"


def _leads_to(base: str, rule: str) -> bool:
    word = rule.removeprefix("R_")
    return rule == "$PAST" or word in _TO_PAST if base == "past" else rule.startswith("$PRES") or word in _TO_PRESENT


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    tables = tomllib.loads(resource("models", "tense", "weights.toml").read_text(encoding="utf-8"))
    return {base: {str(sign): float(weight) for sign, weight in tables[base].items()} for base in ("past", "present")}
