# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a small word missing, too many, or another than custom has: wanted know, could can, arrived to the.

Why a reader minds: small words are read without being seen, until one is not there.

When to leave it: in the mouth of somebody who speaks so.

Example: She wanted know why. → She wanted to know why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.frames import SMALL, between, missing, wrong
from redraft.checks.lexicon import BE, DO, HAVE, MODALS, words
from redraft.checks.phrases import fitted
from redraft.checks.rates import reads_clean
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.pairs import EDGE, times_together
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice, zone_of
from redraft.language.analysis import Zone

_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[.,;:!?\"]|\d+")
_STOPS = frozenset('.!?"')
_NO_WORDS = (EDGE, ",")
_LEFT_OUT = ("to", "of", "the", "a", "at", "be", "been", "was", "had", "is", "are", "for", "in", "on", "with")
_PLACED = words("to of in on at for from by with into onto about")
_MISSING, _HINTED = 8.0, 3.0
"""Bits from which a missing word is shown on this rule's word alone, and from which another judge must agree."""
_FRAMED = 4.5
"""Bits that are enough where grammar asks for the word as well: "to" before a verb, "be" behind "would"."""
_WRONG_HINTED = 3.0
_EXPECTED, _RARER, _RARER_HINTED, _SEEN = 60.0, 400.0, 30.0, 15.0
"""A pair that chance alone would have so often and novels never have is a slip, if without a word the rest is usual."""
_ENDS = words("be been to in on at for with from by of about up out down off over")
"""Words that may end a clause before a helper."""
_TOKENS = 15e6


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word or mark as the tables have it, its place, and whether a blank alone parts it from the one before."""

    word: str
    start: int
    end: int
    joined: bool
    name: bool


def _pieces(passage: Passage) -> tuple[_Piece, ...]:
    return _cut(passage.straight)


@lru_cache(maxsize=4)
def _cut(text: str) -> tuple[_Piece, ...]:
    found = [_Piece(EDGE, 0, 0, False, False)]
    for match in _PIECE.finditer(text):
        piece, before = match.group(), found[-1]
        opens = before.word == EDGE
        small = EDGE if piece in _STOPS else "0" if piece.isdigit() else piece.lower()
        name = piece[0].isupper() and not opens and piece != "I"
        joined = text[before.end : match.start()] == " " or (opens and not before.end)
        found.append(_Piece(small, match.start(), match.end(), joined, name))
    return (*found, _Piece(EDGE, len(text), len(text), False, False))


def _usable(row: Sequence[_Piece]) -> bool:
    return not row[0].name and not any(each.name or not each.joined for each in row[1:])


@check(
    id="small-word-missing", name="Small word missing", category="missing-word", weight=0.62,
    examples=(
        Fires("She ⟦wanted know⟧ why he had lied.", "wanted to know"),
        Fires("He sat down ⟦in chair⟧ by the window.", "in a chair"),
        Fires("He poured himself a ⟦cup tea⟧ and sat down.", "cup of tea"),
        Quiet("She wanted to know why he had lied."),
        Quiet("He sat in state by the window, as in church."),
        Quiet("He sat in bed and went to sea."),
    ),
)
def small_word_missing(passage: Passage) -> Iterator[Found]:
    """Two words side by side that novels never have so, and often with one small word between."""
    row = _pieces(passage)
    for left, right in pairwise(row):
        if left.name or right.name or not right.joined or left.word in _NO_WORDS or right.word in _NO_WORDS:
            continue
        if left.word in ("up", "down"):
            continue  # up river, down town
        likely = _behind(left.word) & _before(right.word)
        if not likely or (times_together(left.word, right.word) and not _marked(passage, left.end)):
            continue
        gains = sorted(((missing(left.word, each, right.word), each) for each in likely), reverse=True)
        best = gains[0][0]
        if best < _HINTED or own_voice(passage, left.start, right.end):
            continue
        start, end = left.start, right.end
        news = [each for gain, each in gains if gain > max(_HINTED, best - 4)][:3]
        least = _FRAMED if _in_frame(passage, left, gains[0][1], right) else _MISSING
        sure = best >= least and not _asked(passage, left) and not reads_clean(passage.story.roughness)
        fixes = tuple(f"{passage.text[start:left.end]} {each} {passage.text[right.start:end]}" for each in news)
        yield Found(start, end, f"A small word seems to be missing here: “{fixes[0]}”.", fixes, unsure=not sure)


@lru_cache(maxsize=20_000)
def _behind(left: str) -> frozenset[str]:
    """The words that may be left out and that novels have behind this one."""
    return frozenset(each for each in _LEFT_OUT if times_together(left, each))


@lru_cache(maxsize=20_000)
def _before(right: str) -> frozenset[str]:
    """The words that may be left out and that novels have before this one."""
    return frozenset(each for each in _LEFT_OUT if times_together(each, right))


def _marked(passage: Passage, place: int) -> bool:
    """Whether the tagger marks the place at all."""
    return any(each.engine == "tagger" and each.start <= place <= each.end for each in passage.marks)


def _asked(passage: Passage, left: _Piece) -> bool:
    """Whether the first word is the subject of a helper before it: "was she glad"."""
    index = passage.analysis.token_index(left.start)
    return index > 0 and passage.analysis.tokens[index - 1].lower in BE | DO | HAVE | MODALS


def _in_frame(passage: Passage, left: _Piece, small: str, right: _Piece) -> bool:
    """Whether the words beside the gap call for the missing one by themselves."""
    tokens = passage.analysis.tokens
    one, other = passage.analysis.token_index(left.start), passage.analysis.token_index(right.start)
    if not 0 <= one < other < len(tokens):
        return False
    behind = tokens[other + 1].tag if other + 1 < len(tokens) else ""
    if small == "to":
        asks = tokens[one].tag in ("VBD", "VBG", "VBZ", "VBP", "VBN") and tokens[one].lower not in BE | DO
        return asks and tokens[other].tag in ("VB", "VBP")
    if small == "be":
        return left.word in MODALS
    if small == "been":
        return left.word in HAVE and not behind.startswith("NN")
    return False


@check(
    id="small-word-wrong", name="Another small word than custom has", category="preposition", weight=0.62,
    examples=(
        Fires("They arrived ⟦to⟧ the village at noon.", "at", mark="R_at"),
        Fires("She was waiting ⟦to⟧ him by the gate.", "for", mark="R_for"),
        Quiet("They arrived at the village at noon."),
        Quiet("She was waiting to see him."),
    ),
)
def small_word_wrong(passage: Passage) -> Iterator[Found]:
    """A preposition that never stands between these two words in novels, where another often does."""
    row = _pieces(passage)
    for left, old, right in zip(row, row[1:], row[2:], strict=False):
        if old.word not in _PLACED or not _usable((left, old, right)) or EDGE in (left.word, right.word):
            continue
        if between(left.word, old.word, right.word):
            continue
        gains = sorted(((wrong(left.word, old.word, each, right.word), each) for each in _PLACED), reverse=True)
        best = gains[0][0]
        if best < _WRONG_HINTED or own_voice(passage, old.start, old.end):
            continue
        fixes = tuple(each for gain, each in gains if gain > max(_WRONG_HINTED, best - 4))[:3]
        message = f"With “{left.word}” goes “{fixes[0]}” here."
        yield Found(old.start, old.end, message, fixes, unsure=True)


@check(
    id="small-word-extra", name="Small word too many", category="extra-word", weight=0.62,
    examples=(
        Fires("She ⟦could can⟧ hear the waves.", "could"),
        Fires("It was ⟦a the⟧ first time he had seen snow.", "the"),
        Quiet("She could hear the waves."),
        Quiet("He knew that that was his."),
        Quiet("What he had was his, the sword and all."),
    ),
)
def small_word_extra(passage: Passage) -> Iterator[Found]:
    """Two small words side by side that never stand so, though both are everywhere."""
    row, clean = _pieces(passage), reads_clean(passage.story.roughness)
    for place in range(1, len(row) - 2):
        left, one, two, right = row[place - 1 : place + 3]
        if one.word not in SMALL or two.word not in SMALL or one.word == two.word or not _usable((one, two)):
            continue
        chance, seen = _by_chance(one.word, two.word), times_together(one.word, two.word)
        if chance < max(_EXPECTED, _RARER_HINTED * seen):
            continue
        keep_one, keep_two = _usual(left, one, right), _usual(left, two, right)
        if max(keep_one, keep_two) < _SEEN or own_voice(passage, one.start, two.end):
            continue
        kept = sorted(((keep_one, one), (keep_two, two)), key=lambda each: -each[0])
        fixes = tuple(
            fitted(passage.text[one.start : one.end], passage.text[each.start : each.end], passage.text)
            for count, each in kept if count >= _SEEN / 4
        )
        old = passage.text[one.start : two.end]
        message = f"“{old}”: one of the two seems to be left over."
        spoken = zone_of(passage, one.start) is not Zone.NARRATION or _clause_ends(one, two)
        yield Found(one.start, two.end, message, fixes, unsure=spoken or chance < _RARER * seen or clean)


def _clause_ends(one: _Piece, two: _Piece) -> bool:
    """Whether a clause may end between the two: what he used to be was gone."""
    return one.word in _ENDS and two.word in BE | HAVE | DO


def _by_chance(one: str, other: str) -> float:
    """How often the two would stand side by side if words fell as they like."""
    return float(2 ** (lexicon().level(one) + lexicon().level(other))) / _TOKENS


def _usual(left: _Piece, word: _Piece, right: _Piece) -> float:
    """How often the word stands between the two in novels, or beside the one of them that is known."""
    whole = between(left.word, word.word, right.word)
    return whole or min(times_together(left.word, word.word), times_together(word.word, right.word)) / 20
