# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed is told in words that an author can check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.registry import read_bytes
from redraft.manuscript.differences import Difference, difference
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Paragraph

STORY = """# The gate

The gate was shut. Nobody came.

It rained.

# The river

The river was high. She swam.

* * *

The next day it was low.
"""


def of(text: str) -> tuple[Paragraph, ...]:
    return read_bytes(text.encode(), "x").manuscript.paragraphs


@pytest.mark.parametrize(("old", "new", "told"), [
    ("", "", "No words changed"),
    ("Nobody came.", "Nobody came. Then somebody did.", "3 words added in “The gate”"),
    ("It rained.", "It rained hard all day.", "3 words added in “The gate”"),
    ("She swam.", "", "2 words taken out in “The river”"),
    ("was high", "was very low", "2 words added, 1 taken out in “The river”"),
    ("rained", "snowed", "1 word added, 1 taken out in “The gate”"),
    ("It rained.\n\n", "", "2 words taken out in “The gate”"),
    ("came.\n\nIt rained.", "came. It rained.", "Words moved or set otherwise in “The gate”"),
])
def test_the_sentence(old: str, new: str, told: str) -> None:
    changed = STORY.replace(old, new, 1)
    assert difference(of(STORY), of(changed)).sentence == told


def test_several_scenes_are_named_and_many_are_counted() -> None:
    two = STORY.replace("shut", "open wide").replace("swam", "drowned")
    assert difference(of(STORY), of(two)).sentence == "3 words added, 2 taken out in “The gate” and “The river”"
    three = two.replace("next day it was low", "next day it was gone")
    assert difference(of(STORY), of(three)).sentence == "4 words added, 3 taken out, 3 scenes changed"


def test_a_scene_that_moved_added_nothing() -> None:
    parts = STORY.split("# ")
    moved = f"# {parts[2].strip()}\n\n# {parts[1]}"
    found = difference(of(STORY), of(moved))
    assert (found.added, found.removed) == (0, 0) and found.sentence.startswith("Words moved")


def test_formatting_alone_is_said() -> None:
    old = (Paragraph(0, "One two.", "One two."), Paragraph(1, "", ""))
    new = (Paragraph(0, "One two.", "One two.", marks=(Mark(0, 3, MarkKind.ITALIC),)), old[1])
    assert difference(old, new) == Difference(dressed=True)
    assert difference(old, new).sentence == "Only formatting or spacing changed"


@given(st.lists(st.sampled_from(["One.", "Two two.", "* * *", "", "# Head"]), max_size=9),
       st.lists(st.sampled_from(["One.", "Two two.", "* * *", "", "# Head", "Three."]), max_size=9))
def test_there_and_back_again(one: list[str], other: list[str]) -> None:
    old, new = (tuple(Paragraph(at, text, text) for at, text in enumerate(texts)) for texts in (one, other))
    there, back = difference(old, new), difference(new, old)
    assert (there.added, there.removed) == (back.removed, back.added)
    assert (there.sentence == "No words changed") == (one == other)
