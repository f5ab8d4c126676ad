# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar for the tagger's marks sinks as the manuscript gets rougher."""

from __future__ import annotations

import pytest

from redraft.checks import thresholds
from redraft.checks.engines.tagger.thresholds import NEVER, Profile
from redraft.checks.story import EngineMark
from redraft.checks.thresholds import CLEAN, ROUGH, bar

COMMA = EngineMark("tagger", "A_,", 0, 1, ("x,",), "comma", 0.9)
SPLICE = EngineMark("tagger", "R_.", 0, 1, (".",), "comma-splice", 0.9)


@pytest.fixture(autouse=True)
def profiles(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {
        "quiet": Profile("quiet", {"comma": 0.98, "A_, comma": 0.99, "comma-splice": NEVER}, {"comma": 0.995}),
        "close": Profile("close", {"comma": 0.7, "A_, comma": 0.8, "comma-splice": 0.6}, {"comma": 0.9}),
        "rough": Profile("rough", {"comma": 0.5, "A_, comma": 0.4, "comma-splice": 0.6}, {"comma": 0.9}),
    }
    monkeypatch.setattr(thresholds, "_profiles", lambda: made)


@pytest.mark.parametrize("roughness", [None, 0.0, CLEAN])
def test_a_clean_book_is_read_quietly(roughness: float | None) -> None:
    assert bar(COMMA, speech=False, roughness=roughness) == 0.99
    assert bar(COMMA, speech=True, roughness=roughness) == 0.995


def test_a_rough_draft_is_read_closely() -> None:
    assert bar(COMMA, speech=False, roughness=ROUGH) == pytest.approx(0.8)
    assert 0.4 < bar(COMMA, speech=False, roughness=1.5 * ROUGH) < 0.8
    assert bar(COMMA, speech=False, roughness=100 * ROUGH) == pytest.approx(0.4)
    assert bar(SPLICE, speech=False, roughness=100 * ROUGH) == 0.6


def test_a_model_may_come_without_the_roughest(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {name: each for name, each in thresholds._profiles().items() if name != "rough"}
    monkeypatch.setattr(thresholds, "_profiles", lambda: made)
    assert bar(COMMA, speech=False, roughness=100 * ROUGH) == pytest.approx(0.8)


def test_between_them_the_bar_sinks_steadily() -> None:
    bars = [bar(COMMA, speech=False, roughness=each) for each in (0.85, 1.0, 1.2, 1.35)]
    assert bars == sorted(bars, reverse=True)
    assert bars[-1] > 0.8 and bars[0] < 0.99


def test_what_the_quiet_setting_never_shows_needs_the_roughest() -> None:
    assert bar(SPLICE, speech=False, roughness=1.5) > 1
    assert bar(SPLICE, speech=False, roughness=ROUGH) == 0.6


def test_without_thresholds_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thresholds, "_profiles", dict)
    assert bar(COMMA, speech=False, roughness=ROUGH) > 1


@pytest.mark.parametrize(("roughness", "said"), [
    (None, "finished"), (0.0, "finished"), (0.8, "finished"), (1.2, "closely"), (6.0, "rough"), (30.0, "rough")])
def test_the_author_is_told_how_closely_it_is_read(roughness: float | None, said: str) -> None:
    assert said in thresholds.closeness(roughness)
