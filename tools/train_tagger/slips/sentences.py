# SPDX-License-Identifier: GPL-3.0-or-later
"""Where sentences meet: splices, run-ons, fragments after a semicolon, missing end marks, capitals."""

from __future__ import annotations

from collections.abc import Iterator

from train_tagger.chunk import Chunk, Slip, capital, small
from train_tagger.lexicon import SUBJECTS, Lexicon

_OPENERS = SUBJECTS | frozenset("the his her my their our its then a an now".split())
_DEPENDENT = frozenset(
    "which who because leaving making causing letting with though although while as and but so or until".split()
)


def slips(chunk: Chunk, lexicon: Lexicon) -> Iterator[Slip]:
    """Every slip at the end or the beginning of a sentence."""
    for place, token in enumerate(chunk.tokens):
        if token.form in (".", ";") and chunk.is_word(place - 1) and chunk.is_word(place + 1):
            yield from _joined(chunk, place, lexicon)
        elif token.form == ".":
            yield from _ended(chunk, place)
        elif token.form == "?":
            yield Slip("end.question", place, place + 1, (chunk.cell(place, ".", "R_?"),))
        elif token.form == "," and chunk.is_word(place + 1) and chunk.is_word(place - 1):
            yield from _broken(chunk, place, lexicon)
        elif token.form[0].isalpha():
            yield from _capitals(chunk, place, lexicon)


def _length(chunk: Chunk, place: int, step: int) -> int:
    """Words from a mark to the next mark that ends a sentence."""
    at, count = place + step, 0
    while chunk.form(at) and chunk.form(at) not in (".", "!", "?", ";", '"', "…"):
        count += chunk.is_word(at)
        at += step
    return count


def _joined(chunk: Chunk, place: int, lexicon: Lexicon) -> Iterator[Slip]:
    word = chunk.form(place + 1)
    independent = chunk.low(place + 1) in _OPENERS or chunk.low(place + 1) in lexicon.names
    if not independent or min(_length(chunk, place, -1), _length(chunk, place, 1)) < 3:
        return
    zone = "speech" if chunk.speech[place] else "narration"
    lowered = chunk.cell(place + 1, word if chunk.low(place + 1) in lexicon.names else small(word))
    if chunk.form(place) == ";":
        yield Slip(f"splice.semicolon.{zone}", place, place + 1, (chunk.cell(place, ",", "R_;"),))
    else:
        yield Slip(f"splice.{zone}", place, place + 2, (chunk.cell(place, ",", "R_."), lowered))
        yield Slip(f"run-on.{zone}", place, place + 2, (lowered,), "A_.")
        yield Slip("end.lost", place, place + 1, (), "A_.")
        yield Slip("splice.capital", place, place + 1, (chunk.cell(place, ",", "R_."),))


def _ended(chunk: Chunk, place: int) -> Iterator[Slip]:
    if place == len(chunk.tokens) - 1 and place > 2 and chunk.is_word(place - 1):
        yield Slip("end.last", place, place + 1, (), "A_.")


def _broken(chunk: Chunk, place: int, lexicon: Lexicon) -> Iterator[Slip]:
    word = chunk.form(place + 1)
    low = word.lower()
    if not (low in _DEPENDENT or (low.endswith("ing") and len(low) > 5)) or not word[0].islower():
        return
    if min(_length(chunk, place, -1), _length(chunk, place, 1)) >= 3:
        dependent = low not in ("and", "but", "so", "or", "then")
        if dependent:
            yield Slip("fragment.semicolon", place, place + 1, (chunk.cell(place, ";", "R_,"),))
            upper = chunk.cell(place + 1, capital(word), "$LOWER")
            yield Slip("fragment.stop", place, place + 2, (chunk.cell(place, ".", "R_,"), upper))


def _capitals(chunk: Chunk, place: int, lexicon: Lexicon) -> Iterator[Slip]:
    form = chunk.form(place)
    if form[0].isupper():
        if form == "I" or form.startswith("I'"):
            yield Slip("case.i", place, place + 1, (chunk.cell(place, form.lower(), "$UPPER"),))
        elif not form.isupper() and place in chunk.starts and chunk.form(place - 1) in (".", "?", "!"):
            yield Slip("case.start", place, place + 1, (chunk.cell(place, small(form), "$UPPER"),))
        elif form.lower() in lexicon.names and place not in chunk.starts:
            yield Slip("case.name", place, place + 1, (chunk.cell(place, form.lower(), "$UPPER"),))
    elif place not in chunk.starts and chunk.form(place - 1) != '"':
        yield Slip("case.common", place, place + 1, (chunk.cell(place, capital(form), "$LOWER"),))
