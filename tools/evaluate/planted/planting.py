# SPDX-License-Identifier: GPL-3.0-or-later
"""Which error goes into which paragraph."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

from tools.evaluate.planted import commas, confused, dialogue, marks, slips, smallwords, verbs
from tools.evaluate.planted.making import Maker, Planted, planted

FAMILIES: Mapping[str, Mapping[str, Maker]] = {
    "dialogue": dialogue.KINDS, "comma": commas.COMMAS, "splice": commas.SPLICES, "semicolon": commas.SEMICOLONS,
    "spelling": slips.KINDS, "confused": confused.CONFUSED, "wrong form": confused.WRONG_FORMS, "tense": verbs.TENSE,
    "verb form": verbs.VERB_FORMS, "agreement": verbs.AGREEMENT, "missing": smallwords.MISSING,
    "extra": smallwords.EXTRA,
    "article": smallwords.ARTICLES, "pronoun": smallwords.PRONOUNS, "preposition": smallwords.PREPOSITIONS,
    "hyphen": marks.HYPHENS, "capital": marks.CAPITALS, "apostrophe": marks.APOSTROPHES, "end mark": marks.END_MARKS,
    "space": marks.SPACES,
}  # fmt: skip
"""The kinds of error by family. Each makes one error somewhere in a clean paragraph, or finds no place for it."""

_FEWEST_WORDS = 6
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@cache
def kinds() -> Mapping[str, Maker]:
    """All kinds, as "family: kind"."""
    return {f"{family}: {name}": make for family, each in FAMILIES.items() for name, make in each.items()}


@cache
def developed() -> Mapping[str, Maker]:
    """The kinds that single checks were developed with (``tools/evaluate/planted_*.py``), as "module: kind".

    Their figures are friendly: whoever wrote them wrote the check too.
    """
    found: dict[str, Maker] = {}
    for path in sorted(Path(__file__).parents[1].glob("planted_*.py")):
        module = import_module(f"tools.evaluate.{path.stem}")
        for name, make in getattr(module, "KINDS", {}).items():
            found[f"{path.stem.removeprefix('planted_')}: {name}"] = make
    return found


def plant(
    paragraphs: Sequence[str], every: int = 8, seed: int = 1, made: dict[str, int] | None = None,
    makers: Mapping[str, Maker] | None = None,
) -> Iterator[tuple[int, Planted]]:
    """An error in about every ``every``-th paragraph, the kinds made least first: (index, what was planted).

    ``made`` counts what earlier texts have got, so that rare kinds get their turn over several texts. ``makers``: the
    kinds by name, those of this package unless given.
    """
    chance = random.Random(seed)
    count = {} if made is None else made
    for first in range(0, len(paragraphs), every):
        for index in range(first, min(first + every, len(paragraphs))):
            error = _one(paragraphs[index], makers or kinds(), count, chance)
            if error is not None:
                count[error.kind] = count.get(error.kind, 0) + 1
                yield index, error
                break


def _one(text: str, makers: Mapping[str, Maker], made: Mapping[str, int], chance: random.Random) -> Planted | None:
    if len(text.split()) < _FEWEST_WORDS:
        return None
    for kind in sorted(makers, key=lambda each: (made.get(each, 0), chance.random())):
        change = makers[kind](text, chance)
        if change is not None:
            return planted(kind, text, change)
    return None


def straight(text: str) -> str:
    """The text with straight quote marks and apostrophes."""
    return text.translate(_STRAIGHT)


def straightened(error: Planted) -> Planted | None:
    """The same with straight quote marks, every place as it was; None where the error is one of curly marks only."""
    if straight(error.text) == straight(error.clean):
        return None
    return replace(error, text=straight(error.text), clean=straight(error.clean))
