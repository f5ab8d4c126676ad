# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from redraft.checks import impression, rates
from redraft.checks.catalogue import catalogue
from redraft.checks.check import Check
from redraft.checks.impression import Impression, first_impression
from redraft.checks.runner import run
from redraft.checks.story import Passage

Make = Callable[..., Passage]
CLEAN = "He went home and ate his supper in the kitchen by the fire."
ROUGH = "He went to the the house and ate his supper in the kitchen."


def only(id: str) -> Sequence[Check]:
    return [each for each in catalogue() if each.id == id]


@pytest.fixture
def loud(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "rates", lambda: {"sure": {"doubled-word": 0.1}, "likely": {}})
    monkeypatch.setattr(impression, "weight", lambda id: 0.0)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every finding says the same of the whole."""
    monkeypatch.setattr(impression, "weight", lambda id: 1.0)


@pytest.mark.usefixtures("plain")
def test_roughness_counts_sure_findings_per_thousand_words(passage: Make) -> None:
    assert first_impression([passage(CLEAN)] * 20, only("doubled-word")).roughness == 0
    assert first_impression([passage(ROUGH)] * 20, only("doubled-word")).roughness == pytest.approx(1000 / 13)


def test_of_a_scrap_there_is_no_impression(passage: Make) -> None:
    assert first_impression([passage(ROUGH)], only("doubled-word")) == Impression()
    assert first_impression([], only("doubled-word")) == Impression()


@pytest.mark.usefixtures("loud")
def test_what_clean_books_set_off_as_well_is_counted_only_where_it_abounds(passage: Make) -> None:
    clean, rough = passage(CLEAN, roughness=0.0), passage(ROUGH, roughness=0.0)
    seldom = first_impression([rough] * 3 + [clean] * 30, only("doubled-word"))
    often = first_impression([rough] * 5 + [clean] * 30, only("doubled-word"))
    assert seldom == Impression(0.0)
    assert often.abundant == {"doubled-word"} and often.roughness == pytest.approx(2500 / 455, rel=0.05)


@pytest.mark.usefixtures("loud")
def test_what_abounds_needs_no_second_voice(passage: Make) -> None:
    assert run(passage(ROUGH, roughness=0.0), only("doubled-word")) == []
    abundant = passage(ROUGH, roughness=0.0, abundant=frozenset(("doubled-word",)))
    assert [id for id, _ in run(abundant, only("doubled-word"))] == ["doubled-word"]


def test_a_finding_counts_by_how_seldom_clean_books_have_it(passage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(impression, "weight", lambda id: 0.4)
    assert first_impression([passage(ROUGH)] * 20, only("doubled-word")).roughness == pytest.approx(400 / 13)


def test_the_weights_are_those_that_were_counted() -> None:
    assert rates.weight("doubled-mark") > 1 > rates.weight("direct-address") >= 0
    assert rates.weight("a check that nobody has seen") == 1
