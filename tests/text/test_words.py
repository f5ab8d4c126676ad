# SPDX-License-Identifier: GPL-3.0-or-later
"""Words and what stands between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redraft.text.words import pieces_of


def test_words_keep_apostrophes_and_hyphens() -> None:
    assert pieces_of("It’s well-made—no?") == ["It’s", " ", "well-made", "—", "no", "?"]


@given(st.text(alphabet="ab _-’—.\n1é🙂"))
def test_nothing_is_left_out(text: str) -> None:
    assert "".join(pieces_of(text)) == text
