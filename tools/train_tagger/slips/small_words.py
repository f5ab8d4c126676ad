# SPDX-License-Identifier: GPL-3.0-or-later
"""Small words lost, doubled, or left over from another wording; words written together or apart."""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.engines.tagger.joints import SPLITS
from train_tagger.chunk import Cell, Chunk, Slip
from train_tagger.lexicon import DROPPED, PREPOSITIONS, SMALL, Lexicon
from train_tagger.slips.confused import confusions

_JOINED = {tuple(apart.split()): joined for joined, apart in SPLITS.items()}
_SMALL = tuple(sorted(SMALL))


def slips(chunk: Chunk, lexicon: Lexicon) -> Iterator[Slip]:
    """Every small word that may be lost or added, every compound that may fall apart."""
    for place, low in enumerate(chunk.lower):
        if not low[0].isalpha():
            continue
        yield from _lost(chunk, place, low)
        yield from _added(chunk, place, low)
        yield from _joints(chunk, place, low, lexicon)


def _lost(chunk: Chunk, place: int, low: str) -> Iterator[Slip]:
    if (
        low in DROPPED
        and place
        and chunk.is_word(place - 1)
        and chunk.low(place - 1) != low
        and chunk.low(place + 1) != low
    ):
        yield Slip("missing", place, place + 1, (), f"A_{low}")


def _added(chunk: Chunk, place: int, low: str) -> Iterator[Slip]:
    if not chunk.is_word(place + 1) or not chunk.tokens[place + 1].spaced:
        return
    following = chunk.low(place + 1)
    if low not in ("that", "had", "very", "really", "no", "so", "never"):
        yield Slip("doubled", place + 1, place + 1, (Cell(low, True, "D"),))
    if following in SMALL:
        extra = confusions().get(following, ()) if following not in PREPOSITIONS else tuple(PREPOSITIONS - {following})
        for word in extra:
            if word in SMALL:
                yield Slip("left-over", place + 1, place + 1, (Cell(word, True, "D"),))
    word = _SMALL[(place * 31 + len(low) * 7 + len(following)) % len(_SMALL)]
    if word not in (low, following):
        yield Slip("extra", place + 1, place + 1, (Cell(word, True, "D"),))


def _joints(chunk: Chunk, place: int, low: str, lexicon: Lexicon) -> Iterator[Slip]:
    form = chunk.form(place)
    if low in lexicon.closed:
        first, _ = lexicon.closed[low]
        cells = (chunk.cell(place, form[: len(first)], "$MERGE"), Cell(form[len(first) :], True))
        yield Slip("split.small" if lexicon.counts.get(low, 0) > 1500 else "split", place, place + 1, cells)
        yield Slip(
            "split.hyphen",
            place,
            place + 1,
            (chunk.cell(place, form[: len(first)]), Cell("-", False, "$JOIN"), Cell(form[len(first) :], False)),
        )
    if chunk.is_word(place + 1) and chunk.tokens[place + 1].spaced:
        if joined := _JOINED.get((low, chunk.low(place + 1))):
            word = form[0] + joined[1:]
            yield Slip("joined", place, place + 2, (chunk.cell(place, word, "$SPLIT"),))
        if place not in chunk.present and low.endswith("ly"):
            glued = chunk.cell(place + 1)._replace(spaced=False)
            yield Slip("hyphen.adverb", place + 1, place + 2, (Cell("-", False, "$OPEN"), glued))
    if chunk.form(place + 1) == "-" and (low, chunk.low(place + 2)) in lexicon.hyphened:
        second = chunk.tokens[place + 2].form
        yield Slip("hyphen.lost", place, place + 3, (chunk.cell(place, tag="$HYPHEN"), Cell(second, True)))
