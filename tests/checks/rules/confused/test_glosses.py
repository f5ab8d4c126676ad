# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentence that explains a confused word."""

from redraft.checks.rules.confused.glosses import explain
from redraft.checks.rules.confused.judge import read_sets


def test_both_meanings_are_given() -> None:
    assert explain("rouge", "rogue") == (
        "“rouge” is red make-up; what fits here is “rogue”: a scoundrel, or one who has left the fold."
    )


def test_a_pair_without_glosses_has_a_plain_sentence() -> None:
    assert explain("plaice", "place") == "“plaice” does not fit here; “place”, which looks or sounds like it, does."


def test_contractions_are_shown_as_they_are_written() -> None:
    assert "“they’re” is they are" in explain("they're", "their")


def test_the_commonest_sets_have_glosses() -> None:
    whole = [words for words in read_sets()[:185] if all("does not fit" not in explain(words[0], each) for each in words[1:])]
    assert len(whole) >= 60
