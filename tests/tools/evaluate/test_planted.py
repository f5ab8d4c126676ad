# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of planted error makes what it says, in its place, once, and can be undone."""

from __future__ import annotations

import random
import re

import pytest
from tools.evaluate.planted import FAMILIES, developed, kinds, plant, straightened
from tools.evaluate.planted.making import planted, swap, told, words

TEXTS = (
    "“I am going home,” he said. He smiled at her. “You can come, Anna.”",
    "“Is it far?” asked the captain. “No, I think not,” she said, “but it is late.” He said, “Come on then.”",
    "“You want to go, don’t you?” she asked. “What is the matter, sir?”",
    "“It was late.” He shrugged. “They were there.”",
    "“Anna, you must not. Why are you here?”",
    "He was tired, but he had walked all day, and she could see it, so he stopped at the door of the inn.",
    "When he came to the old house, he saw the dog. Walking up the long road, he fell. However, he got up.",
    "She stood there, which was odd, of course, and it was, however, too late. The man sat, looking at the sea.",
    "The door of the house was open. He thought that he had seen bread, butter and cheese. He stopped there and waited.",
    "It was late. He was tired. Then he saw it. The dog was gone. What was the good? It rained; he was wet. I had gone.",
    "He laughed because he knew the story, and something happened to his brother. He received a letter, in fact a lot.",
    "She wanted to go, and he tried to go, though it was the twenty-one miles to the sea. They began to run.",
    "Their house was on its own hill. It’s the one there were tales of. Your brother knows you’re too late, more than I.",
    "And then he went off the road, whose end he could not see. He did not lose it, and quietly passed the gate past the man.",
    "He threw it, and he knew he could hear them where they were. They were gone. He took a breath at the effect.",
    "He accepted the piece of bread from the boy. He ran quickly. She looked strange. He used to be better.",
    "He had wanted it. He was looked at, packed with food and helped by two boys; these things. He tried to see.",
    "Then Anna looked at the road and he walked and turned. It was there. She walked home.",
    "He had gone. They have seen it. He could have been there. He didn’t know. He could see her. She knew. He lay on it.",
    "They were ill. They have eaten. He doesn’t care. His eyes were red. The house was old. There were two men.",
    "The sides of the box were grey. The end of it. He was going to the door, in the room. When he was there he saw.",
    "He looked at the sea. She could see the door. They would have been there. He was at home. He stood behind the wall.",
    "It was an apple and a pear, his eyes, and he had seen himself with them, the man who spoke to him. She went out.",
    "He was afraid of it. He spoke of it in the morning. It belonged to them. He depended on her. He smiled at her.",
    "He was a well-known man with a ten-year-old boy, his brother-in-law and a widely read self-made man. Goodbye.",
    "It was warm there. The dog and I saw Captain Smith on Monday in London with my mother at the door below. "
    "Then Anna was gone.",
    "“They’ve been here. I didn’t know. That’s the girl’s hat. It is Anna’s hat now. Many girls came.”",
    "I asked what that meant. “Who is he? What is that about?”",
    "He stopped. Something heard him; tomorrow they caught it and shook it. The packet came. Packets came. "
    "Because it rained he stayed. He stayed, while she went. Breakfast was late.",
    "“It is far,” said Anna. “You know it. You have been there,” said Anna. “We go.”",
    "They have walked, and then it rained hard, so they stopped, the words of his eyes. He was helped by two boys.",
    "He was packed with food. She walked quickly. It was a well-known man, a widely used road. He walked and turned.",
)


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_each_kind_finds_a_place_and_changes_it(kind: str) -> None:
    chance = random.Random(1)
    made = [(text, change) for text in TEXTS if (change := kinds()[kind](text, chance)) is not None]
    assert made, "no sample text offers it a place"
    for text, (start, end, new) in made:
        assert text[start:end] != new
        assert 0 <= start <= end <= len(text)


def test_there_are_at_least_ninety_nine_kinds_in_families_of_more_than_one() -> None:
    assert len(kinds()) >= 99
    assert len(FAMILIES) == 20
    assert all(len(each) > 1 for each in FAMILIES.values())


def test_an_error_knows_its_place_and_a_letter_on_either_side() -> None:
    error = planted("kind", "He went home.", (3, 7, "goes"))
    assert error.text == "He goes home."
    assert error.text[error.start : error.end] == "e goes h"


def test_one_paragraph_in_eight_gets_one() -> None:
    errors = dict(plant(list(TEXTS) * 8))
    assert len(errors) == len(TEXTS)
    assert all(each.text != each.clean for each in errors.values())


def test_the_kinds_made_least_come_first() -> None:
    made = dict.fromkeys(kinds(), 5)
    made["capital: I"] = 0
    text = "It was warm there. The dog and I saw him."
    assert [each.kind for _, each in plant([text], every=1, made=made)] == ["capital: I"]
    assert made["capital: I"] == 1


def test_straight_marks_leave_every_place() -> None:
    for _, error in plant(TEXTS, every=1):
        straight = straightened(error)
        if straight is None:
            continue
        assert not re.search("[“”‘’]", straight.text + straight.clean)
        assert (straight.start, straight.end, len(straight.text)) == (error.start, error.end, len(error.text))


def test_an_error_of_curly_marks_only_has_no_straight_form() -> None:
    assert straightened(planted("kind", "“Yes.” He went.", (5, 6, "“"))) is None


def test_a_swap_that_changes_nothing_is_none() -> None:
    assert swap("dog", "dog")("a dog", random.Random(1)) is None


def test_a_word_must_stand_before_the_place_if_one_is_asked_for() -> None:
    make = swap("who", "which", before="man|woman")
    assert make("those who came", random.Random(1)) is None
    assert make("a man who came", random.Random(1)) == (6, 9, "which")


def test_a_word_keeps_its_capital() -> None:
    make = words({"their": "there"})
    assert make("Their house", random.Random(1)) == (0, 5, "There")
    assert make("theirs", random.Random(1)) is None


def test_what_is_told_only_is_not_made_in_speech() -> None:
    make = told(swap("was", "is"))
    assert make("“It was late.”", random.Random(1)) is None
    assert make("“Well.” It was late.", random.Random(1)) == (11, 14, "is")


def test_kinds_that_checks_were_developed_with_can_be_planted_too() -> None:
    assert len(developed()) > 50
    made = dict(plant(TEXTS, every=1, makers=developed()))
    assert len(made) > len(TEXTS) // 2
    assert {each.kind for each in made.values()} <= set(developed())
