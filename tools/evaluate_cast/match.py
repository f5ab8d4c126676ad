# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom our persons are in LitBank: the entity that most of a person's names, or a stranger's descriptions, overlap."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from redraft.characters.coreference import By
from redraft.characters.decisions import CastDecisions
from redraft.characters.names import find_names
from redraft.characters.narrator import is_first_person, narrators_name
from redraft.characters.persons import Persons, find_persons
from redraft.characters.speakers import Known, Talk, listen
from redraft.characters.turns import Cue, Turn
from redraft.language.analysis import Analysis
from tools.evaluate_cast.books import Book, Mention, Quotation


@dataclass
class Story:
    """A text with its persons and its talk, nothing decided; ``narrator`` is who says "I"."""

    analyses: Sequence[Analysis]
    persons: Persons
    talk: Talk
    narrator: int | None


def story(analyses: Sequence[Analysis], scene_of: Sequence[int]) -> Story:
    """Find persons and talk."""
    persons = find_persons(analyses, scene_of, find_names(analyses), CastDecisions())
    narrator = None
    if is_first_person(analyses):
        named = narrators_name(analyses, persons.mentions)
        narrator = len(persons.known) if named is None else named
    genders = {index: each.gender for index, each in enumerate(persons.known)}
    titles = {index: frozenset(persons.known[index].titles()) for index in persons.shown}
    talk = listen(analyses, persons.mentions, Known(genders, titles, narrator), scene_of)
    return Story(analyses, persons, talk, narrator)


def entities(found: Story, book: Book) -> dict[int, str]:
    """The entity of each person and stranger that has one."""
    by_paragraph: dict[int, list[Mention]] = defaultdict(list)
    for mention in book.mentions:
        by_paragraph[mention.paragraph].append(mention)
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for place in found.persons.mentions:
        for each in by_paragraph[place.chain.paragraph]:
            if place.person is not None and each.kind == "PROP" and each.entity and (
                each.start < place.chain.end and place.chain.start < each.end
            ):
                votes[place.person][each.entity] += 1
    for index, told in enumerate(found.talk.told):
        for reference in told.references:
            meant = [each for each in by_paragraph[index] if each.start == reference.start and each.kind == "NOM"]
            if reference.by is By.NOUN and reference.person is not None and meant:
                votes[reference.person][min(meant, key=lambda each: each.end).entity] += 1
    known = {person: each.most_common(1)[0][0] for person, each in votes.items()}
    told_by = Counter(each.entity for each in book.mentions if each.words == "I")
    if found.narrator is not None and told_by:
        known[found.narrator] = told_by.most_common(1)[0][0]
    return known


def turn_at(talk: Talk, quotation: Quotation) -> int | None:
    """The number of the turn that holds most of a quotation."""
    best, most = None, 0
    for number, turn in enumerate(talk.turns):
        for place in turn.speeches:
            speech = talk.speeches[place]
            if speech.paragraph == quotation.paragraph:
                end = quotation.end if quotation.last == quotation.paragraph else speech.end
                shared = min(speech.end, end) - max(speech.start, quotation.start)
                best, most = (number, shared) if shared > most else (best, most)
    return best


def kind(turn: Turn) -> str:
    """"explicit" (a name in the tag), "anaphoric" (a pronoun or a noun), "implicit" (no tag)."""
    if turn.cue is Cue.NAME:
        return "explicit"
    return "anaphoric" if turn.cue in (Cue.PRONOUN, Cue.NOUN, Cue.NARRATOR) else "implicit"
