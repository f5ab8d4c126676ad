# SPDX-License-Identifier: GPL-3.0-or-later
"""Two facts of one person that cannot both stand, and pairs that can."""

from __future__ import annotations

import pytest

from tests.continuity.conftest import Contradictions


@pytest.mark.parametrize(
    "texts",
    [
        ("Anna’s green eyes shone in the lamplight.", "***", "Anna looked up. Her eyes were brown and very tired."),
        (
            "Anna looked out at the rain, her blue eyes narrowed.",
            "***",
            "“I know,” said Anna. Her brown eyes flashed.",
        ),
        (
            "“You have to see Anna,” said Tom. “Anna has the greenest eyes, and Anna’s hair is black.”",
            "***",
            "Anna pushed her blonde hair out of her face.",
        ),
        ("Tom ran a hand through his red hair.", "***", "Tom’s black hair was wet with rain."),
        ("Anna was a tall woman with long black hair.", "***", "Anna tied back her thick blonde hair and went out."),
        ("The red-haired Tom laughed.", "***", "Tom combed his black hair."),
        (
            "Anna was thirty-two years old and had never been abroad.",
            "***",
            "The next day Anna sat on the stairs. “I’m twenty-six,” said Anna, “and I feel old.”",
        ),
        ("Tom was seventeen.", "***", "Two days later Tom had turned nineteen."),
        (
            "“Nineteen-year-old Tom Lake was arrested,” said the paper. Tom, nineteen, said nothing.",
            "***",
            "Tom was twenty-four, and he felt it.",
        ),
        (
            "Tom’s left arm was in a sling, and he winced.",
            "***",
            "“Careful,” said Anna. Tom’s right arm was in a sling.",
        ),
        (
            "A scar ran down Tom’s left cheek. The scar on his left cheek itched.",
            "***",
            "Tom rubbed the scar on his right cheek.",
        ),
        (
            "Tom was left-handed, and the scissors hurt him.",
            "***",
            "Tom signed his name. He was right-handed, like all the Lakes.",
        ),
        (
            "Tom limped on his left leg.",
            "***",
            "Tom had broken his right leg at school, and he limped on his right leg to this day.",
        ),
        ("Anna waved to her brother Tom.", "***", "“This is Tom,” said Anna. Tom was her cousin."),
        (
            "Anna’s older sister, Ruth, lived in York. Ruth was a nurse.",
            "***",
            "Ruth came on Sunday. Anna’s younger sister Ruth brought a cake.",
        ),
        ("Anna was an only child.", "***", "Anna wrote to her brother Tom."),
        (
            "Tom drove home in his blue Ford. Tom’s blue car was the oldest in the street.",
            "***",
            "Tom parked his red car behind the church.",
        ),
        ("Tom climbed into his battered green pickup truck.", "***", "Tom’s truck was white, and it was filthy."),
        ("Anna whistled, and her black dog came running.", "***", "Anna’s white dog slept by the fire."),
        (
            "Tom was six feet two and stooped in doorways.",
            "***",
            "Tom was five feet six in his socks, and stood on a box.",
        ),
        ("Tom was a fat man who laughed a lot.", "***", "Tom was a thin man, and his coat hung on him."),
        ("Anna was a nurse at the hospital.", "***", "Anna worked as a lawyer in the city."),
        ("Anna lived at 12 Elm Street.", "***", "Tom stopped in front of the house. Anna lived at 14 Elm Street."),
        ("Anna wrote to her mother, Ellen.", "***", "Anna’s mother, Helen, was waiting. Anna waved."),
        ("Anna whistled for her dog, Rex.", "***", "Anna fed her dog Max."),
        ("Tom drove his old Volvo to the sea.", "***", "Tom parked his Saab by the church."),
        (
            "Tom had been married twelve years.",
            "***",
            "That evening Tom sat alone. He had been married for fifteen years.",
        ),
        ("Tom’s wife had died three years before.", "***", "Tom’s wife had been dead for seven years."),
        ("Anna had two sisters.", "***", "Anna had three sisters, and all of them sang."),
        ("Anna’s flat was on the third floor.", "***", "Anna’s flat was on the fifth floor."),
        ("Tom was a man in his fifties.", "***", "Tom was thirty-one and tired."),
        ("Anna always wrote with her left hand.", "***", "Anna was right-handed."),
        ("At thirty-four, Anna was still afraid of dogs.", "***", "“I’m twenty-nine,” said Anna."),
    ],
)
def test_facts_that_cannot_both_stand(contradictions: Contradictions, texts: tuple[str, ...]) -> None:
    assert [each.kind for each in contradictions(*texts)] == ["attribute"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Anna had black hair.", "***", "Anna had dyed her hair. Anna’s red hair shone."),
        ("Anna had black hair.", "***", "Anna put on a wig. Her blonde hair fell to her waist."),
        ("Anna’s green eyes shone.", "***", "Anna’s eyes were brown as mud in the dream she had."),
        ("Anna’s green eyes shone.", "***", "Perhaps Anna’s eyes were brown; Tom could not remember."),
        ("Anna’s green eyes shone.", "***", "“Are Anna’s eyes brown?” asked Tom."),
        ("Anna was thirty.", "***", "“I’m twenty-five,” Anna lied."),
        ("Tom was ten years old.", "***", "Five years later Tom was fifteen."),
        ("Tom was thirty.", "***", "When Tom was twelve, he had broken his arm."),
        ("The black colour of night.", "Anna’s hair was dark.", "***", "Anna’s hair was black."),
        ("Anna’s hazel eyes shone.", "***", "Anna’s dark eyes shone."),
        ("Anna’s green eyes met Tom’s brown eyes.", "***", "Tom looked down. His brown eyes were wet."),
        ("Tom’s left arm was in a sling.", "***", "A year later Tom’s arm had healed. He raised his right arm."),
        ("Captain Lake nodded.", "***", "Major Lake nodded."),
        ("Anna wrote to her mother, Elizabeth.", "***", "Anna’s mother, Liz, was waiting."),
        (
            "Tom had been married twelve years.",
            "***",
            "Five years later Tom sat alone. He had been married for seventeen years.",
        ),
        ("Tom drove his old Volvo to the sea.", "***", "Tom sold his car, and bought a new car. Tom’s Saab was red."),
        ("Tom was a man in his thirties.", "***", "Tom was thirty-one and tired."),
    ],
)
def test_facts_that_can(contradictions: Contradictions, texts: tuple[str, ...]) -> None:
    assert contradictions(*texts) == []


def test_two_of_one_name_told_side_by_side_are_two(contradictions: Contradictions) -> None:
    assert contradictions("Anna loved her brother George, or her son George.", "George bowed.") == []
