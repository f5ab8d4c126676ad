# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines and their ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.lines import Line, cut, indent, stands_alone, usual_newline


@given(st.text(alphabet="a \n\r\f\v\x85\u2028\u2029\x1c\ufeff"))
def test_nothing_is_left_out(text: str) -> None:
    assert "".join(line.text + line.end for line in cut(text)) == text


def test_mixed_newlines_are_kept_apart() -> None:
    assert [line.end for line in cut("a\r\nb\nc\rd")] == ["\r\n", "\n", "\r", ""]


def test_the_usual_newline_is_the_most_frequent() -> None:
    assert usual_newline(cut("a\r\nb\r\nc\nd")) == "\r\n"
    assert usual_newline(cut("a")) == "\n"


@pytest.mark.parametrize("text", ["# One", "- item", "* item", "1. one", "12) twelve", "> said", "| a | b |", "---", "====="])
def test_structure_stands_alone(text: str) -> None:
    assert stands_alone(text)


@pytest.mark.parametrize("text", ["One", "*One* two", "-One", "1984 was", "—he said", "#tag", "3.5 miles", "“- no”"])
def test_prose_does_not(text: str) -> None:
    assert not stands_alone(text)


def test_indentation_and_blank_lines() -> None:
    assert indent("  \ta") == 3
    assert Line(" \u00a0", "\n").blank
    assert not Line(" a", "\n").blank
