# SPDX-License-Identifier: GPL-3.0-or-later
"""One word for another: homophones, near-spellings, slips of the keyboard among small words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from train_tagger.chunk import Cell, Chunk, Slip, cased
from train_tagger.lexicon import DATA, PREPOSITIONS, Lexicon

_BANDS = (("rare", 300), ("seldom", 2_000), ("common", 15_000), ("small", 10**9))
_BEFORE_HAVE = frozenset("would could should might must wouldn't couldn't shouldn't".split())


@cache
def _classic() -> frozenset[tuple[str, ...]]:
    """(right, wrong): what drafts confuse most often."""
    text = (DATA / "classic.txt").read_text(encoding="utf-8")
    return frozenset(tuple(pair.split("/")) for line in text.splitlines()[1:] for pair in line.split())


@cache
def confusions() -> dict[str, tuple[str, ...]]:
    """For each right word (lower case), what is written for it."""
    found: dict[str, list[str]] = {}
    for line in (DATA / "confusions.txt").read_text(encoding="utf-8").splitlines():
        for item in () if line.startswith("#") else line.split():
            if ">" in item:
                wrong, right = item.split(">")
                found.setdefault(right.lower(), []).append(wrong)
            else:
                group = item.split("/")
                for right in group:
                    found.setdefault(right.lower(), []).extend(word for word in group if word != right)
    return {right: tuple(dict.fromkeys(wrong)) for right, wrong in found.items()}


def slips(chunk: Chunk, lexicon: Lexicon) -> Iterator[Slip]:
    """Every word that has a double; rarer words more often (``kind`` says which band)."""
    table, classic = confusions(), _classic()
    for place, low in enumerate(chunk.lower):
        if low in table:
            count = lexicon.counts.get(low, 0)
            band = next(name for name, most in _BANDS if count < most)
            for wrong in table[low]:
                if "'" in wrong and wrong.startswith("'"):
                    continue
                cell = chunk.cell(place, cased(chunk.form(place), wrong), f"R_{low}")
                kind = "classic" if (low, wrong) in classic else band
                yield Slip(f"confused.{kind}", place, place + 1, (cell,))
        if chunk.low(place - 1) in _BEFORE_HAVE and low == "have":
            yield Slip("confused.of-have", place, place + 1, (chunk.cell(place, "of", "R_have"),))
        if low.endswith("'ve") and low[:-3] in _BEFORE_HAVE:
            cells = (chunk.cell(place, chunk.form(place)[:-3]), Cell("of", True, "R_have"))
            yield Slip("confused.of-have", place, place + 1, cells)
        if low in PREPOSITIONS:
            for wrong in PREPOSITIONS - {low}:
                yield Slip(
                    "preposition", place, place + 1, (chunk.cell(place, cased(chunk.form(place), wrong), f"R_{low}"),)
                )
