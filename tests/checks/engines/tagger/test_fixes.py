# SPDX-License-Identifier: GPL-3.0-or-later
"""What each tag does to a text: right words, right capitals, the text's own style, and nothing where it makes no sense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.checks.engines.tagger.fixes import Passage, fix

Make = Callable[..., Passage]


def _mended(passage: Passage, form: str, tag: str) -> str | None:
    place = next(at for at, word in enumerate(passage.words) if word.form == form)
    made = fix(passage, place, tag)
    return None if made is None else passage.text[: made.start] + made.replacement + passage.text[made.end :]


@pytest.mark.parametrize(
    ("text", "form", "tag", "mended"),
    [
        ("He open the door.", "open", "$PAST", "He opened the door."),
        ("He is there.", "is", "$PAST", "He was there."),
        ("They are there.", "are", "$PAST", "They were there."),
        ("He grinded his teeth.", "grinded", "$PAST", "He ground his teeth."),
        ("He had went home.", "went", "$PP", "He had gone home."),
        ("He did went home.", "went", "$BASE", "He did go home."),
        ("She was run home.", "run", "$ING", "She was running home."),
        ("She walk home.", "walk", "$VBZ", "She walks home."),
        ("She walked home.", "walked", "$PRES_Z", "She walks home."),
        ("They walked home.", "walked", "$PRES_B", "They walk home."),
        ("Two knife lay there.", "knife", "$NNS", "Two knives lay there."),
        ("A knives lay there.", "knives", "$NN", "A knife lay there."),
        ("Johns hat.", "Johns", "$POSS", "John's hat."),
        ("The apple's are red.", "apple's", "$NOPOSS", "The apples are red."),
        ("A tin of peach's fell.", "peach's", "$NOPOSS", "A tin of peaches fell."),
        ("The lady's left.", "lady's", "$NOPOSS", "The ladies left."),
        ("He ran quick.", "quick", "$LY", "He ran quickly."),
        ("He said it gentle.", "gentle", "$LY", "He said it gently."),
        ("He felt sadly.", "sadly", "$UNLY", "He felt sad."),
        ("He looked terribly.", "terribly", "$UNLY", "He looked terrible."),
        ("I dont know.", "dont", "$APOS", "I don't know."),
        ("“I dont know.”", "dont", "$APOS", "“I don’t know.”"),
        ("I saw alot of it.", "alot", "$SPLIT", "I saw a lot of it."),
        ("Every One left.", "Every", "$MERGE", "Everyone left."),
        ("A well known man.", "well", "$HYPHEN", "A well-known man."),
        ("A newly-made man.", "-", "$OPEN", "A newly made man."),
        ("The bed-room door.", "-", "$JOIN", "The bedroom door."),
        ("THE ROUGE NINJA", "ROUGE", "R_rogue", "THE ROGUE NINJA"),
        ("Rouge ninja came.", "Rouge", "R_rogue", "Rogue ninja came."),
        ("I was cold, I seemed.", "I", "R_it", "It was cold, I seemed."),
        ("Them and me left.", "me", "R_i", "Them and I left."),
        ("He went the store.", "went", "A_to", "He went to the store."),
        ("She the the cat.", "the", "D", "She the cat."),
        ("The He went.", "The", "D", "He went."),
        ("He, went.", ",", "D", "He went."),
        ("the king came.", "king", "$UPPER", "the King came."),
        ("the King came.", "King", "$LOWER", "the king came."),
    ],
)
def test_a_tag_on_a_word(passage: Make, text: str, form: str, tag: str, mended: str) -> None:
    """One word, one change."""
    assert _mended(passage(text), form, tag) == mended


@pytest.mark.parametrize(
    ("text", "form", "tag", "tags", "mended"),
    [
        ("“Go.” He said.", ".", "R_,", {"He": "$LOWER"}, "“Go,” he said."),
        ("“Go.” He said.", ".", "R_,", {}, "“Go,” he said."),
        ("“Go.” Tom said.", ".", "R_,", {}, "“Go,” Tom said."),
        ("“Go.” I said.", ".", "R_,", {}, "“Go,” I said."),
        ("“Go,” she smiled.", ",", "R_.", {"she": "$UPPER"}, "“Go.” She smiled."),
        ("“Go” he said.", "Go", "A_,", {}, "“Go,” he said."),
        ("He ran, she fell.", ",", "R_.", {}, "He ran. She fell."),
        ("He ran she fell.", "ran", "A_.", {}, "He ran. She fell."),
        ("“Who.” he asked.", ".", "R_?", {}, "“Who?” he asked."),
        ("He ran. Leaving her.", ".", "R_,", {"Leaving": "$LOWER"}, "He ran, leaving her."),
        ("He ran; leaving her.", ";", "R_,", {}, "He ran, leaving her."),
        ("Hello Tom.", "Hello", "A_,", {}, "Hello, Tom."),
        ("“Go” He said.", "Go", "A_,", {"He": "$LOWER"}, "“Go,” he said."),
        ("“Go” Tom said.", "Go", "A_,", {}, "“Go,” Tom said."),
        ("“Go”, he said.", "Go", "A_,", {",": "D"}, "“Go,” he said."),
        ("“Go”, he said.", ",", "D", {}, "“Go,” he said."),
    ],
)
def test_a_mark_takes_its_capital_along(
    passage: Make, text: str, form: str, tag: str, tags: dict[str, str], mended: str
) -> None:
    """Errors that belong together are one change."""
    assert _mended(passage(text, **tags), form, tag) == mended


def test_the_word_whose_capital_changes_is_named(passage: Make) -> None:
    """So that its own tag is not carried out a second time."""
    made = fix(passage("“Go.” He said."), 2, "R_,")
    assert made is not None
    assert made.used == frozenset({4})
    assert made.replacement == ",” he"


def test_a_word_before_the_first(passage: Make) -> None:
    """The capital moves to the new first word."""
    made = fix(passage("Dog barked."), -1, "A_the")
    assert made is not None
    assert made.replacement == "The dog"


@pytest.mark.parametrize(
    ("text", "form", "tag"),
    [
        ("The xyzzy.", "xyzzy", "$SPLIT"),
        ("He ran.", "He", "R_."),
        ("He ran.", "ran", "$APOS"),
        ("He was greatly moved.", "greatly", "$LY"),
        ("I ran.", "I", "$LOWER"),
        ("He ran.", ".", "$PAST"),
        ("He ran.", "ran", "$MERGE"),
        ("He ran.", "ran", "$PAST"),
        ("5 - 6", "-", "$JOIN"),
        ("end", "end", "$HYPHEN"),
    ],
)
def test_a_tag_that_makes_no_sense_does_nothing(passage: Make, text: str, form: str, tag: str) -> None:
    """No change rather than a wrong one."""
    assert _mended(passage(text), form, tag) is None
