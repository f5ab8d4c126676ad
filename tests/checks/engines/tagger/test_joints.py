# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed lists hold what they say."""

from __future__ import annotations

from redraft.checks.engines.tagger.joints import CONTRACTIONS, SPLITS


def test_a_joined_word_is_its_two_words() -> None:
    """Taking the space out gives the key, "all right" apart, which loses a letter too."""
    assert all(
        apart.replace(" ", "") == joined for joined, apart in SPLITS.items() if joined not in ("alright", "already")
    )
    assert SPLITS["alot"] == "a lot"


def test_right_compounds_are_not_torn() -> None:
    """Words that are right as one are in the list only where drafts misuse them."""
    assert not {"almost", "together", "outside", "anyone", "whatever"} & set(SPLITS)


def test_a_contraction_is_its_bare_form_with_an_apostrophe() -> None:
    """Nothing but the apostrophe is added."""
    assert all(whole.replace("'", "") == bare and "'" in whole for bare, whole in CONTRACTIONS.items())
