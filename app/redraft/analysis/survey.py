# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from the whole story at one moment: scenes, facts, cast, continuity, how it reads.

A pure function of a snapshot, so that it may be worked out beside the judging of paragraphs and thrown away when
the author has typed on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from redraft.analysis.evidence import Evidence
from redraft.analysis.places import written_cast, written_continuity
from redraft.analysis.report import Continuity, ScenesReport
from redraft.characters.cast import Cast, cast
from redraft.characters.names import Names, find_names, proper_words
from redraft.characters.once import once
from redraft.checks.catalogue import story_catalogue
from redraft.checks.check import Check
from redraft.checks.facts import story_facts
from redraft.checks.finding import Finding
from redraft.checks.impression import first_impression
from redraft.checks.rules.confused.share import confusions
from redraft.checks.runner import Fault, story_findings
from redraft.checks.story import Passage, SceneFacts, StoryFacts
from redraft.continuity.study import study_continuity
from redraft.language.analysis import Analysis
from redraft.language.tense import Telling, scene_facts, telling
from redraft.language.thought import with_unmarked_thoughts
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Kind, Outline, Scene, outline
from redraft.readability.counts import count
from redraft.readability.report import report
from redraft.storage.decisions import Decisions

_SAMPLE = 240
Pause = Callable[[], None]


class GivenUp(BaseException):
    """The story is no longer the one that is being looked at. No failure, so what catches failures lets it pass."""


def _no_pause() -> None:
    """Go on."""


class Memory(Protocol):
    """Remembers what passages said of themselves."""

    def hear(self, passage: Passage, checks: Sequence[Check]) -> Iterable[str]:
        """The checks that are sure of something in it."""
        ...

    def confused(self, passage: Passage) -> int:
        """How many of its words are surely confused."""
        ...


class Watched(list[Passage]):
    """Passages that are gone through with a ``pause`` before each: what takes long can be given up in the middle."""

    def __init__(self, passages: Iterable[Passage], pause: Pause) -> None:
        super().__init__(passages)
        self._pause = pause

    def __iter__(self) -> Iterator[Passage]:
        for each in super().__iter__():
            self._pause()
            yield each


@dataclass(frozen=True)
class Snapshot:
    """The story at one moment: paragraphs and, in step, their evidence; and the author's decisions."""

    paragraphs: tuple[Paragraph, ...]
    evidence: tuple[Evidence, ...]
    decisions: Decisions


@dataclass(frozen=True)
class Facts:
    """What judging a paragraph needs to know beyond it: the outline, the facts of its scene and of the story.

    ``names``: the story's possible names, where every paragraph had been parsed.
    """

    outline: Outline
    scenes: tuple[SceneFacts, ...]
    story: StoryFacts
    told: Telling = field(default_factory=Telling)
    names: Names | None = field(default=None, compare=False, repr=False)

    def scene(self, index: int) -> SceneFacts:
        """The facts of the scene that holds the paragraph at ``index``."""
        number = self.outline.scene_of(index)
        front = self.outline.kinds[index] in (Kind.FRONT, Kind.NOTE)
        if number and not front:
            return self.scenes[number - 1]
        return SceneFacts(0, None, None, front_matter=front)


def facts(snapshot: Snapshot, *, habits: bool = True) -> Facts:
    """The facts of the story, as far as its paragraphs have been parsed. Without ``habits`` of commas it is quicker."""
    found = outline(snapshot.paragraphs, snapshot.decisions.scenes)
    known = [each.analysis for each in snapshot.evidence if each.analysis is not None]
    names = find_names(known)
    story = story_facts(
        [each.reading.text for each in snapshot.evidence], known, proper_words(names), snapshot.decisions.own_words,
        habits=habits)
    style = snapshot.decisions.style
    story = replace(story, variety=style.variety or story.variety, style=style)
    scenes, told = _scenes(snapshot, found)
    return Facts(found, scenes, story, told, names if len(known) == len(snapshot.evidence) else None)


