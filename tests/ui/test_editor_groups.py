# SPDX-License-Identifier: GPL-3.0-or-later
"""Which keystrokes one Undo takes back."""

from __future__ import annotations

from redraft.text.edits import Edit
from redraft.text.span import Span
from redraft.ui.editor.groups import PAUSE, TypingGroups


class Clock:
    """A clock that the test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def typed(groups: TypingGroups, text: str, start: int = 0, index: int = 0) -> list[str]:
    """The keys of the groups of these characters typed one after the other."""
    return [groups.key(index, Edit(Span(start + at, start + at), char))[1] for at, char in enumerate(text)]


def test_a_run_of_typing_is_one_group() -> None:
    assert len(set(typed(TypingGroups(Clock()), "said she, and"))) == 1


def test_a_new_sentence_is_a_new_group() -> None:
    keys = typed(TypingGroups(Clock()), "No. Yes")
    assert len(set(keys[:4])) == 1
    assert keys[4] != keys[3]


def test_a_pause_begins_a_group() -> None:
    clock = Clock()
    groups = TypingGroups(clock)
    first = typed(groups, "a")
    clock.now = PAUSE + 0.1
    assert typed(groups, "b", start=1) != first


def test_typing_elsewhere_begins_a_group() -> None:
    groups = TypingGroups(Clock())
    first = typed(groups, "ab")[-1]
    assert typed(groups, "c", start=9)[0] != first
    assert typed(groups, "d", start=10, index=1)[0] != first


def test_turning_to_deleting_begins_a_group_and_goes_on_as_one() -> None:
    groups = TypingGroups(Clock())
    first = typed(groups, "ab")[-1]
    deleted = [groups.key(0, Edit(Span(place, place + 1), ""))[1] for place in (1, 0)]
    assert deleted[0] != first
    assert deleted[0] == deleted[1]


def test_pasting_is_a_step_of_its_own() -> None:
    groups = TypingGroups(Clock())
    assert groups.key(0, Edit(Span(0, 0), "pasted")) == ("editing", "")
    assert groups.key(0, None) == ("editing", "")
