# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast of a story: who is in it, what they are called, where, who says what, what is said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from redraft.characters.attributes import Attribute, attributes
from redraft.characters.bynames import ByName, bynames
from redraft.characters.decisions import CastDecisions
from redraft.characters.mentions import Place
from redraft.characters.nameless import Nameless, nameless
from redraft.characters.names import Names, find_names
from redraft.characters.naming import other_names
from redraft.characters.narrator import is_first_person, narrators_name
from redraft.characters.person import Person
from redraft.characters.persons import Persons, find_persons
from redraft.characters.speaker_weights import weights
from redraft.characters.speakers import Known, Speech, Talk, decide, listen
from redraft.characters.transcripts import Line, transcript
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
    """An uninterrupted stretch of speech with its marks; ``speaker`` is a character's name, None when unclear.

    ``sign``: what tells the speaker ("tag", "pronoun", "action", "turn", "nothing"); ``odds``: how probable, 0–1.
    """

    paragraph: int
    start: int
    end: int
    speaker: str | None
    sign: str = "nothing"
    odds: float = 0.0


@dataclass(frozen=True)
class Character:
    """A person of the story. ``aliases`` are the other names as written, the most frequent first, then by-names ("the
    doctor"); ``mentions`` are the places of all of them; ``scenes`` counts
    mentions by scene number; ``lines`` counts quotations; ``first_words`` is the sentence of the first mention.
    ``pronouns``: "he", "she" or None for not known. ``named``: False for somebody known by a description alone;
    ``tells``: who says "I" in the narration.
    """

    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    scenes: dict[int, int] = field(default_factory=dict)
    lines: int = 0
    pronouns: str | None = None
    attributes: tuple[Attribute, ...] = ()
    first_words: str = ""
    named: bool = True
    tells: bool = False


@dataclass(frozen=True)
class Cast:
    """``characters``: who tells the story, then by number of mentions, the most frequent first; ``quotes`` in reading
    order."""

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
    lines = transcript([each.text for each in story.analyses])
    if lines:
        return story.transcript(lines, decisions or CastDecisions())
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
        talk = listen(self.analyses, persons.mentions, Known(genders, titles, narrator), self.scene_of)
        decide(talk, weights())
        others = nameless(talk, persons.known, persons.shown, decisions)
        facts = attributes(self.analyses, persons.mentions, genders, talk.speeches, narrator, persons.shown)
        entered = {**persons.shown, **others.names}
        for speech in talk.speeches:
            speech.speaker = _entered(speech.speaker, entered, others)
        lines = Counter(each.speaker for each in talk.speeches)
        called = bynames(talk.described, self.analyses)
        refused = set(decisions.splits)
        characters = [
            self._character(persons, index, mine, lines[index], facts.get(index, []), [
                each for each in called.get(index, ()) if (persons.shown[index], each.words) not in refused
            ])
            for index, mine in persons.by_person().items()
            if mine or lines[index]
        ]
        characters += [self._nameless(talk, others, index, lines[index]) for index in others.names]
        teller = persons.shown.get(narrator) if narrator is not None else None
        characters = [replace(each, tells=True) if each.name == teller else each for each in characters]
        characters.sort(key=lambda each: (not each.tells, -len(each.mentions), -each.lines, each.name))
        quotes = (self._quote(each, entered) for each in talk.speeches)
        return Cast(tuple(characters), tuple(quotes))

    def transcript(self, lines: Sequence[Line], decisions: CastDecisions) -> Cast:
        """The cast of a play or a chat: those whose names stand before the lines."""
        renames = dict(decisions.renames)
        mine: dict[str, list[Line]] = {}
        for line in lines:
            if line.speaker not in decisions.not_people:
                mine.setdefault(renames.get(line.speaker, line.speaker), []).append(line)
        characters = [
            Character(
                name, (), tuple(Mention(self.ids[each.paragraph], each.name_start, each.name_end) for each in spoken),
                dict(sorted(Counter(self.scene_of[each.paragraph] for each in spoken).items())), len(spoken),
                first_words=self.analyses[spoken[0].paragraph].text,
            )
            for name, spoken in sorted(mine.items(), key=lambda each: -len(each[1]))
        ]
        quotes = (
            Quote(self.ids[each.paragraph], each.start, each.end, renames.get(each.speaker, each.speaker), "tag", 1.0)
            for each in lines if each.speaker not in decisions.not_people
        )
        return Cast(tuple(characters), tuple(quotes))

    def _quote(self, each: Speech, names: Mapping[int, str]) -> Quote:
        speaker = None if each.speaker is None else names[each.speaker]
        return Quote(self.ids[each.paragraph], each.start, each.end, speaker, each.sign.name.lower(), each.odds)

    def _nameless(self, talk: Talk, others: Nameless, index: int, lines: int) -> Character:
        """Somebody known by a description: where they are described."""
        mine = [
            (paragraph, each) for paragraph, here in sorted(talk.described.items()) for each in here
            if others.same.get(each.person) == index
        ]
        first = mine[0] if mine else None
        return Character(
            name=others.names[index],
            mentions=tuple(Mention(self.ids[paragraph], each.start, each.end) for paragraph, each in mine),
            scenes=dict(sorted(Counter(self.scene_of[paragraph] for paragraph, _ in mine).items())),
            lines=lines, pronouns=talk.company.genders.get(index), named=False,
            first_words=self._sentence(first[0], first[1].start) if first else "",
        )

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
        called: Sequence[ByName],
    ) -> Character:
        chains = [place.chain for place in mine]
        name = persons.shown[index]
        places = sorted([*((each.paragraph, each.start, each.end) for each in chains),
                         *(place for each in called for place in each.places)])  # fmt: skip
        return Character(
            name=name, aliases=(*other_names(chains, name), *(each.words for each in called)),
            mentions=tuple(Mention(self.ids[paragraph], start, end) for paragraph, start, end in places),
            scenes=dict(sorted(Counter(self.scene_of[paragraph] for paragraph, _, _ in places).items())),
            lines=lines, pronouns=persons.known[index].gender,
            attributes=tuple(replace(each, paragraph=self.ids[each.paragraph]) for each in facts),
            first_words=self._first_words(mine),
        )

    def _first_words(self, mine: Sequence[Place]) -> str:
        if not mine:
            return ""
        return self._sentence(mine[0].chain.paragraph, mine[0].chain.start)

    def _sentence(self, paragraph: int, start: int) -> str:
        analysis = self.analyses[paragraph]
        sentence = analysis.sentence_at(start)
        return analysis.text[sentence.start : sentence.end].strip() if sentence else analysis.text


def _entered(speaker: int | None, names: Mapping[int, str], others: Nameless) -> int | None:
    """The speaker as they are entered in the cast; None for somebody who is not."""
    if speaker is not None and speaker < 0:
        speaker = others.same.get(speaker)
    return speaker if speaker in names else None
