# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: no comma before “and”, “but” or “so” where a new clause with a subject of its own begins.

Why a reader minds: without the comma the second subject looks like a part of the first clause, and the reader takes
the wrong turning.

When to leave it: where both clauses are short, or the author leaves such commas out throughout. How often this story
sets them is counted and weighed.

Example: The door opened slowly and the old man from the shop came in. → The door opened slowly, and the old man …
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.clauses import Clause, clauses, first_of
from redraft.checks.commas.findings import missing, surest
from redraft.checks.commas.kinds import JOINS
from redraft.checks.commas.suspects import odds_of
from redraft.checks.lexicon import words
from redraft.checks.story import Passage
from redraft.language.analysis import Sentence, Token, Zone

_KINDS = words("and-clause but-clause or-clause")
_PAUSES = frozenset((",", ";", ":", "—", "–", "(", "“", "”", '"', "‘", "…"))
_SHORT = 5
"""Words that each clause must have where the parse alone speaks."""
_LIKELY = -1.0
"""Log-odds of a missing comma from which on the parse is believed."""
_ROUGH = 2.0
"""Sure errors per 1,000 words from which on a bare "and" is taken for an oversight and not for a habit."""


@check(
    id="comma-before-conjunction",
    name="No comma between two clauses",
    category="comma",
    weight=0.5,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("The gentleness in his tone nearly broke ⟦her but⟧ she refused to give in to the old fear.", "her, but"),
        Fires(
            "He had asked for a bigger room in the ⟦tower but⟧ nobody in the office had ever answered him.",
            "tower, but",
        ),
        Quiet("The gentleness in his tone nearly broke her, but she refused to give in."),
        Quiet("He came and she went."),
        Quiet("He opened the door and stepped into the long dark hall."),
        Quiet("He said that the door was open and that she had gone into the hall."),
        Quiet("When the door opened at last and the old man came into the room, she stood up."),
        Quiet("She liked the small red house but not the garden behind it."),
    ),
)
def joined_clauses(passage: Passage) -> Iterator[Found]:
    """Conjunctions before a clause with its own subject: the judge of commas misses one, or the parse is plain."""
    yield from surest((*missing(passage, _KINDS, _message), *_plain(passage)))


def _message(before: str, word: str) -> str:
    return f"“{word}” begins a new clause with a subject of its own; a comma parts it from “{before}”."


def _plain(passage: Passage) -> Iterator[Found]:
    """Conjunctions between two long clauses by the parse alone; "and" only in a rough draft or with a second voice."""
    analysis = passage.analysis
    odds: dict[int, float] | None = None
    for sentence in analysis.sentences:
        if sentence.last - sentence.first < 2 * _SHORT + 2:
            continue
        known: list[Clause] | None = None
        for index in range(sentence.first + _SHORT, sentence.last - _SHORT):
            word = analysis.tokens[index]
            if word.lower not in JOINS or word.tag not in ("CC", "IN", "RB"):
                continue
            known = clauses(analysis, sentence) if known is None else known
            if _parts(passage, sentence, known, index):
                odds = odds if odds is not None else odds_of(passage, "missing") or {}
                yield _found(passage, index, odds.get(index - 1, 0.0))


def _found(passage: Passage, index: int, odds: float) -> Found:
    before, word = passage.analysis.tokens[index - 1], passage.analysis.tokens[index]
    speech = passage.analysis.zone(word.start) is not Zone.NARRATION
    rough = (passage.story.roughness or 0.0) >= _ROUGH
    fix = passage.text[before.start : before.end] + ", " + word.text
    unsure = speech or odds < _LIKELY or (word.lower in ("and", "or") and not rough)
    return Found(before.start, word.end, _message(before.text, word.text), (fix,), unsure=unsure)


def _parts(passage: Passage, sentence: Sentence, known: list[Clause], index: int) -> bool:
    tokens = passage.analysis.tokens
    if not tokens[index - 1].is_word or (tokens[index].lower == "so" and tokens[index + 1].lower in ("that", "as")):
        return False
    right = next(
        (each for each in known if each.subject > index and first_of(tokens, each.subject, index + 1) == index + 1),
        None,
    )
    left = [each for each in known if each.verb < index]
    if right is None or right.led or not left or any(each.led for each in left) or tokens[right.subject].dep == "expl":
        return False
    before, after = (
        _words(tokens, _start(tokens, sentence, index), index),
        _words(tokens, index + 1, _end(tokens, sentence, index)),
    )
    same = tokens[left[-1].subject].lower == tokens[right.subject].lower
    return (
        min(before, after) >= _SHORT
        and not same
        and right.finite < index + 6
        and left[-1].subject >= _start(tokens, sentence, index)
    )


def _start(tokens: tuple[Token, ...], sentence: Sentence, index: int) -> int:
    while index > sentence.first and tokens[index - 1].text not in _PAUSES:
        index -= 1
    return index


def _end(tokens: tuple[Token, ...], sentence: Sentence, index: int) -> int:
    while index < sentence.last and tokens[index].text not in _PAUSES:
        index += 1
    return index


def _words(tokens: tuple[Token, ...], first: int, last: int) -> int:
    return sum(each.is_word for each in tokens[first:last])
