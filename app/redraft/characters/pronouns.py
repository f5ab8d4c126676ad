# SPDX-License-Identifier: GPL-3.0-or-later
"""Which pronoun the story uses for whom: what follows a name that is a subject, before any other name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from redraft.characters.chains import Chain
from redraft.characters.forms import Form, Usage
from redraft.characters.tables import FEMALE, MALE
from redraft.language.analysis import Analysis

HE = frozenset("he him his himself".split())
SHE = frozenset("she her hers herself".split())
_FAR = 30


def count_pronouns(analyses: Sequence[Analysis], forms: Mapping[Form, Usage]) -> None:
    """Fill in the pronouns of every form's usage."""
    for usage in forms.values():
        for chain in usage.chains:
            told = _following(analyses[chain.paragraph], chain)
            if told:
                usage.pronouns[told] += 1


def _following(analysis: Analysis, chain: Chain) -> str | None:
    """The pronoun that takes the name up, in its sentence or at the head of the next; None when unclear."""
    tokens = analysis.tokens
    if not _is_subject(analysis, chain):
        return None
    fresh = False
    for index in range(chain.last, min(len(tokens), chain.last + _FAR)):
        token = tokens[index]
        lower = token.lower
        told = MALE if lower in HE else FEMALE if lower in SHE else None
        if told:
            other = lower == "him" or (lower == "her" and token.tag != "PRP$")
            return None if other or (fresh and lower not in ("he", "she")) else told
        if token.text in ".!?":
            if fresh:
                return None
            fresh = True
        elif token.text[0] in "“‘\"" or (token.pos == "PROPN" and token.text[0].isupper()):
            return None
    return None


def _is_subject(analysis: Analysis, chain: Chain) -> bool:
    if chain.speech:
        return False
    tokens = analysis.tokens
    if tokens[chain.last - 1].dep in ("nsubj", "nsubjpass"):
        return True
    following = tokens[chain.last].tag if chain.last < len(tokens) else ""
    return following in ("VBD", "VBZ", "MD")
