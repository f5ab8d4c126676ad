# SPDX-License-Identifier: GPL-3.0-or-later
"""Evidence as compact plain data for the disk cache, and back: about 15 bytes a token as JSON.

The text itself is not packed: the cache finds evidence by it and has it at hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain
from sys import intern

from redraft.language.analysis import Analysis, Sentence, Stretch, Token, Zone

Packed = list[list[int] | list[str]]
"""Numbers and words that ``json`` can write."""

_ZONES = (Zone.NARRATION, Zone.SPEECH, Zone.THOUGHT)


def pack(analysis: Analysis) -> Packed:
    """The evidence as plain data; :func:`unpack` with the same text restores it."""
    tokens = analysis.tokens
    labels = sorted({label for each in tokens for label in (each.tag, each.pos, each.dep, each.entity)})
    number = {label: place for place, label in enumerate(labels)}
    ends = [0, *(each.end for each in tokens)]
    pairs = zip(tokens, ends, strict=False)
    shape = [part for each, end in pairs for part in (each.start - end, each.end - each.start)]
    kinds = [number[label] for each in tokens for label in (each.tag, each.pos, each.dep, each.entity)]
    heads = [each.head - place for place, each in enumerate(tokens)]
    lemmas = ["" if each.lemma == each.lower else each.lemma for each in tokens]
    sentences = [part for each in analysis.sentences for part in (each.start, each.end, each.first, each.last)]
    return [labels, shape, kinds, heads, lemmas, sentences, _flat(analysis.stretches), _flat(analysis.nested)]


def unpack(packed: Packed, text: str) -> Analysis:
    """The evidence on ``text`` that :func:`pack` made plain.

    Raises:
        ValueError, IndexError, TypeError: when the data is not what :func:`pack` writes.
    """
    labels, shape, kinds, heads, lemmas, sentences, stretches, nested = packed
    names = [intern(str(each)) for each in labels]
    edges = list(accumulate(_ints(shape)))
    kind = [names[each] for each in _ints(kinds)]
    tokens: list[Token] = []
    for place, (head, lemma) in enumerate(zip(_ints(heads), lemmas, strict=True)):
        start, end = edges[2 * place], edges[2 * place + 1]
        word = intern(text[start:end])
        lemma = lemma or intern(word.lower().replace("’", "'"))
        tag, pos, dep, entity = kind[4 * place : 4 * place + 4]
        tokens.append(Token(start, end, word, str(lemma), tag, pos, dep, head + place, entity))
    return Analysis(
        text, tuple(tokens), tuple(Sentence(*each) for each in _groups(sentences, 4)),
        _stretches(stretches), _stretches(nested),
    )  # fmt: skip


def _flat(stretches: Sequence[Stretch]) -> list[int]:
    return list(
        chain.from_iterable(
            (each.start, each.end, _ZONES.index(each.zone), int(each.opened), int(each.closed), each.depth)
            for each in stretches
        )
    )


def _stretches(flat: Sequence[int | str]) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(start, end, _ZONES[zone], bool(opened), bool(closed), depth)
        for start, end, zone, opened, closed, depth in _groups(flat, 6)
    )


def _groups(flat: Sequence[int | str], size: int) -> list[list[int]]:
    numbers = _ints(flat)
    return [numbers[place : place + size] for place in range(0, len(numbers), size)]


def _ints(values: Sequence[int | str]) -> list[int]:
    return [int(each) for each in values]
