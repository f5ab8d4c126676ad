# SPDX-License-Identifier: GPL-3.0-or-later
"""Every form of a name becomes the new one, and nobody else's."""

from __future__ import annotations

import pytest

from redraft.characters.renaming import Mentioned, renamings, word_map


def renamed(text: str, old: str, new: str, *mentions: str, others: tuple[str, ...] = ()) -> str:
    """The text after every sure change."""
    places = [Mentioned(0, text.index(each), text.index(each) + len(each), True) for each in mentions]
    places += [Mentioned(0, text.index(each), text.index(each) + len(each), False) for each in others]
    for each in reversed(renamings(old, new, mentions, [text], places)):
        if each.sure:
            assert text[each.start : each.end] == each.old
            text = text[: each.start] + each.new + text[each.end :]
    return text


@pytest.mark.parametrize(
    ("text", "mention", "wanted"),
    [
        ("Anna Reed sat.", "Anna Reed", "Clara Hill sat."), ("Anna sat.", "Anna", "Clara sat."),
        ("Miss Reed sat.", "Miss Reed", "Miss Hill sat."), ("Anna’s hat.", "Anna", "Clara’s hat."),
        ("A. Reed wrote.", "A. Reed", "C. Hill wrote."), ("ANNA! he cried.", "ANNA", "CLARA! he cried."),
        ("“A-Anna,” he said.", "Anna", "“C-Clara,” he said."), ("Anna-san bowed.", "Anna-san", "Clara-san bowed."),
        ("the Reeds came", "the", "the Reeds came"), ("Annie sat.", "Annie", "Annie sat."),
        ("Anna\n  Reed sat.", "Anna\n  Reed", "Clara\n  Hill sat."), ("Dr. A. Reed’s hat", "Dr. A. Reed", "Dr. C. Hill’s hat"),
    ],
)
def test_every_form(text: str, mention: str, wanted: str) -> None:
    assert renamed(text, "Anna Reed", "Clara Hill", mention) == wanted


def test_a_possessive_of_a_name_in_s() -> None:
    assert renamed("James’ hat fell.", "James", "Clara", "James") == "Clara’s hat fell."
    assert renamed("Anna’s hat fell.", "Anna", "James", "Anna") == "James’s hat fell."
    assert renamed("‘Is it James’ he asked.", "James", "Clara", "James") == "‘Is it Clara’ he asked."


def test_somebody_else_of_the_name_is_left_alone() -> None:
    text = "Anna Reed met Tom Reed."
    assert renamed(text, "Anna Reed", "Clara Hill", "Anna Reed", others=("Tom Reed",)) == "Clara Hill met Tom Reed."


def test_a_word_where_nobody_was_found_is_a_question() -> None:
    found = renamings("Anna Reed", "Clara Hill", (), ["Chapter 1: Anna", "Reedy banks"], [])
    assert [(each.index, each.old, each.new, each.sure) for each in found] == [(0, "Anna", "Clara", False)]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("Anna Reed", "Clara Hill", {"Anna": "Clara", "Reed": "Hill"}), ("Anna Reed", "Clara", {"Anna": "Clara"}),
        ("Anna", "Clara Hill", {"Anna": "Clara"}), ("Anna Reed", "Clara Reed", {"Anna": "Clara"}), ("Anna", "Anna", {}),
        ("Anna Maria Reed", "Clara Hill", {"Anna": "Clara", "Reed": "Hill"}), ("Mr. Reed", "Mr. Hill", {"Reed": "Hill"}),
        ("", "Clara", {}), ("Anna", " ", {}),
    ],
)
def test_word_by_word(old: str, new: str, wanted: dict[str, str]) -> None:
    assert word_map(old, new) == wanted
