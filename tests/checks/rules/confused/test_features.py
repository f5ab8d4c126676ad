# SPDX-License-Identifier: GPL-3.0-or-later
"""What the judge sees of a place."""

from redraft.checks.rules.confused.features import SLOTS, class_of, features, pieces


def test_pieces_keep_their_places() -> None:
    text = "It's over—there, isn't it? 12 well-known"
    found = pieces(text)
    assert [each.text for each in found] == [
        "it's", "over", "-", "there", ",", "isn't", "it", "?", "12", "well", "-", "known",
    ]  # fmt: skip
    assert all(text[each.start : each.start + len(each.text)].lower().replace("—", "-") == each.text for each in found)


def test_the_word_itself_is_not_seen() -> None:
    assert features(["he", "lost", "it"], 1, {}) == features(["he", "loosed", "it"], 1, {})
    assert features(["he", "lost", "it"], 1, {}) != features(["she", "lost", "it"], 1, {})


def test_there_are_never_more_than_the_slots() -> None:
    words = [f"word{chr(97 + each)}" for each in range(26)]
    assert all(len(features(words, at, {})) <= SLOTS for at in range(26))


def test_rare_words_are_classed_by_their_endings() -> None:
    assert class_of("zorbing", {}) == "-ing" and class_of("12", {}) == "#" and class_of("qux", {}) == "?"
    assert class_of("dog", {"dog": "7"}) == "7"
