# SPDX-License-Identifier: GPL-3.0-or-later
"""A story told in the past can be retold in the present, and slips are made against either."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tools.evaluate.planted_forms import in_present, plant_slips
from tools.evaluate.tense import narrated

from redraft.language.analysis import Analysis
from redraft.language.tagging import Language

STORY = ("She walked to the door and opened it.", "“I was late,” she said, and he could see it.", "It rained all night.")


@pytest.fixture(scope="module")
def told() -> Sequence[Analysis]:
    return Language.load().analyse(STORY)


def test_narration_goes_into_the_present_and_speech_stays(told: Sequence[Analysis]) -> None:
    assert [in_present(each) for each in told] == [
        "She walks to the door and opens it.", "“I was late,” she says, and he can see it.", "It rains all night.",
    ]  # fmt: skip


def test_a_slip_of_a_past_story_is_a_present(told: Sequence[Analysis]) -> None:
    (index, slip), *_ = plant_slips(list(told), "past")
    assert index == 0
    assert slip.clean == STORY[0]
    assert slip.text in (STORY[0].replace("walked", "walks"), STORY[0].replace("opened", "opens"))


def test_only_narration_is_counted(told: Sequence[Analysis]) -> None:
    assert set(narrated(told[1])) == {"she", "said", "and", "he", "could", "see", "it"}
