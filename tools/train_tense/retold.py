# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs told in the past retold in the present, with looks back left in the past as such stories have them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redraft.language.analysis import Analysis, Token, Zone
from redraft.language.inflection import inflect
from tools.evaluate.planted_forms import Change, retelling

_LEFT = 0.03
"""The share of paragraphs that stays in the past as a whole, as a look back."""
_SIMPLE = 0.1
"""The share of past perfects told as simple pasts: "They had named it after the cook" as "They named it"."""
_MANY = frozenset(("they", "we", "you", "these", "those"))


@dataclass(frozen=True, slots=True)
class Retold:
    """A paragraph's new text, and the starts in it of the pasts that retelling should have changed and did not."""

    text: str
    missed: frozenset[int] = frozenset()


def retold(analysis: Analysis, chance: random.Random) -> Retold:
    """The paragraph in the present."""
    pasts = sum(each.tag == "VBD" and analysis.zone(each.start) is Zone.NARRATION for each in analysis.tokens)
    if pasts >= 4 and chance.random() < _LEFT:
        return Retold(analysis.text)
    changes = {each.index: each for each in retelling(analysis)}
    before = [each for each in _perfects(analysis) if chance.random() < _SIMPLE]
    changes.update((each.index, each) for each in before)
    wanted = [changes[index] for index in sorted(changes)]
    text, _ = rewritten(analysis, wanted)
    return Retold(text, frozenset(_missed(analysis, wanted)))


def rewritten(analysis: Analysis, changes: Sequence[Change]) -> tuple[str, frozenset[int]]:
    """The text with these changes, which are in order, and where what was written starts."""
    text, starts, last = "", set(), 0
    for each in changes:
        token = analysis.tokens[each.index]
        text += analysis.text[last : token.start]
        starts.add(len(text) + len(each.new) - len(each.new.lstrip()))
        text += each.new
        last = each.end or token.end
    return text + analysis.text[last:], frozenset(starts)


def _perfects(analysis: Analysis) -> Iterator[Change]:
    """Every "had done" of the narration as "did"."""
    for index, token in enumerate(analysis.tokens[:-1]):
        participle = analysis.tokens[index + 1]
        perfect = token.lower == "had" and token.dep == "aux" and participle.tag == "VBN"
        if not perfect or analysis.zone(token.start) is not Zone.NARRATION:
            continue
        simple = _was(analysis, index) if participle.lemma == "be" else inflect(participle.lemma, "VBD")
        if simple is not None:
            yield Change(index, simple.capitalize() if token.text[0].isupper() else simple, "perfect", participle.end)


def _was(analysis: Analysis, index: int) -> str:
    before: Token | None = analysis.tokens[index - 1] if index else None
    many = before is not None and (before.lower in _MANY or before.tag in ("NNS", "NNPS"))
    return "were" if many else "was"


def _missed(analysis: Analysis, changes: Sequence[Change]) -> Iterator[int]:
    made = {each.index: each for each in changes}
    shift = covered = 0
    for index, token in enumerate(analysis.tokens):
        change = made.get(index)
        if change is not None:
            covered = change.end or token.end
            shift += len(change.new) - (covered - token.start)
        elif token.tag in ("VBD", "VBN", "MD") and token.start >= covered:
            yield token.start + shift
