# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and words as an author reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.ui.panels import words


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0"), (999, "999"), (1000, "1.0k"), (1240, "1.2k"), (9949, "9.9k"), (9950, "10k"), (160_000, "160k")])
def test_thousands(count: int, said: str) -> None:
    assert words.thousands(count) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.0, "under a minute"), (0.99, "under a minute"), (1.2, "1 min"), (59.4, "59 min"), (60.0, "1 h"), (81.0, "1 h 21 min")])
def test_minutes(value: float, said: str) -> None:
    assert words.minutes(value) == said


def test_plural() -> None:
    assert (words.plural(1, "scene"), words.plural(0, "scene"), words.plural(1204, "word")) == (
        "1 scene", "0 scenes", "1,204 words")
    assert words.plural(2, "is", "are") == "2 are"


def test_first_words() -> None:
    assert words.first_words("One two three, four five six, seven") == "One two three, four five six…"
    assert words.first_words("Short enough.") == "Short enough."


def test_context_is_cut_at_words() -> None:
    text = "It was the best of times and it was the worst of times, was it not, said the man."
    start = text.index("worst")
    before, word, after = words.context(text, start, start + 5, reach=12)
    assert (before, word, after) == ("…it was the ", "worst", " of times,…")


def test_context_at_both_ends_has_no_ellipsis() -> None:
    assert words.context("a word b", 2, 6) == ("a ", "word", " b")


@given(st.text(max_size=120), st.data())
def test_context_holds_the_words_themselves(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, word, after = words.context(text, start, end)
    assert word == text[start:end]
    assert before.removeprefix("…") == "" or text[:start].endswith(before.removeprefix("…"))
    assert after.removesuffix("…") == "" or text[end:].startswith(after.removesuffix("…"))


def test_reading_says_how_far_it_is() -> None:
    some = words.reading(500, 2000, "Scenes appear here.")
    assert some.progress == 0.25 and "500 of 2,000 words" in some.sentence
    assert words.reading(0, 0, "Scenes appear here.").progress == 0.0
