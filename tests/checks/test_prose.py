# SPDX-License-Identifier: GPL-3.0-or-later
"""What is no prose is known as such, and prose is not taken for anything else."""

from __future__ import annotations

import pytest

from redraft.checks.prose import not_prose
from redraft.language.tagging import Language


def left_out(language: Language, text: str) -> list[str]:
    (analysis,) = language.analyse([text])
    return [span.of(text) for span in not_prose(analysis)]


@pytest.mark.parametrize(
    "text",
    [
        "for (int i = 0; i < n; i++) { total += values[i]; }",
        "| Name | Age | Town |",
        "def walk(self): return self._step(1)",
    ],
)
def test_code_and_tables_are_left_out_whole(language: Language, text: str) -> None:
    assert left_out(language, text) == [text]


@pytest.mark.parametrize(("text", "chat"), [
    ("mira: u up?? dont freak out", True), ("Mira: I have said what I know.", False),
    ("She knew one thing: the boat was gone.", False),
])  # fmt: skip
def test_a_line_of_a_chat_is_left_out(language: Language, text: str, chat: bool) -> None:
    assert left_out(language, text) == ([text] if chat else [])


def test_addresses_are_left_out(language: Language) -> None:
    assert left_out(language, "She wrote to anko@leaf.org about https://leaf.org/a?b=1 that day.") == [
        "anko@leaf.org", "https://leaf.org/a?b=1"]


def test_a_foreign_sentence_is_left_out(language: Language) -> None:
    text = "He sighed. Je ne sais pas où est passé mon chapeau gris. She laughed at him."
    assert left_out(language, text) == ["Je ne sais pas où est passé mon chapeau gris."]


def test_another_script_is_left_out(language: Language) -> None:
    assert left_out(language, "Это было давно.") == ["Это было давно."]


def test_a_sentence_without_end_is_left_out(language: Language) -> None:
    text = "and then he went on " * 80
    assert left_out(language, text) == [text.strip()]


def test_a_text_without_marks_is_left_out_and_one_with_a_few_is_not(language: Language) -> None:
    endless = "he went down to the harbour and he saw the boat and she was in it and the sea was rough " * 5
    assert left_out(language, endless.strip()) == [endless.strip()]
    assert left_out(language, endless.replace("rough", "rough,").strip()) == []


@pytest.mark.parametrize(
    "text",
    [
        "He ran (and she, too) to the gate; nobody came.",
        "Stop! Wait! No!",
        "Anko, Kakashi, Tsunade, Naruto, Sasuke and Sakura were there.",
        "He was number 7 = the last. Room 12 was empty.",
    ],
)
def test_prose_is_prose(language: Language, text: str) -> None:
    assert left_out(language, text) == []
