# SPDX-License-Identifier: GPL-3.0-or-later
"""Days that contradict one another."""

from __future__ import annotations

import pytest

from redraft.continuity.days import day_clashes
from tests.continuity.conftest import Analyse


def clashes(analyse: Analyse, *paragraphs: str, scenes: list[int] | None = None) -> list[str]:
    read = analyse(*paragraphs)
    return [each.message for each in day_clashes(read, scenes or [1] * len(read))]


@pytest.mark.parametrize(
    "texts",
    [
        ("It was Monday.", "It was Tuesday."), ("It was on Friday, May 4.", "Then came Saturday, the 6th of May."),
        ("He wrote Friday, 3 June 1921.", "She wrote Saturday, June 3, 1921."), ("He wrote Monday, 3 June 1921.",),
    ],
)
def test_days_that_cannot_both_be(analyse: Analyse, texts: tuple[str, ...]) -> None:
    assert len(clashes(analyse, *texts)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("It was Monday.", "The next day he rose. It was Tuesday."), ("It was Monday.", "“It is Tuesday,” he said."),
        ("It was Monday that he feared.", "It was Tuesday."), ("On Friday, May 4, he left.", "On Saturday, May 5, he came."),
        ("On Friday, May 4, he left.", "On Friday, June 5, he came."), ("It was Friday, June 3, 1921.", "It was Saturday, June 3, 1922."),
    ],
)
def test_days_that_can(analyse: Analyse, texts: tuple[str, ...]) -> None:
    assert clashes(analyse, *texts) == []


def test_another_scene_is_another_day(analyse: Analyse) -> None:
    assert clashes(analyse, "It was Monday.", "It was Tuesday.", scenes=[1, 2]) == []
