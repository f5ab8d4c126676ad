# SPDX-License-Identifier: GPL-3.0-or-later
"""Words, marks and chunks of whole sentences."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from redraft.checks.engines.tagger.words import CHUNK, LONGEST, chunks, words


def _forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


def test_words_keep_inner_apostrophes_and_part_hyphens() -> None:
    """A contraction is one word, a hyphened compound three units."""
    assert _forms("Don’t open the well-known 3.5 box…") == [
        "Don't",
        "open",
        "the",
        "well",
        "-",
        "known",
        "3.5",
        "box",
        "…",
    ]


def test_emphasis_and_invisible_characters_are_passed_over() -> None:
    """Markdown stars are no words, and a word joiner is no space."""
    text = "She *never* said\u2060—no."
    assert _forms(text) == ["She", "never", "said", "—", "no", "."]
    assert [word.spaced for word in words(text)][4] is False


def test_a_star_that_is_no_emphasis_stays() -> None:
    """A lone star is a mark."""
    assert "*" in _forms("five * six")


def test_places_are_those_of_the_original() -> None:
    """Each word's span holds it, whatever quotes were folded."""
    text = "‘You’re late,’ she said."
    assert [text[word.start : word.end] for word in words(text)][:3] == ["‘", "You’re", "late"]


def test_chunks_hold_whole_sentences() -> None:
    """Sentences are put together up to the limit, never torn."""
    text = " ".join(["He went home at ten."] * 30)
    found = list(chunks(words(text)))
    assert len(found) > 1
    assert all(chunk[-1].form == "." and len(chunk) <= CHUNK for chunk in found)


def test_a_title_ends_no_sentence() -> None:
    """Mr. and the name after it stay together."""
    text = " ".join(["He saw Mr. Smith."] * 20)
    assert all(chunk[-2].form != "Mr" for chunk in chunks(words(text)))


def test_an_endless_sentence_is_cut() -> None:
    """Five thousand words without a stop come in pieces."""
    found = list(chunks(words("word " * 5_000)))
    assert max(map(len, found)) == LONGEST
    assert sum(map(len, found)) == 5_000


@given(st.text(max_size=80))
def test_every_word_is_in_one_chunk(text: str) -> None:
    """Nothing is lost, nothing is out of order."""
    found = words(text)
    assert [word for chunk in chunks(found) for word in chunk] == found
    assert all(a.end <= b.start for a, b in pairwise(found))