def with_people(old: Facts, snapshot: Snapshot) -> Facts:
    """The facts after an edit, as far as the story's people follow from them: its outline, how its scenes are told, its
    names; everything else as it was. Every paragraph must have been parsed."""
    found = outline(snapshot.paragraphs, snapshot.decisions.scenes)
    names = find_names([each.analysis for each in snapshot.evidence if each.analysis is not None])
    scenes, told = _scenes(snapshot, found)
    return Facts(found, scenes, replace(old.story, names=proper_words(names)), told, names)


def refreshed(old: Facts, snapshot: Snapshot) -> Facts:
    """The facts after paragraphs came or went: the outline anew, everything else as it was where it can be."""
    found = outline(snapshot.paragraphs, snapshot.decisions.scenes)
    told = {scene.key: each for scene, each in zip(old.outline.scenes, old.scenes, strict=True)}
    scenes = [
        replace(told[each.key], number=each.number) if each.key in told
        else _scene(each, _telling(snapshot, found, each), old.told)
        for each in found.scenes
    ]
    return Facts(found, tuple(scenes), old.story, old.told)


def sampled(paragraphs: int) -> range:
    """The paragraphs (indices, of so many) that give the first impression: evenly over the whole story."""
    return range(0, paragraphs, max(1, paragraphs // _SAMPLE))


def with_roughness(
    known: Facts, snapshot: Snapshot, checks: Sequence[Check], pause: Pause = _no_pause,
    memory: Memory | None = None,
) -> Facts:
    """The facts with the manuscript's share of sure errors, from a sample of its paragraphs. ``pause`` is called often,
    and may raise; ``memory``: somebody who remembers what passages said."""
    clean = replace(known, story=replace(known.story, roughness=0.0))
    sample = [passage(snapshot, clean, index) for index in sampled(len(snapshot.paragraphs))]
    words = sum(count(each.text).words for each in sample)
    counted = Watched((replace(each, story=replace(each.story, words=words)) for each in sample), pause)
    seen = first_impression(counted, checks, memory.hear if memory else None)
    confused = confusions(counted, memory.confused if memory else None)
    story = replace(known.story, roughness=seen.roughness, abundant=seen.abundant, confusions=confused)
    return replace(known, story=story)


def _scenes(snapshot: Snapshot, found: Outline) -> tuple[tuple[SceneFacts, ...], Telling]:
    """How each scene is told, and the whole."""
    tellings = [_telling(snapshot, found, each) for each in found.scenes]
    told = sum(tellings, Telling())
    return tuple(_scene(each, one, told) for each, one in zip(found.scenes, tellings, strict=True)), told


def _telling(snapshot: Snapshot, found: Outline, scene: Scene) -> Telling:
    inside = [
        snapshot.evidence[place].analysis for place in range(scene.first, scene.last) if found.kinds[place] is Kind.BODY
    ]
    return sum((_told(each) for each in inside if each is not None), Telling())


@once
def _told(analysis: Analysis) -> Telling:
    return telling((analysis,))


def _scene(scene: Scene, told: Telling, story: Telling) -> SceneFacts:
    return SceneFacts(scene.number, *scene_facts(told, story))


def _as_told(analysis: Analysis, scene: SceneFacts) -> Analysis:
    """The analysis with its unmarked thoughts, for a scene that is told so."""
    kept = _thoughts(analysis)
    told = scene.tense, scene.person
    if told not in kept:
        kept[told] = with_unmarked_thoughts(analysis, *told)
    return kept[told]


@once
def _thoughts(analysis: Analysis) -> dict[tuple[str | None, str | None], Analysis]:
    return {}


def passage(snapshot: Snapshot, known: Facts, index: int) -> Passage:
    """The paragraph at ``index`` as a rule sees it. It must have been parsed."""
    evidence = snapshot.evidence[index]
    assert evidence.analysis is not None
    scene = known.scene(index)
    return Passage(
        analysis=_as_told(evidence.analysis, scene), scene=scene, story=known.story,
        before=_neighbour(snapshot, known, index, -1), after=_neighbour(snapshot, known, index, 1),
        marks=evidence.all_marks(), kind=known.outline.kinds[index].value,
    )


def _neighbour(snapshot: Snapshot, known: Facts, index: int, step: int) -> Analysis | None:
    other = index + step
    if not 0 <= other < len(snapshot.paragraphs):
        return None
    if known.outline.scene_of(other) != known.outline.scene_of(index):
        return None
    return snapshot.evidence[other].analysis


@dataclass(frozen=True)
class People:
    """Who is in the story, and what contradicts itself in it."""

    cast: Cast
    continuity: Continuity


def people(snapshot: Snapshot, known: Facts) -> People:
    """Find out. Every paragraph must have been parsed."""
    analyses = [_as_told(each.analysis, known.scene(index))
                for index, each in enumerate(snapshot.evidence) if each.analysis is not None]
    numbers = [known.outline.scene_of(index) for index in range(len(analyses))]
    ids = [each.id for each in snapshot.paragraphs]
    cast_now = cast(ids, analyses, numbers, snapshot.decisions.cast, known.names)
    keys = {each.key: each.number for each in known.outline.scenes}
    told = study_continuity(ids, analyses, numbers, cast_now, snapshot.decisions.continuity, keys, known.story.names)
    written = {each.id: (each.text, evidence.reading) for each, evidence in
               zip(snapshot.paragraphs, snapshot.evidence, strict=True)}
    found = Continuity(told.conflicts, told.timeline, told.alike)
    return People(written_cast(cast_now, written), written_continuity(found, written))


@dataclass(frozen=True)
class Survey:
    """What the whole story says; ``findings`` are those of checks that need all of it."""

    reading: ScenesReport
    cast: Cast
    continuity: Continuity
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]


def survey(snapshot: Snapshot, known: Facts, pause: Pause = _no_pause) -> Survey:
    """Look at the whole story. Every paragraph must have been parsed. ``pause`` is called often, and may raise."""
    seen = people(snapshot, known)
    passages = Watched((passage(snapshot, known, index) for index in range(len(snapshot.paragraphs))), pause)
    readings = [each.reading for each in snapshot.evidence]
    faults: list[Fault] = []
    checks = [each for each in story_catalogue() if each.id not in snapshot.decisions.rules_off]
    whole = story_findings(snapshot.paragraphs, readings, passages, checks, faults)
    pause()
    return Survey(reading_report(snapshot, known), seen.cast, seen.continuity, tuple(whole), tuple(faults))


def reading_report(snapshot: Snapshot, known: Facts) -> ScenesReport:
    """How each scene and the whole reads; needs no parse."""
    counts = [count(each.reading.text) for each in snapshot.evidence]
    kinds = known.outline.kinds
    body = [each if kind is Kind.BODY else None for each, kind in zip(counts, kinds, strict=True)]
    scenes = []
    for scene, told in zip(known.outline.scenes, known.scenes, strict=True):
        inside = [each for each in body[scene.first : scene.last] if each is not None]
        scenes.append(report(inside, told.tense, told.person, names=known.story.names))
    everything = [each for scene in known.outline.scenes for each in body[scene.first : scene.last] if each is not None]
    whole = report(everything, *_whole(known.scenes), names=known.story.names)
    return ScenesReport(tuple(scenes), whole, known.story.roughness)


def _whole(scenes: Sequence[SceneFacts]) -> tuple[str | None, str | None]:
    """Tense and person of the whole: what all scenes that have one agree on."""
    tenses = {each.tense for each in scenes if each.tense}
    persons = {each.person for each in scenes if each.person}
    tense = tenses.pop() if len(tenses) == 1 else ("mixed" if tenses else None)
    return tense, persons.pop() if len(persons) == 1 else None
