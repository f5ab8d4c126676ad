# SPDX-License-Identifier: GPL-3.0-or-later
"""Direct thought is told from narration where it is sure, and nowhere else."""

import pytest

from redraft.language.analysis import Analysis, Zone
from redraft.language.tagging import Language
from redraft.language.thought import with_marked_thoughts, with_unmarked_thoughts
from redraft.text.span import Span


def thoughts(analysis: Analysis) -> list[str]:
    return [analysis.text[each.start : each.end] for each in analysis.stretches if each.zone is Zone.THOUGHT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He sat. What now? he wondered.", ["What now?"]),
        ("I can't go on, she thought. She sat.", ["I can't go on,"]),
        ("She had always known, he thought.", []),
        ("“I can’t go on,” she thought.", []),
        ("He was gone, they said.", []),
        ("She wondered about the rain.", []),
    ],
)
def test_tagged_thought(language: Language, text: str, expected: list[str]) -> None:
    assert thoughts(language.analyse([text])[0]) == expected


def test_italic_sentences_are_thought(language: Language) -> None:
    (analysis,) = language.analyse(["He sat. This is not right. He was really tired."])
    assert thoughts(with_marked_thoughts(analysis, [Span(8, 26)])) == ["This is not right."]
    assert thoughts(with_marked_thoughts(analysis, [Span(34, 40)])) == []


def test_first_person_present_in_third_person_past(language: Language) -> None:
    (analysis,) = language.analyse(["He stopped. I am not going to make it. The door opened."])
    assert thoughts(with_unmarked_thoughts(analysis, "past", "third")) == ["I am not going to make it."]
    assert thoughts(with_unmarked_thoughts(analysis, "past", "first")) == []
    assert thoughts(with_unmarked_thoughts(analysis, "present", "third")) == []


def test_speech_and_past_sentences_are_not_thought(language: Language) -> None:
    (analysis,) = language.analyse(["“I am going,” he said. My brother left me."])
    assert thoughts(with_unmarked_thoughts(analysis, "past", "third")) == []


def test_a_question_in_the_present_and_what_stands_beside_it_are_thought(language: Language) -> None:
    text = "His jaw dropped. Somebody actually cares? No, she is faking it. He turned to the door."
    (analysis,) = language.analyse([text])
    expected = ["Somebody actually cares?", "No, she is faking it."]
    assert thoughts(with_unmarked_thoughts(analysis, "past", "third")) == expected
    assert thoughts(with_unmarked_thoughts(analysis, "past", "first")) == expected
    assert thoughts(with_unmarked_thoughts(analysis, "present", "third")) == []


def test_a_slip_beside_the_telling_is_no_thought(language: Language) -> None:
    (analysis,) = language.analyse(["He opened the door. She walks in. He sat down. Was it late?"])
    assert thoughts(with_unmarked_thoughts(analysis, "past", "third")) == []
