# SPDX-License-Identifier: GPL-3.0-or-later
"""Splices of a source: where they come from, and that they do not harm one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.flow import Block
from redraft.formats.inplace import Splice, Unplaced, reads_as, spliced
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Paragraph


def paragraph(text: str, *marks: Mark) -> Paragraph:
    return Paragraph(0, text, text, marks=marks)


def test_splices_are_made_in_the_order_of_their_places() -> None:
    made = [Splice(4, 5, "E"), Splice(0, 1), Splice(2, 2, "x"), Splice(2, 2, "y")]
    assert spliced("abcdef", made) == "bxycdEf"


def test_what_overlaps_has_no_place() -> None:
    with pytest.raises(Unplaced):
        spliced("abcdef", [Splice(0, 3, "x"), Splice(2, 4, "y")])


def test_pieces_that_did_not_meet_before_get_a_seam() -> None:
    assert spliced("a b c", [Splice(1, 3)], lambda before, after: "|" if (before, after) == ("a", " ") else "") == "a| c"


@given(st.text("abc ", max_size=12), st.data())
def test_splices_that_do_not_touch_do_what_they_say(source: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(source)), max_size=6)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    made = [Splice(start, end, f"<{number}>") for number, (start, end) in enumerate(pairs)]
    wanted, place = "", 0
    for each in made:
        wanted, place = wanted + source[place : each.start] + each.text, each.end
    assert spliced(source, made) == wanted + source[place:]


def test_white_space_and_empty_paragraphs_count_for_nothing_but_looks_and_notes_do() -> None:
    italic, note = Mark(0, 1, MarkKind.ITALIC), Mark(1, 1, MarkKind.NOTE, "n")
    blocks = [Block("a  b", (italic, note)), Block("")]
    assert reads_as(blocks, [paragraph("a b", italic, note)])
    assert not reads_as(blocks, [paragraph("a b", note)])
    assert not reads_as(blocks, [paragraph("a b", italic)])
    assert not reads_as(blocks, [paragraph("a c", italic, note)])
