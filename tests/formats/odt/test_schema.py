# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written is OpenDocument by the standard's own schema, and an edit breaks no document that was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.evaluate_formats.schema import ARTIFACT, faults, jar

from redraft.formats.flow import Block
from redraft.formats.odt.writer import write_odt
from redraft.formats.registry import read_bytes, render
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.session import Session
from redraft.manuscript.shape import Align, Shape, ShapeKind
from tests.formats.odt.made import odt
from tests.formats.test_round_trips import ALL_LOOKS, blocks

pytestmark = pytest.mark.skipif(jar() is None, reason=f"the schema is not there; mvn dependency:get -Dartifact={ARTIFACT}")

EVERYTHING = [
    Block("The Gate", (), Shape(ShapeKind.TITLE)), Block("One  \t", (Mark(0, 3, MarkKind.ITALIC),), Shape(ShapeKind.HEADING, 2)),
    Block("x\u2028y", (Mark(0, 1, MarkKind.LANGUAGE, "fr"), Mark(1, 1, MarkKind.NOTE, "A note.\nOf two lines."), Mark(2, 3, MarkKind.LINK, "http://a.b/?x=1&y=é <")), Shape(align=Align.CENTRE)),
    *(Block("z", tuple(Mark(0, 1, kind) for kind in (*ALL_LOOKS[:-1], MarkKind.SUBSCRIPT)), Shape(kind)) for kind in ShapeKind),
    *(Block("i", (), Shape(ShapeKind.ITEM, level, numbered=bool(level % 2))) for level in (0, 3, 1, 12, 0)),
    Block(""), Block("c", (), Shape(ShapeKind.CELL, align=Align.JUSTIFY)), Block("* * *", (), Shape(ShapeKind.MARK)),
    Block("odd \x00\x1f\ud800\uffff", (Mark(0, 0, MarkKind.IMAGE, "a cat"), Mark(1, 1, MarkKind.DELETED, "gone"), Mark(0, 3, MarkKind.INSERTED, "Ann"))),
]  # fmt: skip


def test_a_document_with_everything_in_it_is_valid() -> None:
    assert faults(write_odt(EVERYTHING)) == []


def test_a_document_without_anything_in_it_is_valid() -> None:
    assert faults(write_odt([])) == []


@pytest.mark.parametrize("address", ["http://a.b/?q=[x y]|é%2;0", "#Chapter 1", "mailto:a@b.c", "", "../a\\b{c}`\"<", "http://a.b/%20%C3%A9#x"])
def test_addresses_are_written_as_the_schema_has_them(address: str) -> None:
    assert faults(write_odt([Block("x", (Mark(0, 1, MarkKind.LINK, address),))])) == []


@pytest.mark.parametrize("language", ["zh-Hans-CN", "en", "x-default", "français", "es-419", "de-DE-1996", '"', "en_GB"])
def test_languages_are_written_as_the_schema_has_them(language: str) -> None:
    assert faults(write_odt([Block("x", (Mark(0, 1, MarkKind.LANGUAGE, language),))])) == []


def test_the_schema_finds_faults() -> None:
    assert any("content.xml" in each for each in faults(odt("<text:p><text:bogus/></text:p>")))


@given(st.lists(blocks(ALL_LOOKS), min_size=1, max_size=6), st.data())
def test_edits_keep_a_document_valid(story: list[Block], data: st.DataObject) -> None:
    session = Session(read_bytes(write_odt([*story, *EVERYTHING]), "story.odt").manuscript)
    for _ in range(data.draw(st.integers(1, 5))):
        first = data.draw(st.integers(0, len(session.paragraphs) - 1))
        last = data.draw(st.integers(first, min(first + 2, len(session.paragraphs) - 1)))
        texts = data.draw(st.lists(st.sampled_from(["", "new", "a  b\tc\u2028", session.paragraphs[first].text + " more"]), max_size=3))
        session.replace(first, last + 1, texts, label="edit", initiator="test")
        at = data.draw(st.integers(0, len(session.paragraphs) - 1))
        length = len(session.paragraphs[at].text)
        session.set_look(at, 0, at, length, data.draw(st.sampled_from([*ALL_LOOKS[:6], MarkKind.SUBSCRIPT])), True, label="look", initiator="test")
    saved = render(session.manuscript)
    assert faults(saved) == []
