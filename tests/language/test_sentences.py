# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence keeps its dialogue tag and its abbreviations."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.language.sentences import sentence_spans
from redraft.language.speech import stretches


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, stretches(text)[0])]


@pytest.mark.parametrize(
    "parts",
    [
        ["“Stop!” he said.", "Then he ran."],
        ["“Are you mad?” John said.", "“No!”", "She ran."],
        ["“Stop!” Mr. Reed had whispered.", "It was late."],
        ["“Yes!” I answered.", "“Why?”", "“Because!” she yelled."],
        ["“Stop.", "Go away,” he said."],
        ["Mr. J. R. Smith met Dr. Jones.", "It was I.", "Then all went."],
        ["He left at 3 p.m.", "She stayed."],
        ["The U.S. Army came at 5 a.m. the next day.", "They slept."],
        ["No. 5 was open.", "No.", "He left."],
        ["“Well… I don’t know,” he said… and left.", "She sighed…", "Nothing came."],
        ["He paid 3.50 for it.", "i went home.", "then i slept."],
        ["“I—”", "She stopped.", "“Go,” she said (quietly).", "(He left.)"],
        ["What now? he wondered.", "Ah! how sweet it was."],
        ["“It’ll be our”—she leaned—“secret.”", "He nodded."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_missing_space_still_ends_a_sentence() -> None:
    assert sentences("It was the end.Then he came.") == ["It was the end.", "Then he came."]


def test_spaces_round_a_sentence_are_left_out() -> None:
    assert sentence_spans("  One.   Two.  ") == [(2, 6), (9, 13)]
    assert sentence_spans("   ") == []


@given(st.text(alphabet="aB .!?…”“'—\n", max_size=80))
def test_sentences_cover_all_but_spaces(text: str) -> None:
    spans = sentence_spans(text, stretches(text)[0])
    covered = {place for start, end in spans for place in range(start, end)}
    assert all(place in covered for place, char in enumerate(text) if not char.isspace())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
