# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence's phrases and clauses as the gaps between its words see them."""

from __future__ import annotations

import pytest

from redraft.checks.commas.frame import Frame
from redraft.checks.commas.gaps import gaps
from redraft.checks.commas.kinds import kind
from redraft.language.tagging import Language


def frame(language: Language, text: str) -> Frame:
    (analysis,) = language.analyse([text])
    return Frame(analysis, analysis.sentences[0])


def place(found: Frame, word: str) -> int:
    return next(each for each in range(found.first, found.last) if found.tokens[each].text == word)


def test_a_phrase_reaches_from_its_first_word_to_its_last(language: Language) -> None:
    found = frame(language, "The old man in the corner slept.")
    man = place(found, "man")
    assert (found.tokens[found.left[man]].text, found.tokens[found.right[man]].text) == ("The", "corner")


def test_what_begins_and_what_ends_at_a_word(language: Language) -> None:
    found = frame(language, "The old man slept.")
    assert found.tokens[found.beginning(place(found, "The"))].text == "slept"
    assert found.tokens[found.ending(place(found, "man"))].text == "man"


def test_clauses_know_their_subjects(language: Language) -> None:
    found = frame(language, "The boy had slept and the girl ran.")
    assert [found.tokens[each].text for each in found.verbs] == ["slept", "ran"]
    assert found.tokens[found.finite[place(found, "slept")]].text == "had"


def test_a_piece_ends_at_marks(language: Language) -> None:
    found = frame(language, "Then, after a long pause, he spoke.")
    first, last = found.piece(place(found, "long"), place(found, "pause"))
    assert (found.tokens[first].text, found.tokens[last].text) == ("after", ",")


def test_gaps_are_spaces_and_marks_between_words(language: Language) -> None:
    found = frame(language, "Well, he’d seen it; she hadn’t (not yet).")
    marks = [found.tokens[left + 1].text if right > left + 1 else "" for left, right in gaps(found)]
    assert marks.count(",") == 1 and marks.count(";") == 1
    assert not any(found.tokens[right].text in ("’d", "n’t", "(", "not") for _, right in gaps(found))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The boy ran and the girl slept.", "and", "and-clause"),
        ("The boy ran but she slept.", "but", "but-clause"),
        ("The boy ran and fell.", "and", "and-verb"),
        ("He had bread and wine.", "and", "and-else"),
        ("When the rain had stopped he went home.", "he", "open-clause"),
        ("Walking down the long street she sang.", "she", "open-verb"),
        ("In the middle of the night he woke.", "he", "open-phrase"),
        ("Suddenly he woke.", "he", "open-word"),
        ("He turned to Anko who smiled.", "who", "rel"),
        ("He went home because it rained.", "because", "sub"),
        ("He stood there looking at the sea.", "looking", "ing"),
        ("He stood in the rain.", "in", "prep"),
    ],
)
def test_kinds_of_gaps(language: Language, text: str, word: str, expected: str) -> None:
    found = frame(language, text)
    right = place(found, word)
    assert kind(found, right - 1, right) == expected


def test_the_kind_does_not_hang_on_the_comma(language: Language) -> None:
    found = frame(language, "When the rain had stopped, he went home.")
    right = place(found, "he")
    assert kind(found, right - 2, right) == "open-clause"
