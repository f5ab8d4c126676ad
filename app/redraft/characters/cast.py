# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast of a story: who is in it, what they are called, where, who says what, what is said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from redraft.characters.aliases import Person
from redraft.characters.attributes import Attribute, attributes
from redraft.characters.decisions import CastDecisions
from redraft.characters.mentions import Place
from redraft.characters.names import Names, find_names
from redraft.characters.naming import other_names
from redraft.characters.narrator import is_first_person, narrators_name
from redraft.characters.persons import Persons, find_persons
from redraft.characters.speakers import Known, attribute
from redraft.language.analysis import Analysis

NARRATOR = "Narrator"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a character in the paragraph with id ``paragraph``; offsets are code points in its reading text."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """An uninterrupted stretch of speech with its marks; ``speaker`` is a character's name, None when unclear."""

    paragraph: int
    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True)
class Character:
    """A person of the story. ``aliases`` are the other names as written, the most frequent first; ``scenes`` counts
    mentions by scene number; ``lines`` counts quotations; ``first_words`` is the sentence of the first mention.
    ``pronouns``: "he", "she" or None for not known.
    """

    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    scenes: dict[int, int] = field(default_factory=dict)
    lines: int = 0
    pronouns: str | None = None
    attributes: tuple[Attribute, ...] = ()
    first_words: str = ""


@dataclass(frozen=True)
class Cast:
    """``characters`` by number of mentions, the most frequent first; ``quotes`` in reading order."""

    characters: tuple[Character, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def find(self, name: str) -> Character | None:
        """The character who bears a name or alias."""
        return next((each for each in self.characters if name == each.name or name in each.aliases), None)


def cast(
    paragraphs: Sequence[int], analyses: Sequence[Analysis], scene_of: Sequence[int],
    decisions: CastDecisions | None = None, names: Names | None = None,
) -> Cast:
    """The cast. ``paragraphs`` (ids), ``analyses`` and ``scene_of`` (scene numbers, 0 for front matter and notes)
    run in step; ``names`` spares finding them again.

    Raises:
        ValueError: when the three sequences differ in length.
    """
    if not len(paragraphs) == len(analyses) == len(scene_of):
        raise ValueError("a cast needs one id and one scene for each paragraph")
    story = _Story(paragraphs, analyses, scene_of)
    return story.cast(names if names is not None else find_names(analyses), decisions or CastDecisions())


class _Story:
    """Finds the persons, then reads everything else off them. Front matter and notes (scene 0) are not read."""

    def __init__(self, paragraphs: Sequence[int], analyses: Sequence[Analysis], scene_of: Sequence[int]) -> None:
        self.ids, self.scene_of = paragraphs, scene_of
        self.analyses = [each if scene else Analysis("") for each, scene in zip(analyses, scene_of, strict=True)]

    def cast(self, names: Names, decisions: CastDecisions) -> Cast:
        """Put the cast together."""
        persons = find_persons(self.analyses, self.scene_of, names, decisions)
        narrator = self._narrator(persons, decisions)
        genders = {index: each.gender for index, each in enumerate(persons.known)}
        titles = {index: frozenset(persons.known[index].titles()) for index in persons.shown}
        speeches = attribute(self.analyses, persons.mentions, Known(genders, titles, narrator), self.scene_of)
        facts = attributes(self.analyses, persons.mentions, genders, speeches, narrator)
        lines = Counter(each.speaker for each in speeches)
        characters = [
            self._character(persons, index, mine, lines[index], facts.get(index, []))
            for index, mine in persons.by_person().items()
            if mine or lines[index]
        ]
        characters.sort(key=lambda each: (-len(each.mentions), -each.lines, each.name))
        quotes = (
            Quote(self.ids[each.paragraph], each.start, each.end,
                  None if each.speaker is None else persons.shown[each.speaker])
            for each in speeches
        )  # fmt: skip
        return Cast(tuple(characters), tuple(quotes))

    def _narrator(self, persons: Persons, decisions: CastDecisions) -> int | None:
        """Who tells the story; somebody added to the persons when the text does not name them."""
        if not is_first_person(self.analyses):
            return None
        named = narrators_name(self.analyses, persons.mentions)
        if named is None:
            named = len(persons.known)
            persons.known.append(Person())
            persons.shown[named] = dict(decisions.renames).get(NARRATOR, NARRATOR)
        return named

    def _character(
        self, persons: Persons, index: int, mine: Sequence[Place], lines: int, facts: Sequence[Attribute],
    ) -> Character:
        chains = [place.chain for place in mine]
        name = persons.shown[index]
        return Character(
            name=name, aliases=other_names(chains, name),
            mentions=tuple(Mention(self.ids[each.paragraph], each.start, each.end) for each in chains),
            scenes=dict(sorted(Counter(self.scene_of[each.paragraph] for each in chains).items())),
            lines=lines, pronouns=persons.known[index].gender,
            attributes=tuple(replace(each, paragraph=self.ids[each.paragraph]) for each in facts),
            first_words=self._first_words(mine),
        )

    def _first_words(self, mine: Sequence[Place]) -> str:
        if not mine:
            return ""
        chain = mine[0].chain
        analysis = self.analyses[chain.paragraph]
        sentence = analysis.sentence_at(chain.start)
        return analysis.text[sentence.start : sentence.end].strip() if sentence else analysis.text
