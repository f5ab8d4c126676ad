# SPDX-License-Identifier: GPL-3.0-or-later
"""Openings that may want a comma behind them, and how often this story sets one there.

Some authors and publishers set the comma after “When he came” always, some never; what an author does throughout is
style and no error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redraft.characters.once import once
from redraft.checks.clauses import Clause, clauses, first_of
from redraft.checks.commas.model import Judge, load_judge
from redraft.checks.commas.suspects import read
from redraft.checks.lexicon import words
from redraft.language.analysis import Analysis, Sentence, Token

_LEADS = words("when whenever as if while although though because since unless until once after before even")
_PAUSES = frozenset((",", ";", ":", "—", "–", "-", "…", "(", ")"))
_FEWEST = 4
"""Words that the opening must have."""

_ENOUGH = 12
"""Openings from which on a habit can be told."""

_SAMPLE = 6_000
"""Tokens from which the habits are told."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The sentence itself begins at token ``subject``; ``comma``: a comma stands directly before it."""

    subject: int
    comma: bool


def openings(analysis: Analysis) -> Iterator[Opening]:
    """Sentences that open with a clause or a participle of four words or more, and go straight on to their subject."""
    tokens = analysis.tokens
    for sentence in analysis.sentences:
        first = sentence.first + (tokens[sentence.first].text in ("“", '"', "‘", "'"))
        if sentence.last - first < _FEWEST + 4:
            continue
        clausal = tokens[first].lower in _LEADS and tokens[first].tag in ("IN", "WRB", "RB")
        if not clausal and tokens[first].tag not in ("VBG", "VBN"):
            continue
        known = clauses(analysis, sentence)
        subject = _main_subject(tokens, sentence, first, known, clausal)
        if subject is None:
            subject = _misread_subject(tokens, first, known)
        if subject is not None and not _paused(tokens, first, subject - (tokens[subject - 1].text == ",")):
            yield Opening(subject, tokens[subject - 1].text == ",")


def opening_commas(analyses: Iterable[Analysis]) -> float | None:
    """The share (0–1) of such openings that this story closes with a comma; None where there are too few."""
    found = [each.comma for analysis in analyses for each in openings(analysis)]
    return sum(found) / len(found) if len(found) >= _ENOUGH else None


def comma_habits(analyses: Sequence[Analysis], judge: Judge | None = None) -> dict[str, float] | None:
    """How much more freely than most this author sets commas in gaps of each kind, in log-odds, from a sample.

    Where few such gaps are seen the habit stays near 0: it is the likeliest value for an author drawn from those
    whom the judge has learned from. None without a judge or with hardly any text.
    """
    judge = judge or load_judge()
    if judge is None:
        return None
    seen: dict[str, list[tuple[float, bool]]] = {}
    for analysis in _sample(analyses):
        _gather(analysis, judge, seen)
    if sum(map(len, seen.values())) < _ENOUGH:
        return None
    return {each: round(_habit(found), 2) for each, found in seen.items()}


def _sample(analyses: Sequence[Analysis]) -> Iterator[Analysis]:
    """Paragraphs from all over the story, up to :data:`_SAMPLE` tokens."""
    total = sum(len(each.tokens) for each in analyses)
    step = max(1, -(-total // _SAMPLE))
    yield from analyses[::step]


def _gather(analysis: Analysis, judge: Judge, seen: dict[str, list[tuple[float, bool]]]) -> None:
    kept = _kept(analysis)
    if kept.get("judge") is not judge:
        kept.update(judge=judge, gaps=_gaps(analysis, judge))
    for kind, odds, comma in kept["gaps"]:
        seen.setdefault(kind, []).append((odds, comma))


def _gaps(analysis: Analysis, judge: Judge) -> list[tuple[str, float, bool]]:
    """Of each gap its kind, the odds of a comma there, and whether there is one."""
    places, odds = read(analysis, judge, None)
    return [(place.kind, row[0], place.mark == ",") for place, row in zip(places, odds.tolist(), strict=True)
            if place.mark != ";"]


@once
def _kept(analysis: Analysis) -> dict[str, Any]:
    """The gaps of a paragraph, as the judge that read it last saw them."""
    return {}


def shift(odds: NDArray[np.float32], commas: NDArray[np.float32], weight: NDArray[np.float32]) -> float:
    """The shift of log-odds that makes these commas (1, or 0 for none) likeliest, drawn towards 0.

    It is drawn as one gap in doubt would draw it. ``weight``: for how many gaps each stands.
    """
    found = 0.0
    for _ in range(10):
        chances = 1 / (1 + np.exp(-(odds + found)))
        slope = float((weight * (commas - chances)).sum()) - found
        found += slope / (float((weight * chances * (1 - chances)).sum()) + 1)
        found = max(-6.0, min(6.0, found))
    return found


def _habit(found: Sequence[tuple[float, bool]]) -> float:
    odds, commas = np.array(found, np.float32).T
    return shift(odds, commas, np.ones_like(odds))


def _main_subject(
    tokens: tuple[Token, ...],
    sentence: Sentence,
    first: int,
    known: list[Clause],
    clausal: bool,
) -> int | None:
    """Where the subject of the main clause begins, when an opening of enough words stands before it."""
    main = next((each for each in known if tokens[each.verb].dep == "ROOT"), None)
    if main is None or main.subject > main.finite:
        return None
    if clausal and not any(each.verb < main.subject and each.led and each.subject > first - 1 for each in known):
        return None
    head = first if not clausal else next(each.verb for each in known if each.led)
    if tokens[head].head != main.verb or (not clausal and tokens[head].dep != "advcl"):
        return None
    begin = first_of(tokens, main.subject, first + 1)
    inside = any(tokens[each].head < begin and each > begin for each in range(begin, main.subject))
    return begin if begin - first >= _FEWEST and not inside else None


def _misread_subject(tokens: tuple[Token, ...], first: int, known: list[Clause]) -> int | None:
    """Where the main clause was taken for a relative one ("the wet street she thought of"): its subject, a pronoun.

    It was so when nothing else in the sentence is a main clause.
    """
    if any(not each.led for each in known) or (tokens[first].tag not in ("VBG", "VBN") and len(known) < 2):
        return None
    last = known[-1] if known else None
    if (
        last is None
        or tokens[last.verb].dep != "relcl"
        or tokens[last.subject].lower not in ("he", "she", "they", "i", "we", "it")
    ):
        return None
    return last.subject if last.subject - first >= _FEWEST and last.verb > last.subject else None


def _paused(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    return any(each.text in _PAUSES or each.text in '“”"?!' for each in tokens[first:last])
