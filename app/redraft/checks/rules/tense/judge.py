# SPDX-License-Identifier: GPL-3.0-or-later
"""How sure it is that a verb in the other tense is a slip: its signs weighed together, and the tagger's word added.

The weights are those of a logistic regression, made by ``tools/train_tense`` on novels with slips put in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import cache

from redraft.checks.story import Passage
from redraft.language.analysis import Token
from redraft.places import resource

TAGGER = 4.0
"""What the tagger's probability counts for, beside the signs, where it marks a verb."""
MISREAD = 5.0
"""The same where the parse takes the verb for another word, and the signs say little."""
BARS: Mapping[str, float] = {"past": 3.6, "present": 3.4}
"""The log-odds from which a slip is shown, by the tense of the scene. A rough draft is read no more closely: it has
more thoughts, letters and asides in the other tense than novels have, and its slips are the plain ones."""
_CHAIN = frozenset(("shared", "conj under other", "verb before usual", "word other"))
_JOINED = 2.4
"""What "he takes it and grunted" counts for beyond its signs: in novels retold in the present, 86 of 88 such verbs
were slips put in, more than weights of single signs can say."""
_TO_PAST = frozenset("was were had did could would".split())
_TO_PRESENT = frozenset("is are am has have does do can will".split())


def odds(signs: Collection[str], base: str) -> float:
    """The log-odds that a verb with these signs, in a scene told in ``base``, is a slip."""
    weights = _weights()[base]
    joined = _JOINED if _CHAIN.issubset(signs) else 0.0
    return weights.get("", 0.0) + sum(weights.get(each, 0.0) for each in signs) + joined


def marked(passage: Passage, base: str) -> dict[int, float]:
    """The tokens that the tagger would put into ``base``, by index, with its probability."""
    found: dict[int, float] = {}
    for mark in passage.marks:
        if mark.engine == "tagger" and mark.message == "tense" and _leads_to(base, mark.rule):
            index = passage.analysis.token_index(mark.start)
            found[index] = max(found.get(index, 0.0), mark.probability)
    return found


def sure(token: Token, score: float, probability: float, needed: float) -> bool:
    """Whether the signs (``score``) and the tagger's ``probability`` together reach the bar."""
    verb = token.tag.startswith("VB") or token.tag == "MD"
    return score + (TAGGER if verb else MISREAD) * probability >= needed


def _leads_to(base: str, rule: str) -> bool:
    word = rule.removeprefix("R_")
    return rule == "$PAST" or word in _TO_PAST if base == "past" else rule.startswith("$PRES") or word in _TO_PRESENT


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    tables = tomllib.loads(resource("models", "tense", "weights.toml").read_text(encoding="utf-8"))
    return {base: {str(sign): float(weight) for sign, weight in tables[base].items()} for base in ("past", "present")}
