# SPDX-License-Identifier: GPL-3.0-or-later
"""Openings that leap, and openings that go on."""

from __future__ import annotations

import pytest

from redraft.manuscript.jumps import jump, time_line


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Three days later, the crew was at breakfast.", "Three days later", "time"),
        ("The next morning he was gone.", "The next morning", "time"),
        ("Nearly half an hour later she came back.", "Nearly half an hour later", "time"),
        ("Later that night, the rain began.", "Later that night", "time"),
        ("That evening, nobody spoke.", "That evening", "time"),
        ("On the morning of the exam, the fox was gone.", "On the morning of", "time"),
        ("Weeks passed before the letter came.", "Weeks passed", "time"),
        ("Twenty minutes later, they were on the road.", "Twenty minutes later", "time"),
        ("Early the following day she left.", "Early the following day", "time"),
        ("Meanwhile, at the harbour, the boat had gone.", "Meanwhile", "place"),
        ("Back in Lisbon, Mara had opened the box.", "Back in Lisbon", "place"),
        ("In the orchard, Tom had given up the search.", "In the orchard", "place"),
        ("Outside the walls, the army had begun to move.", "", ""),
    ],
)
def test_a_leap_is_known_by_its_words(text: str, words: str, kind: str) -> None:
    found = jump(text, text)
    assert (found.words, found.kind) == (words, kind) if found else words == ""


@pytest.mark.parametrize(
    "text",
    [
        "A moment later the door opened.",
        "Two minutes later he was asleep.",
        "Seconds passed.",
        "“The next morning,” he said, “she was gone.”",
        "The next man was taller.",
        "The next to speak was Ann.",
        "That night was the worst of her life.",
        "Later he would say that he had known.",
        "One evening is much like another.",
        "Three days is a long time.",
        "Back in the kitchen Dot was singing",
        "In the corner, Tom had fallen asleep.",
        "At the next desk, Hotaru had made a bird.",
        "In the end, Tom had given up.",
        "In fact, he had never liked it.",
        "*The next morning* was the name of the play.",
        "By and by she slept.",
        "He left the next morning.",
    ],
)
def test_what_goes_on_is_no_leap(text: str) -> None:
    assert jump(text, text) is None


@pytest.mark.parametrize("text", ["Three Days Later", "*The next morning*", "~ Two weeks later ~", "Later that night..."])
def test_a_line_that_only_tells_the_time(text: str) -> None:
    assert time_line(text.strip("*"), text)


@pytest.mark.parametrize("text", ["The next morning.", "“The day after?”", "Three days later, he came.", "The next day he left"])
def test_a_sentence_is_no_such_line(text: str) -> None:
    assert not time_line(text, text)
