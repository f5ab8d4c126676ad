# SPDX-License-Identifier: GPL-3.0-or-later
"""Paragraphs taken out without leaving anything unpaired."""

from __future__ import annotations

import pytest
from lxml import etree

from redraft.formats.docx.names import Element, descendants
from redraft.formats.docx.paragraphs import hand_over, is_balanced, remove_paragraph
from tests.formats.docx.made import SPACES, para

BEGIN, END = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
CELL = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"


def body(xml: str) -> Element:
    return etree.fromstring(f"<w:body {SPACES}>{xml}</w:body>")


def without(xml: str, at: int) -> tuple[bool, Element]:
    root = body(xml)
    found = list(descendants(root, "p"))[at]
    return remove_paragraph(found, set()), root


@pytest.mark.parametrize(
    ("xml", "at", "left"),
    [
        (para("a") + para("b"), 0, 1),
        (CELL.format(para("a")), 0, 1),
        (CELL.format(para("a") + para("b")), 1, 1),
        (CELL.format(para("a") + CELL.format(para("b")) + para()), 2, 3),
        (CELL.format(para("a") + CELL.format(para("b")) + para() + '<w:bookmarkEnd w:id="1"/>'), 2, 3),
        (para("a", properties="<w:sectPr/>") + para("b"), 0, 2),
        (para("a") + para("b", properties="<w:sectPr/>"), 1, 1),
    ],
)
def test_what_has_to_stay_stays(xml: str, at: int, left: int) -> None:
    done, root = without(xml, at)
    assert done and len(list(descendants(root, "p"))) == left
    assert len(list(descendants(root, "sectPr"))) == xml.count("<w:sectPr/>")


def test_the_other_end_of_a_range_moves_to_the_neighbour() -> None:
    _, root = without(para("a", '<w:bookmarkStart w:id="1" w:name="b"/>') + para("b") + para("c", '<w:bookmarkEnd w:id="1"/>'), 2)
    assert [len(list(descendants(root, name))) for name in ("bookmarkStart", "bookmarkEnd", "p")] == [1, 1, 2]


def test_half_a_field_is_handed_over() -> None:
    root = body(para("a") + para("b", BEGIN) + para(END))
    half = root[1]
    assert not is_balanced(half) and is_balanced(root[0])
    assert not remove_paragraph(half, set())
    hand_over(half)
    assert len(list(descendants(root[0], "fldChar"))) == 1


def test_the_home_of_a_text_box_that_stays_is_not_removed() -> None:
    root = body(para("<w:r><w:pict><w:txbxContent>" + para("boxed") + "</w:txbxContent></w:pict></w:r>"))
    host, boxed = descendants(root, "p")
    assert not remove_paragraph(host, {boxed})
    assert remove_paragraph(host, set())
