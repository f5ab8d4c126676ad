# SPDX-License-Identifier: GPL-3.0-or-later
"""What is markup, and what only looks like it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from redraft.text.markup import marks


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("*Hi* there", "Hi there"),
        ("She _never_ said so.", "She never said so."),
        ("**Run!** he cried.", "Run! he cried."),
        ("__Run!__ he cried.", "Run! he cried."),
        ("***Both at once***", "Both at once"),
        ("**bold *and slanted* bold**", "bold and slanted bold"),
        ("*slanted **and bold***", "slanted and bold"),
        ("*un*believable", "unbelievable"),
        ("He said, *“No,”* and left.", "He said, “No,” and left."),
        ("_“Oh,”_ she said—_really_—“yes.”", "“Oh,” she said—really—“yes.”"),
        ("<i>No</i> way, <B>ever</B>.", "No way, ever."),
        ('<span class="x">words</span>', "words"),
        ("an unclosed <i>tag", "an unclosed tag"),
        ("[i]Thought[/i] and [color=red]red[/color]", "Thought and red"),
        (r"\*not slanted\*", "*not slanted*"),
        (r"a \<i\> b \[i] c [/i]", "a <i> b [i] c [/i]"),
        ("# The Gate", "The Gate"),
        ("### 3", "3"),
        ("> a quoted *letter*", "a quoted letter"),
    ],
)
def test_markup_is_not_read(text: str, read: str) -> None:
    for mark in reversed(marks(text)):
        text = text[: mark.span.start] + text[mark.span.end :]
    assert text == read


@pytest.mark.parametrize(
    "text",
    [
        "The king* was dead.",
        "The king* and the queen* were dead.",
        "*See page five.",
        "* * *",
        "***",
        "*~*~*",
        "_____",
        "Her name was ______.",
        "5 * 3 * 2 = 30",
        "5*3*2",
        "a file named first_draft_final and another_one_here",
        "What the d*mn h*ll, you b*stard?",
        "f**k this s**t",
        "* a list item with a * star",
        "Is 3 < 4 and 5 > 4?",
        "a note [i] and another [1]",
        "I <3 you",
        "#hashtag",
        "Item #1 of # things",
        r"C:\new\folder",
        "an opening *star that never closes",
        "**two open, one closes*",
    ],
)
def test_what_is_not_surely_markup_is_text(text: str) -> None:
    assert marks(text) == []


def test_marks_are_in_order_and_apart() -> None:
    found = marks("<i>*a*</i> **b _c_** [b]d[/b]")
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert sum(each.turn for each in found) == 0
