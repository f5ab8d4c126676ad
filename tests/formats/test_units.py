# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters with their places, and what a new text changes in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.flow import Block
from redraft.formats.trace import PLAIN, Run, Trace
from redraft.formats.units import BREAK, looks_of, segments, units_of
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Paragraph

RUNS = (Run("ab ", PLAIN, 10, 13), Run("\u201c", PLAIN, 13, 21), Run("xyz", PLAIN, 21, 26))
BLOCKS = [Block("ab \u201cxyz", trace=Trace(RUNS)), Block("q", trace=Trace((Run("q", PLAIN, 40, 41),)))]


def test_letters_have_places_and_lumps_have_one() -> None:
    units = list(units_of(BLOCKS, [0, 1]))
    assert [(each.text, each.start, each.end) for each in units] == [
        ("a", 10, 11), ("b", 11, 12), (" ", 12, 13), ("\u201c", 13, 21), ("xyz", 21, 26), (BREAK, -1, -1), ("q", 40, 41),
    ]  # fmt: skip
    assert [each.block for each in units if each.parts] == [0]


def test_a_lump_is_changed_as_a_whole() -> None:
    units = list(units_of(BLOCKS, [0]))
    put = [each for each in segments(units, "ab \u201cxz") if not each.kept]
    assert [(each.first, each.last, each.start, each.end) for each in put] == [(4, 5, 4, 6)]


@given(st.text("ab “xyz", max_size=10))
def test_segments_make_the_new_text_of_the_old(text: str) -> None:
    units = list(units_of(BLOCKS, [0]))
    made, place = "", 0
    for each in segments(units, text):
        assert (each.first, each.start) == (place, len(made))
        made += "".join(unit.text for unit in units[each.first : each.last]) if each.kept else text[each.start : each.end]
        place = each.last
    assert (made, place) == (text, len(units))


def test_looks_of_several_paragraphs_follow_one_another() -> None:
    italic = Mark(0, 1, MarkKind.ITALIC)
    found = looks_of([Paragraph(0, "a", "a", marks=(italic,)), Paragraph(1, "bc", "bc", marks=(italic.shifted(1),))])
    assert [bool(each) for each in found] == [True, False, False, True]
