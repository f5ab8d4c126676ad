# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from redraft.checks import rates
from redraft.checks.rates import CLEAN, ROUGH, likeness, second_voice, stands_alone


@pytest.fixture(autouse=True)
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"sure": {"comma-splice": 0.34, "doubled-word": 0.01}, "likely": {"misspelt-word": 0.07}}
    monkeypatch.setattr(rates, "rates", lambda: table)


def test_a_draft_is_told_from_a_clean_book_in_even_steps() -> None:
    assert likeness(None) == likeness(0.0) == likeness(CLEAN) == 0.0
    assert likeness(ROUGH) == likeness(100.0) == 1.0
    assert likeness((CLEAN * ROUGH) ** 0.5) == pytest.approx(0.5)


@pytest.mark.parametrize(("id", "category", "sure", "roughness", "alone"), [
    ("comma-splice", "comma-splice", True, 0.1, False),
    ("comma-splice", "comma-splice", True, 2.4, False),
    ("comma-splice", "comma-splice", True, 4.1, True),
    ("doubled-word", "extra-word", True, 0.0, True),
    ("never-seen", "comma", True, 0.0, True),
    ("misspelt-word", "spelling", True, 0.0, True),
    ("misspelt-word", "spelling", False, 0.0, False),
    ("misspelt-word", "spelling", False, 1.1, True),
    ("comma-splice", "comma-splice", True, None, True),
])
def test_what_clean_books_often_set_off_counts_in_drafts(
    id: str, category: str, sure: bool, roughness: float | None, alone: bool,
) -> None:
    assert stands_alone(id, category, sure=sure, roughness=roughness) is alone


def test_the_cleaner_the_book_the_louder_the_second_voice() -> None:
    bars = [second_voice(each) for each in (0.0, CLEAN, 1.0, 1.4, ROUGH, 20.0)]
    assert bars == sorted(bars, reverse=True)
    assert bars[0] == pytest.approx(0.93) and bars[-1] == pytest.approx(0.25)


def test_what_was_measured_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "_table", lambda name: {"drafts": {"comma-splice": [16, 22]}}.get(name, {}))
    assert rates.measured("comma-splice") == (
        "On six rough drafts written to measure it was right in 16 of 22 places. Published novels set it off 0.34 times "
        "in 1,000 words; in a text as clean it needs a second voice."
    )
    assert rates.measured("doubled-word") == "Published novels set it off 0.01 times in 1,000 words."
    assert rates.measured("never-seen") == ""
