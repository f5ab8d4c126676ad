# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs taken apart and made."""

from __future__ import annotations

import pytest
from lxml import etree

from redraft.formats.docx.looks import Looker
from redraft.formats.docx.names import Element, descendants
from redraft.formats.docx.runs import content, cut, depth, is_plain, isolate, new_run, split, swap
from redraft.formats.docx.styles import Styles
from redraft.formats.docx.walk import Piece, Walker
from tests.formats.docx.made import SPACES, para, run

LINK = f'<w:hyperlink w:anchor="x">{run("link")}</w:hyperlink>'


def paragraph(*inner: str) -> Element:
    root = etree.fromstring(f"<w:body {SPACES}>{para(*inner)}</w:body>")
    return root[0]


def pieces(element: Element) -> list[Piece]:
    return list(Walker(Looker(Styles(None)), {}, {}).paragraph(element, None))


def words(element: Element) -> str:
    """All text in it."""
    return "".join(str(each) for each in element.itertext())


def shown(element: Element) -> list[str]:
    """The text of each run."""
    return [words(each) for each in descendants(element, "r")]


def test_text_becomes_elements_and_unfit_characters_are_left_out() -> None:
    found = content("a\tb\u2028\u2011 c\x00", paragraph("x"))
    assert [(etree.QName(each).localname, each.text) for each in found] == [("t", "a"), ("tab", None), ("t", "b"), ("br", None), ("noBreakHyphen", None), ("t", " c")]
    assert is_plain("a b") and not is_plain("a\tb")


def test_a_new_run_copies_looks_but_no_tracked_change() -> None:
    noted = paragraph(run("x", '<w:i/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>'))
    made = new_run("y", noted, next(descendants(noted, "rPr")))
    assert [etree.QName(each).localname for each in made[0]] == ["i"]


@pytest.mark.parametrize(("start", "end", "parts"), [(0, 3, ["one", " two"]), (4, 7, ["one ", "two"]), (2, 5, ["on", "e t", "wo"]), (0, 7, ["one two"])])
def test_isolating_parts_a_run(start: int, end: int, parts: list[str]) -> None:
    element = paragraph(run("one two", "<w:i/>"))
    alone = isolate(pieces(element)[0], start, end)
    assert shown(element) == parts
    assert words(alone) == "one two"[start:end]
    assert all(each.find("{*}rPr/{*}i") is not None for each in descendants(element, "r"))


def test_splitting_leaves_what_follows_to_the_new_run() -> None:
    element = paragraph("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>")
    right = split(pieces(element)[1], 0)
    assert [etree.QName(each).localname for each in right] == ["tab", "t"]


def test_cutting_all_of_a_link_takes_the_link_away() -> None:
    element = paragraph("a ", LINK, " b")
    cut(pieces(element)[1], 0, 4)
    assert shown(element) == ["a ", " b"] and not list(descendants(element, "hyperlink"))


@pytest.mark.parametrize(("start", "end", "text", "expected"), [(1, 2, "xyz", "oxyze"), (1, 1, "-", "o-ne"), (0, 3, "a\tb", "a\tb"), (3, 3, "\u2028", "one\u2028")])
def test_swapping_words(start: int, end: int, text: str, expected: str) -> None:
    element = paragraph(run("one"))
    swap(pieces(element)[0], start, end, text)
    assert "".join(each.text for each in pieces(element)) == expected


def test_depth_counts_links_and_fields_and_no_controls() -> None:
    inside = f"<w:sdt><w:sdtContent>{LINK}</w:sdtContent></w:sdt>"
    assert [depth(each) for each in pieces(paragraph("a", LINK, inside))] == [0, 1, 2]
