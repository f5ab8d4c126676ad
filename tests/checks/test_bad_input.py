# SPDX-License-Identifier: GPL-3.0-or-later
"""What is no prose, or prose of another kind, leaves the checks quiet, and costs them little."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from redraft.checks.catalogue import catalogue
from redraft.checks.facts import story_facts
from redraft.checks.runner import Fault, findings
from redraft.checks.story import Passage, SceneFacts
from redraft.language.tagging import Language
from redraft.manuscript.model import Paragraph
from redraft.text.folding import Reading

Marked = Callable[..., list[tuple[str, str]]]

VERSE = """The owl and the cat went out to sea
In a beautiful boat of green
They took some honey and plenty of tea
And the finest jam ever seen"""
CHAT = """anko: u there
kakashi: ya
anko: ok cool
kakashi: brb"""
STAGE = """ANKO. (rising) And you, sir?
KAKASHI. (aside) She knows.
[They leave. A bell.]"""
LETTER = """Dear Anko,
Thank you for the scarf. It is warm.
With love,
Mother"""
LIST = """3 eggs
200 g flour
1 lemon
a pinch of salt"""


@pytest.fixture(scope="module")
def marked(language: Language) -> Marked:
    """Every finding in a text of several paragraphs, as (check, words)."""

    def ask(text: str, names: Sequence[str] = ("Anko", "Kakashi")) -> list[tuple[str, str]]:
        texts = text.split("\n")
        analyses = language.analyse(texts)
        story = story_facts(texts, analyses, names)
        faults: list[Fault] = []
        found: list[tuple[str, str]] = []
        for index, each in enumerate(texts):
            before = analyses[index - 1] if index else None
            after = analyses[index + 1] if index + 1 < len(texts) else None
            passage = Passage(analyses[index], SceneFacts(1, "past", "third"), story, before, after)
            got = findings(Paragraph(index, each, each), Reading(each), passage, catalogue(), faults)
            found += [(one.check, one.text) for one in got]
        assert faults == []
        return found

    return ask


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(VERSE, id="verse"),
        pytest.param(STAGE, id="stage directions"),
        pytest.param(LETTER, id="letter"),
        pytest.param(LIST, id="list"),
        pytest.param("NO ONE MUST LEAVE THE CITY. ALL GATES ARE CLOSED UNTIL DAWN.", id="all capitals"),
        pytest.param("for (int i = 0; i < n; i++) { total += values[i]; }\nreturn total; // done", id="code"),
        pytest.param("| Name | Age |\n|------|-----|\n| Anko | 24  |", id="table"),
        pytest.param("See https://leaf.example.org/a,b;c?d=1&e=2 and write to anko@leaf.example.org.", id="addresses"),
        pytest.param("Je ne sais pas où est passé mon chapeau gris, mais il était là.", id="foreign"),
        pytest.param("Он вышел из дома,и пошёл к реке..", id="other script"),
        pytest.param("She laughed 😂😂 and waved 👋🏽. The family 👨‍👩‍👧 left.", id="emoji"),
        pytest.param("e\u0301te\u0301 nai\u0308ve cafe\u0301", id="combining characters"),
        pytest.param("\u202bהוא הלך הביתה\u202c", id="right to left"),
        pytest.param("", id="empty"),
        pytest.param("...", id="dots"),
        pytest.param("—", id="dash"),
        pytest.param("\ufffd\ufffd\u0000\ufffd", id="junk"),
    ],
)
def test_it_is_left_alone(marked: Marked, text: str) -> None:
    assert marked(text) == []


def test_a_chat_is_not_told_its_capitals(marked: Marked) -> None:
    assert [each for each in marked(CHAT) if each[0] in ("sentence-capital", "paragraph-end")] == []


def test_a_text_without_marks_is_not_marked_at_every_turn(marked: Marked) -> None:
    text = "he went to the house and he saw the girl and she told him that the boat was gone " * 6
    assert len(marked(text.strip())) <= 1


def test_a_sentence_of_five_thousand_words_is_quiet(marked: Marked) -> None:
    text = "He walked along the river and " * 830 + "he slept."
    assert marked(text) == []


def test_quote_marks_without_end_are_one_matter(marked: Marked) -> None:
    assert len(marked("“ “ “ “ “ “")) <= 1


def test_an_endless_word_is_quiet(marked: Marked) -> None:
    assert [each for each in marked("A" + "a" * 5000 + "rgh! he cried.") if each[0] != "misspelt-word"] == []
