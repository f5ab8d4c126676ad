# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraphs of a file became which."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from redraft.formats.flow import Block
from redraft.formats.pairing import Group, groups, in_order
from redraft.manuscript.model import Paragraph

BLOCKS = [Block("one and two"), Block("three"), Block("four")]


def now(*texts: tuple[str, str]) -> list[Paragraph]:
    return [Paragraph(number, text, text, tied=tied) for number, (text, tied) in enumerate(texts)]


def told(group: Group) -> tuple[Sequence[int], Sequence[str], Sequence[int], Sequence[str]]:
    return group.kept, [each.text for each in group.texts], group.gone, [each.text for each in group.new]


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (now(("one and two", "0"), ("three", "1"), ("four", "2")), []),
        (now(("one and 2", "0"), ("three", "1"), ("four", "2")), [((0,), ["one and 2"], (), [])]),
        (now(("one and", "0"), ("two", ""), ("three", "1"), ("four", "2")), [((0,), ["one and", "two"], (), [])]),
        (now(("one and two three", "0"), ("four", "2")), [((0, 1), ["one and two three"], (), [])]),
        (now(("one and two", "0"), ("four", "2")), [((0,), ["one and two"], (1,), [])]),
        (now(("one and two", "0"), ("new!", ""), ("three", "1"), ("four", "2")), [((0,), ["one and two"], (), ["new!"])]),
        (now(("new!", ""), ("three", "1"), ("four", "2")), [((), [], (0,), ["new!"])]),
    ],
)  # fmt: skip
def test_what_became_of_blocks(paragraphs: list[Paragraph], wanted: list[object]) -> None:
    assert [told(each) for each in groups(BLOCKS, paragraphs)] == wanted


def test_the_longest_run_in_order_stays_and_what_moved_is_new() -> None:
    assert in_order(["2", "0", "", "1", "7"], 3) == {1: 0, 3: 1}


def test_what_cannot_be_parted_or_joined_is_taken_apart() -> None:
    whole = next(iter(groups(BLOCKS, now(("one and two three", "0"), ("four", "2")))))
    assert told(whole.apart()) == ((0,), ["one and two three"], (1,), [])
