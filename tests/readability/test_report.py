# SPDX-License-Identifier: GPL-3.0-or-later
"""A scene's report is the sum of its paragraphs."""

import pytest

from redraft.readability.counts import count
from redraft.readability.report import SceneReport, report

_PARAGRAPHS = ["“Remarkable,” said Kakashi. He waited.", "Kakashi’s melancholy returned. Everything was remarkable."]


def test_paragraphs_add_up() -> None:
    both = report([count(each) for each in _PARAGRAPHS], "past", "third")
    assert (both.words, both.sentences, both.tense, both.pov) == (11, 4, "past", "third")
    assert both.sentence_lengths == (3, 2, 3, 3)
    assert both.speech_share == pytest.approx(1 / 11, abs=0.0001)
    assert both.reading_minutes == pytest.approx(11 / 238, abs=0.01)


def test_names_are_not_difficult() -> None:
    whole = report([count(each) for each in _PARAGRAPHS])
    assert whole.difficult[:1] == ("remarkable",)
    assert not any(each.startswith("kakashi") for each in whole.difficult)
    first = report([count("Kakashi waited.")])
    assert first.difficult == ("kakashi",)
    assert report([count("Kakashi waited.")], names={"Kakashi"}).difficult == ()


def test_an_empty_scene_is_undefined_not_nan() -> None:
    assert report([]) == SceneReport()
    assert report([count("* * *")]).flesch_reading_ease is None
