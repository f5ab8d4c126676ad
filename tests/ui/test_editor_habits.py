# SPDX-License-Identifier: GPL-3.0-or-later
"""Quote marks and dashes follow the manuscript."""

from __future__ import annotations

import pytest

from redraft.ui.editor.habits import Habits, habits, typed

CURLY = Habits(curly=True, dash="—")


def write(keys: str, kept: Habits = CURLY) -> str:
    """What stands there after these keys."""
    text = ""
    for key in keys:
        made = typed(text, len(text), key, kept)
        text = text + key if made is None else text[: len(text) - made[0]] + made[1]
    return text


@pytest.mark.parametrize(("keys", "wanted"), [
    ('"Come in," she said.', "“Come in,” she said."),
    ("It's Anko's.", "It’s Anko’s."),
    ('"\'Go,\' he said."', "“‘Go,’ he said.”"),
    ('("Yes")', "(“Yes”)"),
    ('"I was--"', "“I was—”"),
    ('He stopped--"No."', "He stopped—“No.”"),
    ("*\"Yes\"*", "*“Yes”*"),
    ("one -- two", "one — two"),
    ("well-known", "well-known"),
    ("--", "--"),
    ("---", "---"),
])
def test_curly_marks_and_em_dashes(keys: str, wanted: str) -> None:
    assert write(keys) == wanted


def test_a_straight_manuscript_stays_straight() -> None:
    assert write("\"It's\"--", Habits(curly=False, dash="")) == "\"It's\"--"


def test_a_spaced_dash_where_the_manuscript_has_one() -> None:
    assert write("one--", Habits(dash=" – ")) == "one – "
    assert write("one --", Habits(dash=" – ")) == "one – "


@pytest.mark.parametrize(("texts", "wanted"), [
    ([], Habits(True, "—")),
    (["“One,” he said.", "“Two,” she said.", "“Three—”"], Habits(True, "—")),
    (['"One," he said.', '"Two," she said.', '"Three--" and--'], Habits(False, "")),
    (["‘One,’ he said.", "‘Two’ – ‘three’ – said – she.", "‘No.’"], Habits(True, " – ")),
    (["It's late and he's tired."], Habits(False, "—")),
])
def test_habits_are_the_manuscript_s_own(texts: list[str], wanted: Habits) -> None:
    assert habits(texts) == wanted
