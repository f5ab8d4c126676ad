# SPDX-License-Identifier: GPL-3.0-or-later
"""By quotation and context alone: found, or honestly not."""

from __future__ import annotations

from redraft.notes.note import Quote
from redraft.notes.placing.searching import Search
from redraft.notes.placing.wording import Wording

TEXT = (
    "The gate of the old mill was locked when Anko came back from the fair. “No,” said Anko, and sat down on the step. "
    "A lamp burned in the upper window until the rogue ninja put it out. He had been told to wait for the carrier. "
    "“No,” said the miller, and shut the door on the dog and the rain. They ate the bread that was left, and slept. "
) + "It was a long winter in the valley, and nobody came up the road for weeks on end. " * 3
SEARCH = Search(Wording.of(TEXT))


def found(exact: str, prefix: str = "", suffix: str = "") -> str | None:
    span = SEARCH.find(Quote(exact, prefix, suffix))
    return None if span is None else TEXT[max(0, span.start - 6) : span.start] + "[" + span.of(TEXT) + "]"


def test_a_sentence_needs_no_context() -> None:
    assert found("They ate the bread that was left, and slept.") == "rain. [They ate the bread that was left, and slept.]"


def test_a_repeated_word_is_known_by_what_stood_round_it() -> None:
    assert found("No", "back from the fair. “", ",” said Anko, and sat down on the step.") == "air. “[No]"
    assert found("No", "told to wait for the carrier. “", ",” said the miller, and shut the door") == "ier. “[No]"


def test_a_word_without_context_is_nowhere() -> None:
    assert found("No") is None
    assert found("the") is None


def test_of_equal_places_none_is_taken() -> None:
    assert found("It was a long winter in the valley") is None


def test_words_changed_a_little_are_found() -> None:
    assert found("the rouge ninja put it out", "burned in the upper window until ", " He had been told") == "until [the rogue ninja put it out]"


def test_quotes_dashes_and_wrapping_do_not_matter() -> None:
    assert found('"No,"\nsaid the miller -- and shut', "told to wait for the carrier. ", " the door on the dog") == "rier. [“No,” said the miller, and shut]"


def test_what_is_not_there_is_not_found() -> None:
    assert found("a ship came into the harbour at noon", "and then ", " with all her flags") is None
    assert found("", "a", "b") is None
    assert found("…") is None
