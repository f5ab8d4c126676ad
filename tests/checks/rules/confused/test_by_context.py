# SPDX-License-Identifier: GPL-3.0-or-later
"""Confused words in a passage; the check's examples cover the plain cases."""

import pytest

from redraft.checks.rules.confused import by_context
from tests.checks.conftest import Say


@pytest.mark.parametrize(
    "text",
    [
        "“I ain’t got no idea where ’e’s bin an’ I don’t know there names,” he said.",
        "“THERE NAMES ARE HERE!” she read.",
        "The two-way road ran by the sea-side.",
        "Le chat est là, mais il ne sait pas.",
        "",
    ],
)
def test_quiet(say: Say, text: str) -> None:
    assert [each for each in say("confused-word", text) if not each.unsure] == []


def test_both_words_are_named_and_the_capital_kept(say: Say) -> None:
    (found,) = [each for each in say("confused-word", "They’re heads were bare and they’re eyes were dark.") if each.start == 0]
    assert found.suggestions == ("Their",)
    assert "They’re" in found.message or "they’re" in found.message
    assert "their" in found.message


def test_without_its_model_it_says_nothing(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_context, "load_jury", lambda: None)
    assert say("confused-word", "She looked over they’re heads.") == []
