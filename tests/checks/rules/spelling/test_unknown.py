# SPDX-License-Identifier: GPL-3.0-or-later
"""Misspelt words are told from the story's own; the check's examples cover the plain cases."""

import pytest

from tests.checks.conftest import Say


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("He was definately there, and the gaurd knew.", ["definitely", "guard"]),
        ("“I dont beleive it,” she said.", ["don’t", "believe"]),
        ("He put his hand on her shoudler.", ["shoulder"]),
        ("It was the end ofthe road.", ["of the"]),
    ],
)
def test_misspelt_words(say: Say, text: str, fixes: list[str]) -> None:
    assert [each.suggestions[0] for each in say("misspelt-word", text)] == fixes


@pytest.mark.parametrize(
    "text",
    [
        "The kunai flew. Another kunai followed. A third kunai struck.",
        "“Vat ist das?” he said. “Ich habe nicht gesehen.”",
        "“Wot’s goin’ on, yer lordship? I ain’t seen nuffink, an’ neither ’ave me mates.”",
        "He bowed to Orochimaru. Orochimaru smiled at Zabuza, and Zabuza fled.",
        "She typed ls -la ~/src/redraft_main.py and pressed Enter.",
        "Der Mann ging die Straße hinunter.",
        "🙂🙂 … — ***",
        "",
    ],
)
def test_quiet(say: Say, text: str) -> None:
    assert say("misspelt-word", text) == []


def test_capitals_are_kept(say: Say) -> None:
    (found,) = say("misspelt-word", "Tommorow they would leave.")
    assert found.suggestions[0] == "Tomorrow" and found.sure


def test_a_rough_draft_is_read_more_closely(say: Say) -> None:
    text = "Her ankels hurt. She rubbed the other of her ankels."
    assert len(say("misspelt-word", text, roughness=20.0)) >= len(say("misspelt-word", text))
