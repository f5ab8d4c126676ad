# SPDX-License-Identifier: GPL-3.0-or-later
"""Commas that a copy editor would miss, and commas that have no business where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from train_tagger.chunk import Cell, Chunk, Slip
from train_tagger.lexicon import (
    ADDRESS,
    ASIDES,
    AUXILIARIES,
    CONJUNCTIONS,
    INTERJECTIONS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    Lexicon,
)

_DETERMINERS = frozenset("the a an his her my our their its this that these those".split())
_TAG_VERBS = frozenset(
    "isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't shouldn't wouldn't haven't hasn't "
    "hadn't ain't "
    "is are was were do does did will can could should would have has had am right eh huh okay".split()
)


def slips(chunk: Chunk, lexicon: Lexicon) -> Iterator[Slip]:
    """Every comma that may be lost and every place where a stray one may stand."""
    for place, token in enumerate(chunk.tokens):
        if token.form == "," and 0 < place < len(chunk.tokens) - 1 and chunk.is_word(place - 1):
            kind = kind_of(chunk, place, lexicon)
            if kind:
                yield Slip(f"comma.{kind}", place, place + 1, (), "A_,")
        elif token.form[0].isalpha():
            yield from _stray(chunk, place, lexicon)
    yield from _asides(chunk)


def kind_of(chunk: Chunk, place: int, lexicon: Lexicon) -> str:
    """Why a comma stands at ``place``, in a case an editor would insist on; empty where tastes differ."""
    if chunk.form(place + 1) == '"' or chunk.form(place - 1) == '"':
        return ""
    if _joins_clauses(chunk, place):
        return "clauses"
    if _is_tag_question(chunk, place):
        return "tag-question"
    if chunk.speech[place] and (kind := _addresses(chunk, place, lexicon)):
        return kind
    if _after_opening(chunk, place):
        return "opening"
    following = chunk.low(place + 1)
    if following in ("which", "who", "whose") and chunk.low(place - 1) not in PREPOSITIONS:
        return "relative"
    if following.endswith("ing") and len(following) > 5:
        return "participle"
    if following in ("though", "too", "please", "anyway", "either"):
        return "aside"
    return "series" if _in_series(chunk, place) else ""


def _subject_at(chunk: Chunk, place: int) -> bool:
    low = chunk.low(place)
    if low in PRONOUNS or low in ("there", "this", "that", "nobody", "everyone", "someone", "nothing", "everything"):
        return chunk.is_word(place + 1)
    return (low in _DETERMINERS or chunk.form(place)[:1].isupper()) and _verb_follows(chunk, place + 1)


def _verb_follows(chunk: Chunk, place: int) -> bool:
    """True where a finite verb stands within four words, before any mark."""
    for at in range(place, place + 4):
        if not chunk.is_word(at):
            return False
        low = chunk.low(at)
        if at in chunk.present or low in AUXILIARIES or low in ("would", "could", "did", "will", "can"):
            return True
        if not chunk.parsed and low.endswith("ed"):
            return True
    return False


def _joins_clauses(chunk: Chunk, place: int) -> bool:
    if chunk.commas.get(place) == "clauses":
        return True
    low = chunk.low(place + 1)
    if low not in CONJUNCTIONS or not _subject_at(chunk, place + 2):
        return False
    start = place
    while start and chunk.is_word(start - 1):
        start -= 1
    return place - start >= 3


def _is_tag_question(chunk: Chunk, place: int) -> bool:
    if chunk.form(place + 2) == "?" and chunk.low(place + 1) in ("right", "eh", "huh", "okay", "ok", "no", "yes"):
        return True
    return chunk.form(place + 3) == "?" and chunk.low(place + 1) in _TAG_VERBS and chunk.low(place + 2) in PRONOUNS


def _addresses(chunk: Chunk, place: int, lexicon: Lexicon) -> str:
    """A comma that sets off whom one speaks to, or a yes, no or oh."""
    first = place - 1 in chunk.starts
    before, after = chunk.low(place - 1), chunk.low(place + 1)
    if first and before in INTERJECTIONS:
        return "interjection"
    if (first or place - 2 in chunk.starts) and (before in ADDRESS or before in lexicon.names):
        return "address"
    last = chunk.form(place + 2) in (".", "?", "!", ",", '"') or (
        chunk.form(place + 3) in (".", "?", "!")
        and chunk.low(place + 1) in ("my", "mr", "miss", "old", "you", "dear", "captain")
    )
    return "address" if last and (after in ADDRESS or after in lexicon.names) else ""


def _after_opening(chunk: Chunk, place: int) -> bool:
    """The first comma of a sentence that opens with a clause, a participle or a linking adverb."""
    if chunk.commas.get(place) == "opening":
        return True
    start = place - 1
    while start > 0 and start not in chunk.starts:
        if chunk.form(start) == ",":
            return False
        start -= 1
    low = chunk.low(start)
    if low in ASIDES and start == place - 1:
        return True
    if not (chunk.low(place + 1) in PRONOUNS or _subject_at(chunk, place + 1)):
        return False
    return place - start >= 3 and (low in SUBORDINATORS or (low.endswith("ing") and len(low) > 5))


def _in_series(chunk: Chunk, place: int) -> bool:
    """The first comma of "a, b, and c" or of "long, dark hair"."""
    following = next((at for at in range(place + 1, place + 5) if chunk.form(at) == ","), None)
    return following is not None and chunk.low(following + 1) in ("and", "or") and chunk.form(place - 1)[0].islower()


def _asides(chunk: Chunk) -> Iterator[Slip]:
    """Both commas around "of course", "however" lost, or one of them."""
    for place in range(1, len(chunk.tokens) - 3):
        if chunk.form(place) != ",":
            continue
        for size in (1, 2):
            inner = range(place + 1, place + 1 + size)
            if chunk.form(place + size + 1) == "," and " ".join(chunk.lower[k] for k in inner) in _PARENTHESES:
                first, close = tuple(chunk.cell(k) for k in inner), chunk.cell(place + size + 1)
                yield Slip("aside.open", place, place + size + 2, (*first, close), "A_,")
                yield Slip(
                    "aside.close",
                    place,
                    place + size + 2,
                    (chunk.cell(place), *first[:-1], first[-1]._replace(tag="A_,")),
                )
                yield Slip("aside.both", place, place + size + 2, (*first[:-1], first[-1]._replace(tag="A_,")), "A_,")


_PARENTHESES = frozenset(
    ["however", "of course", "therefore", "perhaps", "after all", "in fact", "for example", "in turn", "indeed", "too"]
)


def _stray(chunk: Chunk, place: int, lexicon: Lexicon) -> Iterator[Slip]:
    """A comma after the word at ``place``, where none may be."""
    low, after = chunk.low(place), chunk.low(place + 1)
    if not chunk.is_word(place + 1) or not chunk.tokens[place + 1].spaced:
        return
    comma = Slip("", place + 1, place + 1, (Cell(",", False, "D"),))
    if place + 1 in chunk.present and low not in PRONOUNS and place not in chunk.starts:
        yield comma._replace(kind="stray.subject-verb")
    elif low in CONJUNCTIONS and after in PRONOUNS:
        yield comma._replace(kind="stray.conjunction")
    elif after == "that" and place in chunk.present:
        yield comma._replace(kind="stray.that")
    elif low in _DETERMINERS or low in PREPOSITIONS:
        yield comma._replace(kind="stray.phrase")
    elif after in PREPOSITIONS and place in chunk.present:
        yield comma._replace(kind="stray.preposition")
    elif after in ("because", "than", "until"):
        yield comma._replace(kind="stray.than" if after == "than" else "stray.because")
    else:
        yield comma._replace(kind="stray.other")
