# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of whom: only what is clear."""

from __future__ import annotations

import pytest

from tests.characters.conftest import MakeCast

OPENING = "“Come,” said Anna Reed. Anna took her coat and Anna left her house. “No,” said Tom Lake, and Tom shook his head."


def said(cast_of: MakeCast, name: str, *paragraphs: str) -> list[tuple[str, str]]:
    found = cast_of(OPENING, *paragraphs).find(name)
    assert found is not None
    return [(each.attribute, each.value) for each in found.attributes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna’s green eyes shone.", ("eyes", "green")), ("Anna had dark brown hair.", ("hair", "dark brown")),
        ("Anna’s hair was black.", ("hair", "black")), ("Anna turned. Her blue eyes were cold.", ("eyes", "blue")),
        ("Anna lifted her large grey eyes to the window.", ("eyes", "grey")),
        ("Anna laughed. She was nineteen years old.", ("age", "nineteen")),
        ("It was Anna, whose red hair was wet.", ("hair", "red")),
        ("Anna stood there. She had a wide mouth and a pair of sharp green eyes.", ("eyes", "green")),
    ],
)
def test_plain_words(cast_of: MakeCast, text: str, expected: tuple[str, str]) -> None:
    assert said(cast_of, "Anna Reed", text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Anna’s eyes were like green fire.", "Anna had dyed her brown hair red.", "Anna wore a wig. Her hair was black.",
        "If Anna had green eyes, Tom would know.", "Was it true that Anna had green eyes?", "Anna never had green eyes.",
        "Anna met a woman. Her green eyes shone.", "Anna saw her mother’s green eyes.", "Anna turned. Her eyes were red.",
        "Anna wore a green coat over her hair.", "Anna once had golden hair.", "Anna was nine minutes late.",
        "Anna was at the gate by nine.", "Tom saw the girl. Her green eyes shone.",
    ],
)
def test_what_is_not_clear_is_not_taken(cast_of: MakeCast, text: str) -> None:
    assert said(cast_of, "Anna Reed", text) == []


def test_a_pronoun_that_may_be_anothers_tells_nothing(cast_of: MakeCast) -> None:
    found = cast_of(OPENING, "“Hm,” said Mary Orme, and Mary took her bag.", "Anna met Mary. Her green eyes shone.")
    assert not any(each.attributes for each in found.characters)


def test_places_hold_the_value_and_no_more(cast_of: MakeCast) -> None:
    found = cast_of(OPENING, "Tom’s long grey beard was wet.").find("Tom Lake")
    assert found is not None
    (only,) = found.attributes
    assert (only.paragraph, only.start, only.end) == (11, 11, 21)


def test_a_tie_is_told_of_both(cast_of: MakeCast) -> None:
    texts = ("Anna waved to her brother Tom.", "“This is my student, Rock Lee,” said Anna. Rock Lee bowed. “Good day,” said Rock Lee.")
    assert said(cast_of, "Anna Reed", *texts) == [("family", "brother Tom"), ("relation", "student Rock Lee")]
    assert said(cast_of, "Tom Lake", *texts) == [("relation", "Anna Reed’s brother")]
    assert said(cast_of, "Rock Lee", *texts) == [("relation", "Anna Reed’s student")]


def test_a_tie_that_cannot_be_is_none(cast_of: MakeCast) -> None:
    text = "“Tom, my daughter, has gone,” said Anna."
    assert said(cast_of, "Anna Reed", text) == said(cast_of, "Tom Lake", text) == []


def test_a_rank_is_kept_where_it_changes(cast_of: MakeCast) -> None:
    texts = ("Captain Lake nodded.", "Captain Lake rose.", "Major Lake sat down.")
    assert said(cast_of, "Tom Lake", *texts) == [("rank", "captain"), ("rank", "major")]


def test_a_stranger_named_between_takes_the_pronoun(cast_of: MakeCast) -> None:
    assert said(cast_of, "Anna Reed", "Anna opened the door to Ilse Brandt. She had brown eyes.") == []


def test_what_a_doubtful_speaker_says_of_themself_is_not_taken(cast_of: MakeCast) -> None:
    assert said(cast_of, "Anna Reed", "The rain fell.", "The wind rose.", "“I’m twenty-six.”") == []


def test_who_owns_something_takes_no_pronoun_that_goes_on_about_the_subject(cast_of: MakeCast) -> None:
    assert said(cast_of, "Tom Lake", "Tom nodded at the wheel of his father’s boat. He was left-handed.") == [("hand", "left")]
    assert said(cast_of, "Tom Lake", "Tom saw his father’s face. His eyes were brown.") == []
