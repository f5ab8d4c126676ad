# SPDX-License-Identifier: GPL-3.0-or-later
"""The judges together: agreement, the tagger's word, and what none of them doubts."""

from __future__ import annotations

import pytest

from redraft.checks.rules.confused.features import pieces
from redraft.checks.rules.confused.jury import Doubt, Jury, load_jury
from redraft.checks.story import EngineMark


@pytest.fixture(scope="module")
def jury() -> Jury:
    found = load_jury()
    assert found is not None
    return found


def _told(jury: Jury, text: str, *marks: EngineMark) -> list[Doubt]:
    return [each for each in jury.doubts(pieces(text), text, marks) if each.score >= each.bars.clean]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("She looked over they're heads and smiled.", "their"),
        ("He had know idea where the man had gone.", "no"),
        ("The knight drew his sward and charged at them.", "sword"),
        ("He waisted no time and drew his sword; it was a waist of time.", "waste"),
    ],
)
def test_swaps_are_told(jury: Jury, text: str, better: str) -> None:
    assert better in [each.better for each in _told(jury, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Their heads were bare, and they’re over there with their dogs.".replace("’", "'"),
        "He knew no more than you'd know of your own brother.",
        "The waste lay before them, and her waist was thin.",
        "",
        "!",
    ],
)
def test_right_words_are_not(jury: Jury, text: str) -> None:
    assert _told(jury, text) == []


def test_the_tagger_tips_the_scales(jury: Jury) -> None:
    text = "She gave him the peace of cake."
    start = text.index("peace")
    (alone,) = [each for each in jury.doubts(pieces(text), text) if each.better == "piece"]
    mark = EngineMark("tagger", "R_piece", start, start + 5, ("piece",), "confusable", 0.9)
    (seconded,) = [each for each in jury.doubts(pieces(text), text, [mark]) if each.better == "piece"]
    assert seconded.score > alone.score + 1


def test_other_engines_are_not_heard_here(jury: Jury) -> None:
    text = "She gave him the peace of cake."
    mark = EngineMark("harper", "Piece", 17, 22, ("piece",))
    assert list(jury.doubts(pieces(text), text, [mark])) == list(jury.doubts(pieces(text), text))


def test_what_the_tagger_would_put_is_always_weighed(jury: Jury) -> None:
    text = "He knew what to do and when to do it."
    start = text.index("what")
    assert [each for each in jury.doubts(pieces(text), text) if each.at == 2] == []
    mark = EngineMark("tagger", "R_watt", start, start + 4, ("watt",), "confusable", 0.5)
    (doubt,) = [each for each in jury.doubts(pieces(text), text, [mark]) if each.at == 2]
    assert doubt.better == "watt" and doubt.score < doubt.bars.rough


def test_it_says_which_pairs_it_judges(jury: Jury) -> None:
    assert jury.knows("peace", "piece") and jury.knows("its", "it's")
    assert not jury.knows("peace", "war") and not jury.knows("xylophone", "piece")
