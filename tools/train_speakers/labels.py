# SPDX-License-Identifier: GPL-3.0-or-later
"""Conversations of labelled novels (:mod:`tools.evaluate_cast.labelled`), and which novels nothing is learned from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from redraft.characters.clues import Clues
from tools.evaluate_cast.labelled import NARRATOR, NOBODY, SEVERAL, Book, Quotation
from tools.evaluate_cast.match import Story
from tools.evaluate_cast.people import plain
from tools.train_speakers.examples import Conversation, Vocabulary, conversations_of

_KEPT_OUT = (
    "handful-of-dust", "passage-to-india", "room-with-a-view", "alice-in-wonderland", "alices-adventures-in-wonderland",
    "anne-of-green-gables", "daisy-miller", "emma", "hard-times", "howards-end", "mansfield-park", "night-and-day",
    "northanger-abbey", "oliver-twist", "persuasion", "pride-and-prejudice", "sense-and-sensibility",
    "age-of-innocence", "the-awakening", "the-gambler", "great-gatsby", "invisible-man", "man-who-was-thursday",
    "mysterious-affair-at-styles", "picture-of-dorian-gray", "sign-of-the-four", "sport-of-the-gods", "sun-also-rises",
    "winnie-the-pooh",
)


def is_kept_out(name: str) -> bool:
    """Whether a novel is one of the Project Dialogism Novel Corpus, which is for testing alone."""
    return any(title in name.replace("_", "-") for title in _KEPT_OUT)


def from_labels(found: Story, book: Book, known: Vocabulary) -> Iterator[Conversation]:
    """The conversations of a novel in which a reader has written down who speaks."""
    ours = _people(found, book)
    talk = found.talk
    turn_of = {place: number for number, turn in enumerate(talk.turns) for place in turn.speeches}
    clues = Clues(talk.told, talk.scene_of, talk.turns, talk.company)
    labels: dict[int, int | str | None] = {}
    for quotation in book.quotations:
        speech = _speech(found, quotation)
        if speech is None or quotation.speaker in (NOBODY, SEVERAL):
            continue
        number = turn_of[speech]
        near = clues.candidates(number)
        people = ours.get(quotation.speaker) or _strangers(found, quotation.speaker, near)
        labels.setdefault(number, next((each for each in people if each in near), people[0] if people else None))
    yield from conversations_of(found, labels, {}, known, 1.0)


def _people(found: Story, book: Book) -> dict[str, list[int]]:
    """Our persons by listed name, the most frequent first."""
    owners: dict[str, list[str]] = defaultdict(list)
    for listed in book.characters:
        for form in {plain(form) for form in (*listed.names, listed.name)}:
            owners[form].append(listed.name)
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for place in found.persons.mentions:
        if place.person is not None:
            text = found.analyses[place.chain.paragraph].text[place.chain.start : place.chain.end]
            votes[place.person].update(owners.get(plain(text), ()))
    ours: dict[str, list[int]] = defaultdict(list)
    counts = found.talk.company.counts
    for person in sorted(votes, key=lambda each: -counts.get(each, 0)):
        for name, _ in votes[person].most_common(1):
            ours[name].append(person)
    if found.narrator is not None:
        ours[NARRATOR].append(found.narrator)
        if book.narrator is not None:
            ours[book.narrator].append(found.narrator)
            ours[NARRATOR] += ours[book.narrator]
    return ours


def _strangers(found: Story, description: str, near: list[int | None]) -> list[int]:
    """The strangers near by whom "the man in grey" may be."""
    noun = plain(description).split(" in ")[0].split()[-1]
    return [each for each in near if each is not None and each < 0 and found.talk.strangers.get(each).noun == noun]


def _speech(found: Story, quotation: Quotation) -> int | None:
    """The speech that holds most of a quotation."""
    shared = {
        number: min(each.end, quotation.end) - max(each.start, quotation.start)
        for number, each in enumerate(found.talk.speeches) if each.paragraph == quotation.paragraph
    }
    best = max(shared, key=lambda each: shared[each], default=None)
    return best if best is not None and shared[best] > 0 else None
