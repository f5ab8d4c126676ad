# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from the whole story at one moment: scenes, facts, cast, continuity, how it reads.

A pure function of a snapshot, so that it may be worked out beside the judging of paragraphs and thrown away when
the author has typed on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from redraft.analysis.evidence import Evidence
from redraft.analysis.places import written_cast, written_continuity
from redraft.analysis.report import Continuity, ScenesReport
from redraft.characters.cast import Cast, cast
from redraft.characters.names import story_names
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


@dataclass(frozen=True)
class Snapshot:
    """The story at one moment: paragraphs and, in step, their evidence; and the author's decisions."""

    paragraphs: tuple[Paragraph, ...]
    evidence: tuple[Evidence, ...]
    decisions: Decisions


@dataclass(frozen=True)
class Facts:
    """What judging a paragraph needs to know beyond it: the outline, the facts of its scene and of the story."""

    outline: Outline
    scenes: tuple[SceneFacts, ...]
    story: StoryFacts
    told: Telling = field(default_factory=Telling)

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
    story = story_facts(
        [each.reading.text for each in snapshot.evidence], known, story_names(known), snapshot.decisions.own_words,
        habits=habits)
    style = snapshot.decisions.style
    story = replace(story, variety=style.variety or story.variety, style=style)
    tellings = [_telling(snapshot, found, each) for each in found.scenes]
    told = sum(tellings, Telling())
    scenes = [_scene(each, one, told) for each, one in zip(found.scenes, tellings, strict=True)]
    return Facts(found, tuple(scenes), story, told)


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


def with_roughness(known: Facts, snapshot: Snapshot, checks: Sequence[Check]) -> Facts:
    """The facts with the manuscript's share of sure errors, from a sample of its paragraphs."""
    clean = replace(known, story=replace(known.story, roughness=0.0))
    sample = [passage(snapshot, clean, index) for index in sampled(len(snapshot.paragraphs))]
    words = sum(count(each.text).words for each in sample)
    counted = [replace(each, story=replace(each.story, words=words)) for each in sample]
    seen, confused = first_impression(counted, checks), confusions(counted)
    story = replace(known.story, roughness=seen.roughness, abundant=seen.abundant, confusions=confused)
    return replace(known, story=story)


def _telling(snapshot: Snapshot, found: Outline, scene: Scene) -> Telling:
    inside = [
        snapshot.evidence[place].analysis for place in range(scene.first, scene.last) if found.kinds[place] is Kind.BODY
    ]
    return telling(each for each in inside if each is not None)


def _scene(scene: Scene, told: Telling, story: Telling) -> SceneFacts:
    return SceneFacts(scene.number, *scene_facts(told, story))


def passage(snapshot: Snapshot, known: Facts, index: int) -> Passage:
    """The paragraph at ``index`` as a rule sees it. It must have been parsed."""
    evidence = snapshot.evidence[index]
    assert evidence.analysis is not None
    scene = known.scene(index)
    return Passage(
        analysis=with_unmarked_thoughts(evidence.analysis, scene.tense, scene.person), scene=scene, story=known.story,
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
class Survey:
    """What the whole story says; ``findings`` are those of checks that need all of it."""

    reading: ScenesReport
    cast: Cast
    continuity: Continuity
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]


def survey(snapshot: Snapshot, known: Facts) -> Survey:
    """Look at the whole story. Every paragraph must have been parsed."""
    passages = [passage(snapshot, known, index) for index in range(len(snapshot.paragraphs))]
    analyses = [each.analysis for each in passages]
    numbers = [known.outline.scene_of(index) for index in range(len(passages))]
    ids = [each.id for each in snapshot.paragraphs]
    readings = [each.reading for each in snapshot.evidence]
    people = cast(ids, analyses, numbers, snapshot.decisions.cast)
    keys = {each.key: each.number for each in known.outline.scenes}
    told = study_continuity(ids, analyses, numbers, people, snapshot.decisions.continuity, keys, known.story.names)
    found = Continuity(told.conflicts, told.timeline, told.alike)
    faults: list[Fault] = []
    checks = [each for each in story_catalogue() if each.id not in snapshot.decisions.rules_off]
    whole = story_findings(snapshot.paragraphs, readings, passages, checks, faults)
    written = {each.id: (each.text, evidence.reading) for each, evidence in
               zip(snapshot.paragraphs, snapshot.evidence, strict=True)}
    return Survey(
        reading_report(snapshot, known), written_cast(people, written), written_continuity(found, written),
        tuple(whole), tuple(faults))


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
