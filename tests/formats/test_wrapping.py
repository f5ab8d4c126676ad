# SPDX-License-Identifier: GPL-3.0-or-later
"""Hard wraps: found where the machine made them, left alone where the author did."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.lines import cut
from redraft.formats.wrapping import chunks, continued, width_of, wrap

PROSE = (
    "The lamp had burned low before anybody thought of the boy. He sat on the third stair with his boots in his lap, "
    "listening to the grown people talk about money, and it seemed to him that the house had grown larger in the dark. "
    "Somewhere above him a door closed. He counted to twenty and then, because nothing happened, to twenty again."
)
VERSE = "O western wind, when wilt thou blow\nThat the small rain down can rain?\nChrist, that my love were in my arms\nAnd I in my bed again!"


def wrapped(width: int) -> str:
    return "\n\n".join(textwrap.fill(PROSE[start:], width) for start in (0, 59, 112, 226))


@pytest.mark.parametrize("width", [58, 65, 72, 80, 98])
def test_a_wrapped_text_is_known(width: int) -> None:
    found = width_of(cut(wrapped(width)))
    assert found is not None
    assert width - 8 <= found <= width


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "\n\n".join([PROSE] * 8),
        "\n".join([PROSE] * 8),
        "\n\n".join([VERSE] * 8),
        "“Yes.”\n“No.”\n“Why not?” she asked him, and put down the book that she had been reading.\n“No.”\n" * 9,
        "- a list of things\n- another\n- a third, which is somewhat longer than the others were\n" * 9,
        "",
        wrapped(40),
    ],
)
def test_other_texts_are_not(text: str) -> None:
    assert width_of(cut(text)) is None


def test_verse_in_a_wrapped_text_keeps_its_lines() -> None:
    assert not any(continued(cut(VERSE), 72))


def test_a_line_shortened_by_hand_still_runs_on() -> None:
    block = cut(textwrap.fill(PROSE, 72))
    first = block[1].text.rsplit(" ", 2)[0]
    edited = cut("\n".join([block[0].text, first, *(line.text for line in block[2:])]))
    assert all(continued(edited, 72)[1:])


def test_a_heading_over_a_paragraph_stays_apart() -> None:
    block = cut("CHAPTER ONE\n" + textwrap.fill(PROSE, 72))
    assert continued(block, 72)[:3] == [False, False, True]


def test_markdown_line_breaks_stay() -> None:
    line = "The lamp had burned low before anybody thought of the boy, or of me  "
    block = cut(line + "\n" + textwrap.fill(PROSE, 72))
    assert not continued(block, 72, hard_breaks=True)[1]
    assert continued(block, 72)[1]


@given(st.lists(st.sampled_from(["a", "word", "- ", "1.", "#", "longer-word", "two  spaces", "no\u00a0break", "🙂"]), max_size=60))
def test_wrapping_changes_nothing_but_single_spaces(words: list[str]) -> None:
    text = " ".join(words).strip()
    lines = wrap(text, 60, "  ", "", "\n").split("\n")
    assert " ".join(lines).lstrip() == text
    assert all(len(line) <= 60 or " " not in line.strip() or max(map(len, chunks(line))) > 20 for line in lines)


def test_no_line_is_made_to_look_like_a_list() -> None:
    text = "He was fifty - or so they said - when he left; they said 5. That was all. " * 4
    for width in range(55, 75):
        assert not any(line.startswith(("- ", "5. ")) for line in wrap(text.strip(), width, "", "", "\n").split("\n"))
