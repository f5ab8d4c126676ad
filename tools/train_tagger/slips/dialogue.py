# SPDX-License-Identifier: GPL-3.0-or-later
"""Where speech meets narration: full stop before a tag, action written as a tag, missing and misplaced commas."""

from __future__ import annotations

from collections.abc import Iterator

from train_tagger.chunk import Cell, Chunk, Slip, capital, small
from train_tagger.lexicon import SAID, Lexicon


def slips(chunk: Chunk, lexicon: Lexicon) -> Iterator[Slip]:
    """Every slip at the edges of speech."""
    for place, token in enumerate(chunk.tokens):
        if token.form != '"':
            continue
        if place in chunk.closing:
            yield from _after_speech(chunk, place, lexicon)
        else:
            yield from _before_speech(chunk, place, lexicon)


def _after_speech(chunk: Chunk, quote: int, lexicon: Lexicon) -> Iterator[Slip]:
    mark, word = chunk.form(quote - 1), chunk.form(quote + 1)
    if not word:
        yield from _last(chunk, quote, mark)
    elif not word[0].isalpha():
        return
    elif word[0].islower() or (mark in ",?!…—-" and _is_tag(chunk, quote + 1)):
        yield from _tag(chunk, quote, mark, lexicon)
    elif mark in (".", "?", "!", "…") and not _is_tag(chunk, quote + 1):
        yield from _action(chunk, quote, mark, lexicon)


def _is_tag(chunk: Chunk, place: int) -> bool:
    """True where the words at ``place`` say who speaks: "he said", "said Tom", "the old man asked"."""
    return any(
        chunk.low(at) in SAID for at in range(place, place + 4) if all(chunk.is_word(k) for k in range(place, at))
    )


def _tag(chunk: Chunk, quote: int, mark: str, lexicon: Lexicon) -> Iterator[Slip]:
    end, word = chunk.cell(quote), chunk.cell(quote + 1)
    upper = chunk.cell(quote + 1, capital(word.form), "$LOWER")
    is_name = word.form[0].isupper()
    if mark == ",":
        stop = chunk.cell(quote - 1, ".", "R_,")
        yield Slip("tag.stop", quote - 1, quote + 1, (stop, end))
        if not is_name:
            yield Slip("tag.stop-capital", quote - 1, quote + 2, (stop, end, upper))
            yield Slip("tag.capital", quote + 1, quote + 2, (upper,))
            yield Slip("tag.none-capital", quote - 1, quote + 2, (end, upper), "A_,")
        yield Slip("tag.none", quote - 1, quote, (), "A_,")
        yield Slip("tag.outside", quote - 1, quote + 1, (end, Cell(",", False, "D")), "A_,")
    elif mark in ("?", "!", "…", "—") and not is_name:
        yield Slip("tag.question-capital", quote + 1, quote + 2, (upper,))
    if mark in ("?", "!"):
        yield Slip("tag.double-mark", quote, quote, (Cell(",", False, "D"),))


def _action(chunk: Chunk, quote: int, mark: str, lexicon: Lexicon) -> Iterator[Slip]:
    """`." She smiled` written `," she smiled`: an action is no way of speaking."""
    end, word = chunk.cell(quote), chunk.cell(quote + 1)
    keeps = word.form == "I" or word.form.startswith("I'") or word.form.lower() in lexicon.names
    lower = chunk.cell(quote + 1, small(word.form), "$UPPER")
    if mark == ".":
        comma = chunk.cell(quote - 1, ",", "R_.")
        yield Slip("action.comma-capital", quote - 1, quote, (comma,))
        yield Slip("action.none", quote - 1, quote, (), "A_.")
        if not keeps:
            yield Slip("action.comma", quote - 1, quote + 2, (comma, end, lower))
    if not keeps:
        yield Slip("action.lower", quote + 1, quote + 2, (lower,))


def _last(chunk: Chunk, quote: int, mark: str) -> Iterator[Slip]:
    if mark == ".":
        yield Slip("end.none", quote - 1, quote, (), "A_.")
        yield Slip("end.comma", quote - 1, quote, (chunk.cell(quote - 1, ",", "R_."),))
    if mark == "?":
        yield Slip("end.no-question", quote - 1, quote, (), "A_?")


def _before_speech(chunk: Chunk, quote: int, lexicon: Lexicon) -> Iterator[Slip]:
    mark, word = chunk.form(quote - 1), chunk.form(quote + 1)
    if not word or not word[0].isalpha():
        return
    keeps = word == "I" or word.startswith("I'") or word.lower() in lexicon.names
    lower = chunk.cell(quote + 1, small(word), "$UPPER")
    resumed = any(place < quote for place in chunk.closing)
    if mark == "." and resumed:
        yield Slip("resume.comma", quote - 1, quote, (chunk.cell(quote - 1, ",", "R_."),))
        yield Slip("resume.none", quote - 1, quote, (), "A_.")
    if mark == "," and word[0].islower() and resumed:
        stop = chunk.cell(quote - 1, ".", "R_,")
        upper = chunk.cell(quote + 1, capital(word), "$LOWER")
        yield Slip("resume.stop", quote - 1, quote + 2, (stop, chunk.cell(quote), upper))
        yield Slip("resume.none-comma", quote - 1, quote, (), "A_,")
        yield Slip("resume.capital", quote + 1, quote + 2, (upper,))
    if mark == "," and word[0].isupper():
        yield Slip("lead.none", quote - 1, quote, (), "A_,")
        yield Slip("lead.stop", quote - 1, quote, (chunk.cell(quote - 1, ".", "R_,"),))
    if word[0].isupper() and not keeps and mark != ",":
        yield Slip("open.lower", quote + 1, quote + 2, (lower,))
    elif word[0].isupper() and not keeps and not resumed:
        yield Slip("lead.lower", quote + 1, quote + 2, (lower,))
