# SPDX-License-Identifier: GPL-3.0-or-later
"""Each tag's family of error."""

from __future__ import annotations

import pytest

from redraft.checks.engines.tagger.tags import family


@pytest.mark.parametrize(
    ("tag", "word", "joint", "name"),
    [
        ("R_,", ".", True, "dialogue-punctuation"),
        ("R_.", ",", True, "dialogue-punctuation"),
        ("R_.", ",", False, "comma-splice"),
        ("R_;", ",", False, "comma-splice"),
        ("R_?", ".", False, "punctuation"),
        ("A_,", "hello", False, "comma"),
        ("A_,", "hello", True, "dialogue-punctuation"),
        ("A_.", "home", False, "punctuation"),
        ("D", ",", False, "comma"),
        ("D", "the", False, "extra-word"),
        ("A_the", "in", False, "article"),
        ("A_to", "went", False, "missing-word"),
        ("R_an", "a", False, "article"),
        ("R_him", "he", False, "pronoun"),
        ("R_to", "in", False, "preposition"),
        ("R_was", "is", False, "tense"),
        ("R_was", "were", False, "agreement"),
        ("R_rogue", "rouge", False, "confusable"),
        ("R_to", "too", False, "confusable"),
        ("$PAST", "walk", False, "tense"),
        ("$PRES_Z", "walked", False, "tense"),
        ("$LY", "quick", False, "wrong-form"),
        ("$LOWER", "he", True, "dialogue-punctuation"),
        ("$LOWER", "king", False, "case"),
        ("$APOS_don't", "dont", False, "apostrophe"),
        ("$HYPHEN", "well", False, "hyphenation"),
    ],
)
def test_a_tag_belongs_to_a_family(tag: str, word: str, joint: bool, name: str) -> None:
    """The same tag may mean different errors in different places."""
    assert family(tag, word, joint) == name
