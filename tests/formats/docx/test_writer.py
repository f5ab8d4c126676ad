# SPDX-License-Identifier: GPL-3.0-or-later
"""A new document holds what the blocks hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from redraft.formats.docx.order import PARAGRAPH, RUN
from redraft.formats.docx.reader import read
from redraft.formats.docx.writer import write
from redraft.formats.flow import Block
from redraft.manuscript.marks import Mark, MarkKind, tidy
from redraft.manuscript.shape import Align, Shape, ShapeKind
from tests.formats.docx.made import main_part

TEXT = st.text(st.sampled_from("ab é“\t\u2028\u2011"), min_size=1, max_size=12).filter(lambda each: bool(each.strip()))
KINDS = st.sampled_from([MarkKind.ITALIC, MarkKind.BOLD, MarkKind.UNDERLINE, MarkKind.STRIKE, MarkKind.SMALL_CAPS, MarkKind.SUPERSCRIPT])
SHAPES = st.sampled_from([Shape(), Shape(ShapeKind.QUOTE), Shape(ShapeKind.VERSE), Shape(align=Align.RIGHT), Shape(ShapeKind.ITEM, 1, numbered=True), Shape(ShapeKind.ITEM)])
BLOCKS = st.lists(st.tuples(TEXT, st.lists(st.tuples(KINDS, st.integers(0, 12), st.integers(0, 12)), max_size=3), SHAPES), min_size=1, max_size=4)


@given(BLOCKS)
def test_written_and_read_again(drawn: list[tuple[str, list[tuple[MarkKind, int, int]], Shape]]) -> None:
    blocks = []
    for text, looks, shape in drawn:
        spans = [(kind, min(a, b, len(text)), min(max(a, b), len(text))) for kind, a, b in looks]
        blocks.append(Block(text, tidy(Mark(a, b, kind) for kind, a, b in spans if a < b), shape))
    data = write(blocks)
    found = read(data, "s", 0, 0).paragraphs
    assert [(each.text, set(each.marks), each.shape) for each in found] == [(each.text, set(each.marks), each.shape) for each in blocks]
    for each in etree.fromstring(main_part(data).encode()).iter():
        name = etree.QName(each).localname
        if name in ("rPr", "pPr"):
            order = RUN if name == "rPr" else PARAGRAPH
            places = [order.index(etree.QName(inner).localname) for inner in each]
            assert places == sorted(places)


def test_headings_links_and_footnotes() -> None:
    blocks = [
        Block("The Story", (), Shape(ShapeKind.TITLE)),
        Block("One", (), Shape(ShapeKind.HEADING, 2)),
        Block("A link.", (Mark(2, 6, MarkKind.LINK, "https://example.org/?a=1&b=2"), Mark(7, 7, MarkKind.NOTE, "Said <so>."))),
        Block("", (), Shape(ShapeKind.MARK)),
        Block("Lieu", (Mark(0, 4, MarkKind.LANGUAGE, "fr-FR"),)),
    ]
    found = read(write(blocks), "s", 0, 0)
    assert [each.shape.kind for each in found.paragraphs] == [ShapeKind.TITLE, ShapeKind.HEADING, ShapeKind.BODY, ShapeKind.MARK, ShapeKind.BODY]
    assert found.paragraphs[1].shape.level == 2
    link, note = found.paragraphs[2].marks
    assert link.value == "https://example.org/?a=1&b=2"
    assert (note.kind, note.start, note.value) == (MarkKind.NOTE, 7, "Said <so>.")
    assert found.paragraphs[3].text == "* * *"


def test_the_standard_manuscript_format() -> None:
    data = write([Block("One", (), Shape(ShapeKind.HEADING, 1)), Block("a"), Block("* * *", (), Shape(ShapeKind.MARK))], "shunn")
    found = read(data, "s", 0, 0)
    assert [each.text for each in found.paragraphs] == ["One", "a", "#"]
    assert "titlePg" in main_part(data)
