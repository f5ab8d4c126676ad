# SPDX-License-Identifier: GPL-3.0-or-later
"""Tokens as the tagger learned them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.language.tokens import token_spans


def cut(text: str) -> str:
    return " ".join(text[start:end] for start, end in token_spans(text))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("I didn't; she'll stay.", "I did n't ; she 'll stay ."),
        ("He shouldn't've gone", "He should n't 've gone"),
        ("Mr. Reed left at 3 p.m. or so", "Mr. Reed left at 3 p.m. or so"),
        ("a well-known man—gone...", "a well - known man — gone ..."),
        ("the boys' hats", "the boys ' hats"),
        ("goin' home, thin' king", "goin' home , thin' king"),
        ("it's six o'clock, ma'am", "it 's six o'clock , ma'am"),
        ("I cannot, gonna", "I can not , gon na"),
        ("'Tis 5:30, 1,000 and the 1920s", "'Tis 5:30 , 1,000 and the 1920s"),
        ("I-I d-don't", "I - I d - do n't"),
        ("“Go?!”", "“ Go ? ! ”"),
        ("It was I. Then", "It was I . Then"),
    ],
)
def test_tokens(text: str, tokens: str) -> None:
    assert cut(text) == tokens


@given(st.text(max_size=60))
def test_every_character_but_space_is_in_one_token(text: str) -> None:
    covered = [place for start, end in token_spans(text) for place in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(place in set(covered) for place, char in enumerate(text) if not char.isspace())
