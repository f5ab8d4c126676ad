# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds at a place of an RTF text."""

from __future__ import annotations

from redraft.formats.flow import look
from redraft.formats.rtf.state import Head, State, language_of, looks_of, moment, shape_of
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.shape import Align, Shape, ShapeKind


def test_times_are_packed_into_a_number() -> None:
    packed = 4 << 29 | 117 << 20 | 4 << 16 | 13 << 11 | 10 << 6 | 2
    assert moment(packed) == moment(packed - (1 << 32)) == "2017-04-13T10:02:00"
    assert moment(0) == ""


def test_languages_by_the_numbers_of_windows() -> None:
    assert (language_of(0x0809), language_of(1036), language_of(1024), language_of(0)) == ("en-GB", "fr-FR", "", "")


def test_a_link_is_not_underlined_too() -> None:
    found = looks_of(State(frozenset({"underline", "italic", "deleted"}), link="http://a.b"), Head())
    assert found == {look(MarkKind.ITALIC), look(MarkKind.LINK, "http://a.b")}


def test_shapes_by_style_name_first() -> None:
    head = Head(styles={1: "Heading 2", 2: "Subtitle", 3: "Block Text", 4: "Poem"})
    kinds = [shape_of(State(style=style, item=True), head, cell=True, counted=False).kind for style in range(5)]
    assert kinds == [ShapeKind.ITEM, ShapeKind.HEADING, ShapeKind.TITLE, ShapeKind.QUOTE, ShapeKind.VERSE]
    assert shape_of(State(align="right"), head, cell=True, counted=True) == Shape(ShapeKind.CELL, 0, Align.RIGHT)
    assert shape_of(State(outline=9), head, cell=False, counted=False) == Shape()


def test_words_with_numbers_change_one_property_each() -> None:
    state = State()
    for word in ("f", "s", "ilvl", "outlinelevel", "lang", "revauth", "revdttm"):
        assert sum(getattr(state.numbered(word, 7), name) != getattr(state, name) for name in state.__slots__) == 1
    assert state.numbered("uc", -5).substitutes == 0
    assert state.numbered("fs", 24) is state
