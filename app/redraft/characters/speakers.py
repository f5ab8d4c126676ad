# SPDX-License-Identifier: GPL-3.0-or-later
"""Who speaks each quotation: by tags, by actions beside it, by whose turn it is. What stays unclear stays None."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from redraft.characters.descriptions import NOUNS, TITLES_OF, descriptions
from redraft.characters.evidence import is_vocative
from redraft.characters.mentions import Place
from redraft.characters.tables import FEMALE, MALE
from redraft.characters.tags import Reader, Subject, runs_on
from redraft.language.analysis import Analysis

_MEMORY = 12
"""Paragraphs after which somebody who has not been named or heard is no longer taken to be in the conversation."""
_GAP = 2
"""Paragraphs without speech that a conversation may hold."""


class Sign(IntEnum):
    """What a speaker is known by, the surest last."""

    NOTHING = 0
    TURN = 1
    ACTION = 2
    PRONOUN = 3
    SAME = 4
    TAG = 5


@dataclass
class Speech:
    """One uninterrupted stretch of speech in paragraph ``paragraph`` (an index), and its speaker (an index)."""

    paragraph: int
    start: int
    end: int
    speaker: int | None = None
    sign: Sign = Sign.NOTHING
    described: bool = False


@dataclass
class _Scene:
    """Who was named or heard, and where last: the people a pronoun or an untagged line can belong to."""

    genders: Mapping[int, str | None]
    named: dict[int, int] = field(default_factory=dict)
    heard: list[tuple[int, int]] = field(default_factory=list)
    order: list[int] = field(default_factory=list)

    def name(self, person: int, paragraph: int) -> None:
        self.named[person] = paragraph
        if person in self.order:
            self.order.remove(person)
        self.order.append(person)

    def hear(self, person: int, paragraph: int) -> None:
        if not self.heard or self.heard[-1] != (person, paragraph):
            self.heard.append((person, paragraph))
        self.named[person] = paragraph

    def present(self, paragraph: int) -> list[int]:
        """Those named or heard lately, the latest named first."""
        return [each for each in reversed(self.order) if paragraph - self.named[each] <= _MEMORY]

    def last_speakers(self, paragraph: int) -> list[int]:
        """The last speakers before a paragraph, the latest first, each once."""
        found: list[int] = []
        for person, place in reversed(self.heard[-8:]):
            if place < paragraph and paragraph - place <= _MEMORY and person not in found:
                found.append(person)
        return found


@dataclass(frozen=True)
class Known:
    """What is known of the persons beforehand: ``genders`` and ``titles`` by person (an index); ``narrator`` is who
    says "I" in narration, if anybody."""

    genders: Mapping[int, str | None]
    titles: Mapping[int, frozenset[str]] = field(default_factory=dict)
    narrator: int | None = None


def attribute(
    analyses: Sequence[Analysis], mentions: Sequence[Place], known: Known, scene_of: Sequence[int],
) -> list[Speech]:
    """Every speech of the story with its speaker; ``scene_of`` gives the scene of each paragraph."""
    return _Attribution(analyses, mentions, known, scene_of).run()


class _Attribution:
    """One walk through the story in reading order, then one over the lines that nobody was found for."""

    def __init__(
        self, analyses: Sequence[Analysis], mentions: Sequence[Place], known: Known, scene_of: Sequence[int],
    ) -> None:
        self.analyses, self.narrator, self.scene_of = analyses, known.narrator, scene_of
        self.genders: dict[int, str | None] = dict(known.genders)
        self.titles = known.titles
        self.places: dict[int, list[Place]] = {}
        for place in mentions:
            self.places.setdefault(place.chain.paragraph, []).append(place)
        self.people: list[tuple[int, int]] = []
        self.strangers: dict[str, int] = {}
        self.speeches: list[Speech] = []
        self.by_paragraph: dict[int, list[Speech]] = {}
        self.scene = _Scene(self.genders)

    def run(self) -> list[Speech]:
        """Attribute everything."""
        for index, analysis in enumerate(self.analyses):
            if index and self.scene_of[index] != self.scene_of[index - 1]:
                self.scene, self.strangers = _Scene(self.genders), {}
            self._paragraph(index, analysis)
        self._drop_contradicted()
        self._fill_backwards()
        for speech in self.speeches:
            if speech.speaker is not None and speech.speaker < 0:
                speech.speaker, speech.described = None, True
        return self.speeches

    def _stranger(self, noun: str) -> int:
        """Somebody known by a description alone: a number below zero, the same for the same noun in a scene.

        "The doctor" is a person of that title, when the story has but one."""
        bearers = [each for each, titles in self.titles.items() if titles & TITLES_OF.get(noun, frozenset())]
        if len(bearers) == 1:
            return bearers[0]
        number = self.strangers.setdefault(noun, -len(self.strangers) - 1)
        self.genders[number] = NOUNS.get(noun)
        return number

    def _people(self, index: int, analysis: Analysis) -> list[tuple[int, int]]:
        """Who is named or described in a paragraph's narration: (offset, who), in order."""
        found = [(place.chain.start, place.person) for place in self.places.get(index, ())
                 if place.person is not None and not place.chain.speech]  # fmt: skip
        taken = {place.chain.first for place in self.places.get(index, ())}
        found += [(each.start, self._stranger(each.noun)) for each in descriptions(analysis) if each.first not in taken]
        return sorted(found)

    def _paragraph(self, index: int, analysis: Analysis) -> None:
        mine = [Speech(index, each.start, each.end) for each in analysis.speeches()]
        self.people = self._people(index, analysis)
        if mine:
            self.speeches += mine
            self.by_paragraph[index] = mine
            self._by_words(index, analysis, mine)
            self._by_continuation(index, analysis, mine)
            self._share(mine)
            if mine[0].speaker is None and not any(each.described for each in mine):
                self._by_turn(index, analysis, mine)
        for _, person in self.people:
            self.scene.name(person, index)
        for speech in mine:
            if speech.speaker is not None:
                self.scene.hear(speech.speaker, index)
                self.scene.order = [each for each in self.scene.order if each != speech.speaker] + [speech.speaker]

    def _by_words(self, index: int, analysis: Analysis, mine: list[Speech]) -> None:
        """Tags first; where there is none, what is done beside the speech."""
        names = {place.chain.first: (place.chain.last, place.person)
                 for place in self.places.get(index, ()) if not place.chain.speech}  # fmt: skip
        reader = Reader(analysis, names)
        for number, speech in enumerate(mine):
            subject = reader.tag(number)
            if subject is not None:
                self._give(speech, subject, index)
        if any(each.sign or each.described for each in mine):
            return
        for number, speech in enumerate(mine):
            subject = reader.action(number)
            if subject is not None:
                self._give(speech, subject, index)
                if speech.sign:
                    return

    def _give(self, speech: Speech, subject: Subject, index: int) -> None:
        if subject.person is not None:
            speech.speaker, speech.sign = subject.person, Sign.TAG if subject.tagged else Sign.ACTION
        elif subject.pronoun is not None:
            speaker = self._meant(subject, index, self._called(speech))
            if speaker is not None:
                speech.speaker, speech.sign = speaker, Sign.PRONOUN if subject.tagged else Sign.ACTION
            else:
                speech.described = subject.tagged
        elif subject.noun in NOUNS and subject.noun is not None:
            speech.speaker, speech.sign = self._stranger(subject.noun), Sign.TAG if subject.tagged else Sign.ACTION
        elif subject.tagged:
            speech.described = True

    def _meant(self, subject: Subject, index: int, called: set[int]) -> int | None:
        """Whom a pronoun means: one named before it here; else, in talk, not the last speaker; else the last named."""
        if subject.pronoun == "i":
            return self.narrator
        gender = {"he": MALE, "she": FEMALE}.get(subject.pronoun or "")
        if gender is None:
            return None
        barred = called | self._objects(subject, index) | {self.narrator}
        here = [person for place, person in self.people if place < subject.at and person not in barred]
        fits = [each for each in here if self.genders.get(each) == gender]
        if fits:
            return fits[-1]
        present = [each for each in self.scene.present(index) if each not in barred]
        around = [each for each in present if self.genders.get(each) == gender]
        if not around:
            unknown = {each for each in (*here, *present) if self.genders.get(each) is None}
            return unknown.pop() if len(unknown) == 1 else None
        return self._in_turn(around, present, index, gender)

    def _in_turn(self, around: list[int], present: list[int], index: int, gender: str) -> int:
        """Of those whom a pronoun may mean, the one whose turn it is; else the last named."""
        heard = self.scene.heard
        just_spoke = heard[-1][0] if heard and heard[-1][1] >= index - 1 else None
        if just_spoke not in around:
            return around[0]
        may = [each for each in self.scene.last_speakers(index)
               if each != just_spoke and each in present and self.genders.get(each) in (gender, None)]  # fmt: skip
        return (may or [each for each in around if each != just_spoke] or around)[0]

    def _objects(self, subject: Subject, index: int) -> set[int]:
        """Who is named behind the pronoun in its sentence ("said he to Temple"): somebody else."""
        sentence = self.analyses[index].sentence_at(subject.at)
        end = sentence.end if sentence else len(self.analyses[index].text)
        return {person for place, person in self.people if subject.at < place < end}

    def _called(self, speech: Speech) -> set[int]:
        """Who is addressed by name in a speech, and so does not speak it."""
        analysis = self.analyses[speech.paragraph]
        return {place.person for place in self.places.get(speech.paragraph, ())
                if place.person is not None and speech.start <= place.chain.start < speech.end
                and is_vocative(analysis, place.chain)}  # fmt: skip

    def _named(self, speech: Speech) -> set[int]:
        """Who is named in a speech in whatever way: hardly anybody speaks of themselves by name."""
        return {place.person for place in self.places.get(speech.paragraph, ())
                if place.person is not None and speech.start <= place.chain.start < speech.end}  # fmt: skip

    def _by_continuation(self, index: int, analysis: Analysis, mine: list[Speech]) -> None:
        before = self.by_paragraph.get(index - 1)
        if before and mine[0].speaker is None and runs_on(self.analyses[index - 1].speeches(), analysis.speeches()):
            mine[0].speaker, mine[0].sign = before[-1].speaker, before[-1].sign
            mine[0].described = before[-1].described

    @staticmethod
    def _share(mine: list[Speech]) -> None:
        """All the speeches of a paragraph are one speaker's, but for those with a tag of their own."""
        for number, speech in enumerate(mine):
            if speech.sign or speech.described:
                continue
            known = [each for each in (*reversed(mine[:number]), *mine[number:]) if each.sign or each.described]
            if known:
                speech.speaker, speech.described = known[0].speaker, known[0].described
                speech.sign = min(known[0].sign, Sign.SAME)

    def _by_turn(self, index: int, analysis: Analysis, mine: list[Speech]) -> None:
        """Two who talk take turns; one who was called by name answers."""
        called = {each for speech in mine for each in self._named(speech)}
        before = self._speech_before(index)
        if before is None or (before.speaker is None and not before.described):
            return
        actor = self._actor_between(before.paragraph, index)
        if actor is not None and actor != before.speaker:
            taker = before.speaker if actor in called else actor
            if taker is not None:
                self._take(mine, taker)
                return
        answering = self._called_last(before)
        if len(answering) == 1 and answering[0] not in called and answering[0] != before.speaker:
            self._take(mine, answering[0])
            return
        others = [each for each in self.scene.last_speakers(index) if each != before.speaker and each not in called]
        if others and before.speaker is not None:
            self._take(mine, others[0])

    def _actor_between(self, before: int, index: int) -> int | None:
        """The one person who acts in the narration between two speeches: they answer by that, or speak next."""
        acting: set[int] = set()
        for place in (place for between in range(before + 1, index) for place in self.places.get(between, ())):
            last = self.analyses[place.chain.paragraph].tokens[place.chain.last - 1]
            if place.person is not None and last.dep in ("nsubj", "nsubjpass"):
                acting.add(place.person)
        return acting.pop() if len(acting) == 1 else None

    def _called_last(self, before: Speech) -> list[int]:
        found = [self._called(each) for each in self.by_paragraph[before.paragraph]]
        return sorted(set().union(*found))

    @staticmethod
    def _take(mine: list[Speech], speaker: int) -> None:
        for speech in mine:
            speech.speaker, speech.sign = speaker, Sign.TURN

    def _speech_before(self, index: int) -> Speech | None:
        """The last speech of the conversation before a paragraph."""
        for earlier in range(index - 1, max(-1, index - 2 - _GAP), -1):
            if self.scene_of[earlier] != self.scene_of[index]:
                return None
            if earlier in self.by_paragraph:
                return self.by_paragraph[earlier][-1]
        return None

    def _drop_contradicted(self) -> None:
        """Turns that end in a line whose speaker, known by its words, would speak twice running, are unsure."""
        run: list[list[Speech]] = []
        last = -1
        for index in sorted(self.by_paragraph):
            mine = self.by_paragraph[index]
            if index != last + 1:
                run = []
            last = index
            if mine[0].sign is Sign.TURN:
                run.append(mine)
                continue
            if run and mine[0].sign and mine[0].speaker == run[-1][0].speaker:
                for speech in (each for line in run for each in line):
                    speech.speaker, speech.sign = None, Sign.NOTHING
            run = []

    def _fill_backwards(self) -> None:
        """The first lines of a conversation, by whose turn it is afterwards."""
        for index in sorted(self.by_paragraph, reverse=True):
            mine = self.by_paragraph[index]
            if any(each.sign or each.described for each in mine):
                continue
            following = list(self._next_speakers(index))
            called = {each for speech in mine for each in self._named(speech)}
            if len(following) == 2 and following[0] != following[1] and following[1] not in called:
                self._take(mine, following[1])

    def _next_speakers(self, index: int) -> Iterator[int]:
        """The speakers of the next two paragraphs, when both follow at once and are known."""
        for later in (index + 1, index + 2):
            mine = self.by_paragraph.get(later)
            if mine and mine[0].speaker is not None and self.scene_of[later] == self.scene_of[index]:
                yield mine[0].speaker
