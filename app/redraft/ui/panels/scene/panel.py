# SPDX-License-Identifier: GPL-3.0-or-later
"""The scene panel: a sentence first, figures after, formulas for those who ask."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from redraft.manuscript.outline import Kind, Scene
from redraft.readability.report import SceneReport
from redraft.ui import theme as themes
from redraft.ui.charts import Bar
from redraft.ui.context import Context
from redraft.ui.panels.base import Panel
from redraft.ui.panels.outline.rows import rhythm
from redraft.ui.panels.scene.measures import CHARTED, FORMULAS, facts, next_place
from redraft.ui.panels.scene.parts import SceneParts
from redraft.ui.panels.scene.verdict import verdict
from redraft.ui.panels.scenes import reports_by_scene, scene_numbered
from redraft.ui.panels.words import NO_TEXT, Empty, plural, reading

_BARS = 96
_WORDS = 40


class ScenePanel(Panel):
    """How the scene under the cursor reads, and all scenes side by side."""

    ICON = "scene"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Scene")
        self.parts = SceneParts()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.parts)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("How the scene reads")
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self._caret = (0, 0)
        self._shown = -1
        self._last_word: tuple[str, tuple[int, int]] = ("", (0, 0))
        self.parts.difficult.linkActivated.connect(self._go_to_word)
        self.parts.scenes.chosen.connect(self._go_to_scene)
        self.parts.measure.currentIndexChanged.connect(lambda _: self._draw_scenes())
        bus = context.bus
        bus.story_changed.connect(lambda parts: self.renew() if parts & {"scenes", "outline"} else None)
        bus.caret_moved.connect(self._moved)

    def refresh(self) -> Empty | None:
        """Draw the scene under the cursor and the chart of all."""
        desk, session = self.context.desk, self.context.session
        if not any(paragraph.text.strip() for paragraph in session.paragraphs):
            return NO_TEXT
        if not desk.scene_reports:
            done, total = desk.progress
            return reading(done, total, "How each scene reads is shown here.")
        self._shown = desk.outline.scene_of(self._index())
        report = reports_by_scene(desk).get(self._shown)
        scene = scene_numbered(desk.outline, self._shown)
        if report is not None and scene is not None:
            self._draw_scene(report, scene)
        else:
            self.parts.show_outside()
        self._draw_formulas(report)
        self._draw_scenes()
        return None

    def dress(self) -> None:
        """The colour of the links is written into them."""
        super().dress()
        self.renew()

    def _index(self) -> int:
        return min(self._caret[0], max(0, len(self.context.session.paragraphs) - 1))

    def _moved(self, paragraph: int, offset: int) -> None:
        self._caret = (paragraph, offset)
        if self.context.desk.outline.kinds and self.context.desk.outline.scene_of(self._index()) != self._shown:
            self.renew()

    def _draw_scene(self, report: SceneReport, scene: Scene) -> None:
        desk = self.context.desk
        texts = sum(kind is Kind.BODY for kind in desk.outline.kinds[scene.first : scene.last])
        self.parts.show_scene(
            f"Scene {scene.number} · {scene.label}", verdict(report, desk.scene_reports), facts(report, texts),
        )
        lengths = rhythm(report.sentence_lengths, _BARS)
        single = len(lengths) == len(report.sentence_lengths)
        self.parts.sentences.show_bars(
            [Bar(place, length, _sentence_label(place, length, single)) for place, length in enumerate(lengths)],
        )
        longest = max(report.sentence_lengths, default=0)
        self.parts.sentences_note.setText(
            f"{plural(report.sentences, 'sentence')}, the longest {plural(longest, 'word')}")
        words = list(report.difficult)[:_WORDS]
        colour = themes.current().colours["accent"]
        self.parts.show_difficult(
            " · ".join(f'<a style="color: {colour}" href="{escape(each)}">{escape(each)}</a>' for each in words))

    def _draw_formulas(self, report: SceneReport | None) -> None:
        whole = self.context.desk.whole
        self.parts.formulas.show_rows(
            [(each.name, each.said(report), each.said(whole), each.meaning) for each in FORMULAS])

    def _draw_scenes(self) -> None:
        measure = CHARTED[max(0, self.parts.measure.currentIndex())]
        outline = self.context.desk.outline
        bars = []
        for number, report in sorted(reports_by_scene(self.context.desk).items()):
            scene = scene_numbered(outline, number)
            name = scene.label if scene else ""
            bars.append(Bar(number, measure.value(report), f"Scene {number}, {name}: {measure.said(report)}"))
        self.parts.scenes.show_bars(bars, self._shown, floor=measure.floor(bar.value for bar in bars))
        self.parts.scenes_note.setText(measure.meaning)

    def _go_to_scene(self, number: int) -> None:
        scene = scene_numbered(self.context.desk.outline, number)
        if scene is not None:
            self.context.go_to(scene.first, 0, 0)

    def _go_to_word(self, word: str) -> None:
        scene = scene_numbered(self.context.desk.outline, self._shown)
        if scene is None:
            return
        last_word, place = self._last_word
        after = place if last_word == word else (scene.first, -1)
        found = next_place(self.context.session.paragraphs, scene.first, scene.last, word, after)
        if found is None:
            self.context.say(f"“{word}” no longer stands in this scene.")
            return
        self._last_word = (word, found[:2])
        self.context.go_to(*found)


def _sentence_label(place: int, length: float, single: bool) -> str:
    if single:
        return f"Sentence {place + 1}: {plural(round(length), 'word')}"
    return f"Around here sentences have {plural(round(length), 'word')}"
