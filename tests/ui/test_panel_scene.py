# SPDX-License-Identifier: GPL-3.0-or-later
"""The scene panel says in a sentence how a scene reads, and shows the figures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from redraft.readability.report import SceneReport
from redraft.ui.panels.scene.measures import CHARTED, FORMULAS, facts, next_place
from redraft.ui.panels.scene.panel import ScenePanel
from redraft.ui.panels.scene.verdict import verdict
from tests.ui.story import Room, paragraphs, report, room


def others(count: int = 5) -> list[SceneReport]:
    return [report(flesch_reading_ease=79.0 + number % 3) for number in range(count)]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "It reads much like your other scenes."),
        ({"flesch_reading_ease": 83.0}, "It reads much like your other scenes."),
        ({"flesch_reading_ease": 62.0}, "It reads harder than most of your scenes."),
        ({"flesch_reading_ease": 92.0}, "It reads easier than most of your scenes."),
        ({"flesch_reading_ease": 62.0, "sentence_lengths": (19,) * 20},
         "It reads harder than most of your scenes: its sentences are longer (19 words against 10)."),
        ({"speech_share": 0.62}, "It reads much like your other scenes, though it has more speech (62% against 30%)."),
        ({"words": 30}, "With 30 words this scene is too short to be compared."),
        ({"flesch_reading_ease": None}, "With 400 words this scene is too short to be compared."),
    ],
)
def test_the_sentence(known: dict[str, object], said: str) -> None:
    scene = report(**known)
    assert verdict(scene, [scene, *others()]) == said


def test_two_reasons_at_most() -> None:
    scene = report(flesch_reading_ease=50.0, sentence_lengths=(25,) * 9, speech_share=0.9, difficult_words=200)
    said = verdict(scene, [scene, *others()])
    assert said.count(" and ") == 1 and "uncommon" not in said


def test_a_book_whose_scenes_differ_widely_needs_more_to_stand_out() -> None:
    wide = [report(flesch_reading_ease=60.0 + 8 * number) for number in range(5)]
    assert verdict(wide[1], wide) == "It reads much like your other scenes."


def test_a_single_scene_is_compared_with_nothing() -> None:
    assert "no other scene" in verdict(report(), [report()])


def test_undefined_figures_are_dashes() -> None:
    empty = report(words=0, flesch_reading_ease=None, sentence_lengths=(), speech_share=None, tense=None, pov=None)
    assert [each.said(empty) for each in CHARTED] == ["–", "0", "–", "–", "–"]
    assert FORMULAS[0].said(None) == "–"
    assert dict(facts(empty, 0))["Average paragraph"] == "–" and dict(facts(empty, 0))["Told in"] == "–"


def test_only_a_measure_without_zero_has_a_floor() -> None:
    ease, words = CHARTED[0], CHARTED[1]
    assert ease.floor([83.0, None, 91.0]) == 70.0 and ease.floor([-3.0]) == -20.0 and ease.floor([]) == 0.0
    assert words.floor([400.0, 900.0]) == 0.0


def test_facts_in_an_authors_words() -> None:
    said = dict(facts(report(), 8))
    assert said["Average paragraph"] == "50 words" and said["Told in"] == "past · 3rd person" and said["Speech"] == "30%"


def test_the_next_place_of_a_word_goes_round() -> None:
    texts = paragraphs(["The rogue.", "Rogue and rogues, a rogue.", "The rogue after."])
    first = next_place(texts, 0, 2, "rogue", (0, -1))
    assert first == (0, 4, 9)
    second = next_place(texts, 0, 2, "rogue", (0, 4))
    assert second == (1, 0, 5)
    assert next_place(texts, 0, 2, "rogue", (1, 0)) == (1, 20, 25)
    assert next_place(texts, 0, 2, "rogue", (1, 20)) == first


@pytest.mark.parametrize("word", ["rog", "missing", "oguen"])
def test_a_part_of_a_word_is_no_place(word: str) -> None:
    assert next_place(paragraphs(["The rogue."]), 0, 1, word, (0, -1)) is None


def test_straight_and_curly_apostrophes_are_one() -> None:
    assert next_place(paragraphs(["It didn’t."]), 0, 1, "didn't", (0, -1)) == (0, 3, 9)


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[ScenePanel, Room]:
    made = room()
    panel = ScenePanel(made.context)
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    panel.show()
    made.context.bus.caret_moved.emit(1, 0)
    panel.renew_now()
    return panel, made


def test_the_scene_under_the_cursor_is_shown(shown: tuple[ScenePanel, Room]) -> None:
    panel, made = shown
    assert panel.parts.title.text() == "Scene 1 · The gate"
    made.context.bus.caret_moved.emit(5, 3)
    panel.renew_now()
    assert panel.parts.title.text() == "Scene 2 · Three days"
    assert panel.parts.facts.texts[0] == ["Length", "400 words"]


def test_in_front_matter_it_says_so(shown: tuple[ScenePanel, Room]) -> None:
    panel, made = shown
    made.context.bus.caret_moved.emit(0, 0)
    panel.renew_now()
    assert "counts in no scene" in panel.parts.verdict.text()
    assert not panel.parts.facts.isVisible() and panel.parts.scenes.isVisible()


def test_formulas_are_under_more(shown: tuple[ScenePanel, Room]) -> None:
    panel, _ = shown
    assert not panel.parts.formulas.isVisible()
    panel.parts.more.click()
    assert panel.parts.formulas.isVisible()
    assert panel.parts.formulas.texts[0] == ["Flesch reading ease", "80", "80"]


def test_a_click_in_the_chart_goes_to_the_scene(shown: tuple[ScenePanel, Room], qtbot: QtBot) -> None:
    panel, made = shown
    chart = panel.parts.scenes
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() - 10, 20))
    assert made.deeds == [("go_to", 4, 0, 0)]


def test_the_chart_shows_another_measure(shown: tuple[ScenePanel, Room]) -> None:
    panel, _ = shown
    assert [bar.value for bar in panel.parts.scenes.bars] == [80.0, 60.0]
    panel.parts.measure.setCurrentIndex(2)
    assert [bar.value for bar in panel.parts.scenes.bars] == [10.0, 20.0]


def test_difficult_words_lead_to_their_places(shown: tuple[ScenePanel, Room]) -> None:
    panel, made = shown
    panel.parts.difficult.linkActivated.emit("Anko")
    panel.parts.difficult.linkActivated.emit("Anko")
    panel.parts.difficult.linkActivated.emit("absent")
    assert made.deeds == [("go_to", 1, 0, 4), ("go_to", 2, 26, 30)]
    assert "no longer stands" in str(made.said[0])


def test_while_reading_it_says_so(shown: tuple[ScenePanel, Room]) -> None:
    panel, made = shown
    made.desk.know_nothing()
    panel.renew_now()
    assert panel.is_empty and "Reading your story" in panel._notice.text
