# SPDX-License-Identifier: GPL-3.0-or-later
"""The model at work: it finds what drafts get wrong, stays quiet on clean prose, and survives anything."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redraft.checks.engines.tagger.edits import FLOOR, ModelEdit
from redraft.checks.engines.tagger.tagger import Tagger

_SURE = 0.8


def _mended(text: str, edits: list[ModelEdit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("“I don’t know.” He said.", "“I don’t know,” he said."),
        ("‘I don’t know.’ He said.", "‘I don’t know,’ he said."),
        ("“I don't know” she said.", "“I don't know,” she said."),
        ("She turned and walk to the door.", "She turned and walked to the door."),
        ("He put the the cup on the table.", "He put the cup on the table."),
        ("They left there coats in the hall.", "They left their coats in the hall."),
        ("“You should of told me,” she said.", "“You should have told me,” she said."),
        ("He had took the last one.", "He had taken the last one."),
    ],
)
def test_errors_are_found_and_put_right(tagger: Tagger, text: str, mended: str) -> None:
    """What is clear to any copy editor is clear to the model."""
    assert _mended(text, tagger.edits([text], _SURE)[0]) == mended


@pytest.mark.parametrize(
    "text",
    [
        "“I don’t know,” he said. “Perhaps she left.”",
        "‘I don’t know,’ he said. ‘Perhaps she left.’",
        "She turned and walked to the door, and he followed her into the rain.",
        "Kenji looked at Sakura for a long time before he answered.",
        "“It’s over,” said Maya. She closed the book.",
        "The door was open. Nobody had been here for years.",
        "I had known her since the summer when the river froze.",
        "“Where are you going?” he asked.",
    ],
)
def test_clean_prose_is_left_alone(tagger: Tagger, text: str) -> None:
    """No mark where there is nothing to mark."""
    assert tagger.edits([text], _SURE) == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "😀😀😀",
        "*** ~ oOo ~ ***",
        "STOP! DON’T GO IN THERE, SHE SCREAMED.",
        "Привет, мир. 日本語のテキスト。",
        "https://example.org/a?b=c#d",
        "a" * 3_000,
        "\u200b\u2060\ufeff",
        "“" * 300,
    ],
)
def test_odd_paragraphs_do_no_harm(tagger: Tagger, text: str) -> None:
    """Every edit that comes back lies in the text."""
    _check(text, tagger.edits([text])[0])


def test_a_sentence_of_five_thousand_words(tagger: Tagger) -> None:
    """It is read in pieces."""
    text = "the rain fell and " * 1_250
    _check(text, tagger.edits([text])[0])


def test_paragraphs_do_not_mix(tagger: Tagger) -> None:
    """The answer for a paragraph does not depend on the others, nor on their number."""
    texts = ["“Go.” He said.", "", "She walk home. He walked too.", "Clean as can be."]
    together = tagger.edits(texts)
    alone = [tagger.edits([text])[0] for text in texts]
    assert [[(e.start, e.end, e.replacement, e.tag) for e in edits if e.probability > 0.4] for edits in together] == [
        [(e.start, e.end, e.replacement, e.tag) for e in edits if e.probability > 0.4] for edits in alone
    ]


def test_the_floor_is_kept(tagger: Tagger) -> None:
    """A higher floor gives a part of what a lower one gives."""
    text = "Him and me was going too the store. She dont no weather to goes."
    low, high = tagger.edits([text], 0.3)[0], tagger.edits([text], 0.9)[0]
    assert all(edit.probability >= 0.9 for edit in high)
    assert len(high) <= len(low)


@settings(max_examples=25)
@given(st.text(alphabet=st.sampled_from("abI thewas'’“”\".,!?;-—… \n\u2060é😀"), max_size=120))
def test_any_text_gives_sound_edits(tagger: Tagger, text: str) -> None:
    """Spans inside the text, never empty, never overlapping."""
    _check(text, tagger.edits([text], 0.1)[0])


def _check(text: str, edits: list[ModelEdit]) -> None:
    assert all(0 <= edit.start < edit.end <= len(text) for edit in edits)
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert all(text[edit.start : edit.end] != edit.replacement for edit in edits)
    assert all(0 <= edit.probability <= 1 for edit in edits)


def test_faint_edits_change_no_clear_one(tagger: Tagger) -> None:
    """Hearing more does not make the model say anything else."""
    texts = [
        "“I don’t know.” He said, and she walk to the door.", "He had took the last one off the shelf it was late.",
        "He looked at her and she looks back at him.",
    ]
    clear = tagger.edits(texts)
    heard = tagger.edits(texts, 0.02)
    assert [[each for each in edits if each.probability >= FLOOR] for edits in heard] == clear
    assert sum(map(len, heard)) > sum(map(len, clear))
    for edits in heard:
        assert all(one.end <= other.start for one, other in pairwise(edits))
