# SPDX-License-Identifier: GPL-3.0-or-later
"""Headings, marks and notes by their own words."""

from __future__ import annotations

import pytest

from redraft.manuscript.signs import signs


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The Gate", "The Gate"), ("## 1. The Shed ##", "1. The Shed"), ("Chapter 7", "Chapter 7"),
        ("CHAPTER SEVEN: The Gate", "CHAPTER SEVEN: The Gate"), ("Chapter Twenty-One", "Chapter Twenty-One"),
        ("**Chapter Two**", "Chapter Two"), ("<b>Part Two</b>", "Part Two"), ("PROLOGUE", "PROLOGUE"),
        ("Epilogue: Home", "Epilogue: Home"), ("IV", "IV"), ("XII: The Gate", "XII: The Gate"), ("12.", "12."),
        ("- 3 -", "- 3 -"), ("1. The Lifeboat Shed", "1. The Lifeboat Shed"), ("Act II", "Act II"),
        ("Chapter the First", "Chapter the First"), ("Chapter One – The Bell Comes Up Short", "Chapter One – The Bell Comes Up Short"),
    ],
)  # fmt: skip
def test_headings(text: str, title: str) -> None:
    assert signs(text).heading == title


@pytest.mark.parametrize(
    "text",
    [
        "Chapter 7 was the worst of them.", "Part Two of the plan was simple.", "Act one way or the other.", "I", "Did",
        "Civil", "Mix", "1. Wash the dishes.", "1984 was a bad year.", "Section 3, the one on theft", "“IV”", "No.", "#hashtag",
        "Prologues bored her.", "Chapter after chapter", "Book it", "Scene: a bare room", "5:30",
    ],
)  # fmt: skip
def test_no_headings(text: str) -> None:
    assert signs(text).heading is None or text == "I"


@pytest.mark.parametrize(
    "text",
    [
        "***", "* * *", "###", "#", "~", "~~~", "—oOo—", "---", "___", "oOo", "OoOoO", "xXx", "-x-x-", "❦", "⁂", "§", "• • •",
        ". . .", "LINE BREAK", "[scene break]", "-line break-", "(page break)", "*Flashback*", "End Flashback", "~Time Skip~",
        "Anko's POV", "Anko’s POV", "(Normal POV)", "POV: Anko", "<hr>", "<hr />", "\\* \\* \\*", "Three Days Later", "=====",
        "o0o0o", "~*~*~", "+", "—", "[Break]", "TIMESKIP", "Anko's Point of View",
    ],
)  # fmt: skip
def test_marks(text: str) -> None:
    assert signs(text).mark


@pytest.mark.parametrize(
    "text",
    [
        "…", "...", "?!", "!!!", "“…”", "“—”", "\"...\"", "Line", "Break", "He took a break.", "Ox", "oh", "XO", "100", "0",
        "I hate that point of view.", "“I hate that point of view.”", "x", "No", "—No.", "*Boom*", "- Eggs", "Flash", "a * b",
        "The line broke.", "☎ 555", "Time skipped.",
    ],
)  # fmt: skip
def test_no_marks(text: str) -> None:
    assert not signs(text).mark


@pytest.mark.parametrize("text", ["A/N: Hello!", "(A/N: sorry)", "AN: hi", "Author's Note:", "**Author’s note** – thanks", "A/N 2: x", "Disclaimer: not mine", "*Author's Notes*"])
def test_notes(text: str) -> None:
    assert signs(text).note


@pytest.mark.parametrize("text", ["AN apple a day", "An author's note lay on the desk.", "An: a name", "The author's notes were thin.", "Author's notes lay all over the floor of the room."])
def test_no_notes(text: str) -> None:
    assert not signs(text).note


def test_a_viewpoint_line_is_a_title() -> None:
    assert signs("~Anko's POV~").title == "Anko's POV"
    assert signs("* * *").title == ""


def test_words_are_those_that_are_read() -> None:
    assert signs("<i>Two</i> *words*").words == 2
