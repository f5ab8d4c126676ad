# SPDX-License-Identifier: GPL-3.0-or-later
"""What the clues are worth."""

from __future__ import annotations

from redraft.characters.speaker_weights import Weights, weights


def test_what_is_not_known_is_worth_nothing() -> None:
    some = Weights({"called here": -2.0, "often": 0.5})
    assert some.sum(["often", "unheard of"]) == 0.5


def test_a_clue_is_worth_more_or_less_by_the_cue() -> None:
    some = Weights({"here": 1.0, "here/NONE": 0.5, "often/NONE": 0.25, "here/NOUN": -3.0})
    assert some.of_kind("NONE") == {"here": 1.5, "often": 0.25}
    assert some.of_kind("NOUN") == {"here": -2.0}
    assert some.of_kind("ACTION") == {"here": 1.0}


def test_what_was_learned_makes_sense() -> None:
    learned = weights()
    assert 0 < learned.least < 1
    assert learned.sum(["called here", "called here/NONE"]) < -1
    assert learned.sum(["cue is", "cue is/ACTION"]) > learned.sum(["cue is other", "cue is other/ACTION"])
    assert learned.sum(["same next", "same next/bare"]) < 0 < learned.sum(["back next", "back next next/bare"])
