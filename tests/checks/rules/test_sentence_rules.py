# SPDX-License-Identifier: GPL-3.0-or-later
"""Hard cases of the rules on sentences: splices, commas, tense, verbs, agreement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.checks.check import Found

Say = Callable[..., list[Found]]


def sure(found: list[Found]) -> list[Found]:
    return [each for each in found if not each.unsure]


@pytest.mark.parametrize(
    ("id", "text", "fix"),
    [
        ("comma-splice", "Kakashi opened the heavy door, it creaked on its hinges.", ". It"),
        ("comma-splice", "They walked through the burning village, there was nothing left of it.", ". There"),
        ("comma-before-conjunction", "He had eaten nothing since the long morning but nobody at the inn had noticed.", "morning, but"),
        ("tense-slip", "She picked up the lamp and walks to the door.", "walked"),
        ("verb-form", "They had already went home.", "gone"),
        ("verb-form", "He would of known the way.", "would have"),
        ("verb-form", "She did not saw him.", None),
        ("subject-verb", "His eyes was red.", "were"),
        ("subject-verb", "She don’t know.", None),
        ("pronoun-case", "Between him and I there was a wall.", "me"),
        ("compound-hyphen", "A red haired woman sat there.", "red-haired"),
        ("compound-hyphen", "Her six year old daughter slept.", "six-year-old"),
    ],
)
def test_it_is_found(say: Say, id: str, text: str, fix: str | None) -> None:
    found = say(id, text)
    if fix is None:
        assert len(found) <= 1
    else:
        assert [each.suggestions[0] for each in sure(found)] == [fix]


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("comma-splice", "As there was no room at the table, he stood by the wall."),
        ("comma-splice", "When she had gone, and the house was quiet, he slept."),
        ("comma-splice", "The village, it was said, lay beyond the hills."),
        ("comma-splice", "He would come back, he was sure of it."),
        ("comma-splice", "Innocent as his manner had been that night, he had been afraid."),
        ("comma-splice", "The more he thought of it, the less he liked it."),
        ("comma-splice", "He was tall, she was short."),
        ("comma-before-conjunction", "He said that the house was burning and that everyone had left it."),
        ("comma-before-conjunction", "He left the house and the dog followed."),
        ("comma-after-opening", "Standing on the hill was a house of stone."),
        ("tense-slip", "The sun rises in the east, he knew."),
        ("tense-slip", "A man hates to wait. He had waited an hour. He left."),
        ("tense-slip", "They took a few of the rubies and sapphires."),
        ("tense-slip", "Why does he stay? she thought."),
        ("verb-form", "What she had came from her mother."),
        ("verb-form", "“I seen it,” he said."),
        ("verb-form", "He learned what he could of their lives."),
        ("subject-verb", "If she were here, they would laugh."),
        ("subject-verb", "The sound of bells was faint."),
        ("subject-verb", "Neither of them was late."),
        ("subject-verb", "Make him do it."),
        ("pronoun-case", "He thanked her and Anko had to smile."),
        ("compound-hyphen", "The crowd eyed him."),
        ("compound-hyphen", "He was six years old."),
        ("semicolon-fragment", "He came; she left; nobody stayed."),
    ],
)
def test_it_is_left_alone(say: Say, id: str, text: str) -> None:
    assert sure(say(id, text)) == []


def test_a_bare_and_counts_only_in_a_rough_draft(say: Say) -> None:
    text = "The frown cleared from her tired face and Anko went on down the hill."
    assert sure(say("comma-before-conjunction", text, names=("Anko",))) == []
    assert len(sure(say("comma-before-conjunction", text, names=("Anko",), roughness=8.0))) == 1


def test_a_missing_opening_comma_counts_only_where_it_is_no_habit(say: Say) -> None:
    text = "When the long rain had stopped he went home."
    assert sure(say("comma-after-opening", text)) == []
    assert len(sure(say("comma-after-opening", text, roughness=8.0))) == 1


def test_the_past_is_a_slip_only_in_the_present(say: Say) -> None:
    text = "She picks up the lamp and walked to the door."
    assert [each.suggestions[0] for each in sure(say("tense-slip", text, tense="present"))] == ["walks"]
    assert sure(say("tense-slip", text, tense="mixed")) == []


def test_thought_in_a_story_of_others_is_no_slip(say: Say) -> None:
    assert sure(say("tense-slip", "She stopped. Maybe my life ends here. She went on.")) == []
