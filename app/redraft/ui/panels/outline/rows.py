# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline as rows: one for each scene, and a quiet one for each run of front matter or notes. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Break, Kind, Outline, Scene
from redraft.readability.report import SceneReport
from redraft.text.folding import read_markup
from redraft.ui.panels.words import first_words, number, plural

BARS = 12
"""Into how many bars a scene's sentences are gathered for its small picture."""


class Sort(Enum):
    """What a row stands for."""

    SCENE = "scene"
    INFERRED = "inferred"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One line of the outline. ``first``/``last`` are paragraph indices, last exclusive; ``key`` is the scene's.

    ``rhythm`` is the mean sentence length in each twelfth of the scene, in words; ``ease`` is Flesch reading ease.
    """

    sort: Sort
    scene: int
    title: str
    first: int
    last: int
    key: str = ""
    words: int | None = None
    rhythm: tuple[float, ...] = ()
    ease: float | None = None
    tense: str | None = None
    findings: int = 0
    reviewed: bool = False
    evidence: str = ""

    @property
    def details(self) -> str:
        """The quiet second line: reading ease and tense, as far as known."""
        if self.sort is Sort.APART:
            return ""
        ease = f"ease {round(self.ease)}" if self.ease is not None else ""
        return " · ".join(each for each in (ease, self.tense or "") if each)


def outline_rows(
    outline: Outline, paragraphs: Sequence[Paragraph], reports: Mapping[int, SceneReport],
    findings: Mapping[int, int], reviewed: frozenset[str],
) -> list[OutlineRow]:
    """The rows of an outline in reading order; ``reports`` and ``findings`` are by number of scene."""
    rows = [_scene_row(scene, reports.get(scene.number), findings.get(scene.number, 0), reviewed)
            for scene in outline.scenes]
    rows.extend(_apart(outline, paragraphs))
    return sorted(rows, key=lambda row: row.first)


def _scene_row(scene: Scene, report: SceneReport | None, findings: int, reviewed: frozenset[str]) -> OutlineRow:
    inferred = scene.break_ is Break.INFERRED and not scene.accepted
    return OutlineRow(
        Sort.INFERRED if inferred else Sort.SCENE, scene.number, scene.label, scene.first, scene.last, scene.key,
        words=report.words if report else None,
        rhythm=rhythm(report.sentence_lengths) if report else (),
        ease=report.flesch_reading_ease if report else None,
        tense=report.tense if report else None,
        findings=findings, reviewed=scene.key in reviewed, evidence=scene.evidence,
    )


def _apart(outline: Outline, paragraphs: Sequence[Paragraph]) -> Iterator[OutlineRow]:
    """Runs of front matter and of notes; what is empty between them joins them."""
    start: int | None = None
    sort = Kind.FRONT
    for index, kind in enumerate((*outline.kinds, Kind.BODY)):
        if kind in (Kind.FRONT, Kind.NOTE) and start is None:
            start, sort = index, kind
        elif start is not None and kind is not sort and kind is not Kind.EMPTY:
            yield _apart_row(start, index, sort, paragraphs)
            start, sort = (index, kind) if kind in (Kind.FRONT, Kind.NOTE) else (None, sort)


def _apart_row(first: int, last: int, kind: Kind, paragraphs: Sequence[Paragraph]) -> OutlineRow:
    name = "Front matter" if kind is Kind.FRONT else "Author’s note"
    text = read_markup(paragraphs[first].text).text.lstrip("# ") if first < len(paragraphs) else ""
    words = first_words(text)
    return OutlineRow(Sort.APART, 0, f"{name} · {words}" if words else name, first, last)


def rhythm(lengths: Sequence[int], bars: int = BARS) -> tuple[float, ...]:
    """Sentence lengths (words) gathered into at most so many bars: the mean of each stretch."""
    if len(lengths) <= bars:
        return tuple(float(each) for each in lengths)
    cuts = [round(place * len(lengths) / bars) for place in range(bars + 1)]
    return tuple(round(sum(lengths[a:b]) / (b - a), 1) for a, b in pairwise(cuts))


def row_at(rows: Sequence[OutlineRow], paragraph: int, scene: int) -> int:
    """The place of the row for a paragraph of scene number ``scene`` (0: of none); -1 for none.

    A heading belongs to the scene that it opens, though it stands before the scene's first paragraph.
    """
    found = -1
    for place, row in enumerate(rows):
        if scene and row.scene == scene:
            return place
        if row.first <= paragraph:
            found = place
    return found


def speak(row: OutlineRow) -> str:
    """A row in a sentence, for tool tips and screen readers."""
    if row.sort is Sort.APART:
        return f"{row.title}. Counted in no scene."
    parts = [f"Scene {row.scene}: {row.title}"]
    if row.words is not None:
        parts.append(plural(row.words, "word"))
    if row.ease is not None:
        parts.append(f"reading ease {round(row.ease)} (higher is easier)")
    if row.tense:
        parts.append(f"{row.tense} tense")
    parts.append(f"{number(row.findings)} found" if row.findings else "nothing found")
    if row.reviewed:
        parts.append("reviewed")
    if row.sort is Sort.INFERRED:
        why = f": {row.evidence}" if row.evidence else ""
        parts.append(f"likely a scene{why}; A accepts, D dismisses")
    return ", ".join(parts) + "."
