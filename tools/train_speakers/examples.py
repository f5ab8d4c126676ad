# SPDX-License-Identifier: GPL-3.0-or-later
"""Conversations with what is known of their speakers.

In whole novels a tag with a name tells the speaker: half of those tags are hidden, and must be told from the rest.
Who acts beside a speech speaks it nine times in ten, and so does whom a tag describes. Turns of which nothing is known
are summed over. LitBank tells every speaker of its openings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

import numpy as np
from numpy.typing import NDArray

from redraft.characters.clues import Clues
from redraft.characters.speakers import conversations, ties
from redraft.characters.tables import FEMALE, MALE
from redraft.characters.turns import NARRATOR, Cue
from tools.evaluate_cast.books import Book
from tools.evaluate_cast.match import Story, entities, turn_at

_HIDDEN = 0.5
_HIDDEN_AS_PRONOUN = 0.12
_ACTORS_SPEAK = 0.88
Labels = Mapping[int, "int | str | None"]
"""What is known of a turn: the speaker, nobody of ours (None), or the gender ("he", "she")."""
Integers = NDArray[np.int64]


class Vocabulary:
    """Clues and ties by number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __getitem__(self, name: str) -> int:
        return self.numbers.setdefault(name, len(self.numbers))


@dataclass(frozen=True)
class Example:
    """A turn: its candidates; its clues as (candidate, number, value); its ties; which candidates may be right."""

    candidates: list[int | None]
    rows: Integers
    columns: Integers
    values: NDArray[np.float64]
    same: Integers
    back: Integers
    right: tuple[int, ...] | None


@dataclass(frozen=True)
class Conversation:
    """Turns in a row, and how much they count."""

    turns: list[Example] = field(default_factory=list)
    weight: float = 1.0


def from_novel(found: Story, known: Vocabulary, random: Random, weight: float) -> Iterator[Conversation]:
    """The conversations of a novel, half of its tags hidden."""
    labels: dict[int, int | str | None] = {}
    hidden: dict[int, str | None] = {}
    for number, turn in enumerate(found.talk.turns):
        hint = turn.hint
        if turn.cue in (Cue.ACTION, Cue.NOUN) and random.random() < _ACTORS_SPEAK:
            if hint.gender == NARRATOR or hint.person is not None:
                labels[number] = found.narrator if hint.person is None else hint.person
            elif hint.gender in (MALE, FEMALE):
                labels[number] = hint.gender
        speaker = hint.person if turn.cue is Cue.NAME else found.narrator if turn.cue is Cue.NARRATOR else None
        if speaker is None:
            continue
        labels[number] = speaker
        chance, gender = random.random(), found.talk.company.genders.get(speaker)
        if chance < _HIDDEN:
            as_pronoun = chance < _HIDDEN_AS_PRONOUN and speaker != found.narrator
            hidden[number] = gender if as_pronoun else None
    yield from conversations_of(found, labels, hidden, known, weight)


def from_litbank(found: Story, book: Book, known: Vocabulary, weight: float) -> Iterator[Conversation]:
    """The conversations of an opening with all their speakers; guessed paragraphs count less."""
    ours: dict[str, list[int]] = {}
    counts = found.talk.company.counts
    for person, entity in sorted(entities(found, book).items(), key=lambda each: -counts.get(each[0], 0)):
        ours.setdefault(entity, []).append(person)
    clues = Clues(found.talk.told, found.talk.scene_of, found.talk.turns, found.talk.company)
    labels: dict[int, int | str | None] = {}
    for quotation in book.quotations:
        number = turn_at(found.talk, quotation)
        if number is not None and number not in labels:
            people = ours.get(quotation.speaker, [])
            near = clues.candidates(number)
            labels[number] = next((each for each in people if each in near), people[0] if people else None)
    yield from conversations_of(found, labels, {}, known, weight if book.aligned else 0.7 * weight)


def conversations_of(
    found: Story, labels: Labels, hidden: Mapping[int, str | None], known: Vocabulary, weight: float,
) -> Iterator[Conversation]:
    """The conversations in which something is known of a turn; ``hidden`` turns do not show their own cue."""
    talk = found.talk
    clues = Clues(talk.told, talk.scene_of, talk.turns, talk.company, hidden)
    for numbers in conversations(talk):
        if any(number in labels for number in numbers):
            turns = [_example(found, clues, number, numbers[0], labels, known) for number in numbers]
            yield Conversation(turns, weight)


def _example(
    found: Story, clues: Clues, number: int, first: int, labels: Labels, known: Vocabulary,
) -> Example:
    candidates = clues.candidates(number)
    told = [
        (row, known[name], value)
        for row, person in enumerate(candidates) for name, value in clues.of(number, person)
    ]
    same, back = ties(found.talk, clues, number, first)
    right = None
    if number in labels:
        right = _right(candidates, labels[number], found.talk.company.genders)
    return Example(
        candidates, np.array([each[0] for each in told], int), np.array([each[1] for each in told], int),
        np.array([each[2] for each in told], float), np.array([known[name] for name in same], int),
        np.array([known[name] for name in back], int), right,
    )


def _right(
    candidates: list[int | None], label: int | str | None, genders: Mapping[int, str | None],
) -> tuple[int, ...]:
    """The places of the candidates that may be right; nobody, who is last, when none of them can be."""
    if len(candidates) == 1:
        return (0,)
    if isinstance(label, str):
        fits = [place for place, each in enumerate(candidates)
                if each is not None and genders.get(each) in (label, None)]  # fmt: skip
        return tuple(fits) or (len(candidates) - 1,)
    return (candidates.index(label) if label in candidates else len(candidates) - 1,)
