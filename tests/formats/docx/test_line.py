# SPDX-License-Identifier: GPL-3.0-or-later
"""Where words typed at a place belong."""

from __future__ import annotations

import pytest

from redraft.formats.docx.line import Line
from tests.formats.docx.made import run
from tests.formats.docx.test_runs import LINK, paragraph, pieces, words

NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def line(*inner: str) -> Line:
    element = paragraph(*inner)
    return Line([element], pieces(element))


@pytest.mark.parametrize(
    ("inner", "place", "text", "in_link", "before_note"),
    [
        ((run("a "), LINK, run(" b")), 2, "x", False, True),
        ((run("a "), LINK, run(" b")), 4, "x", True, True),
        ((run("a "), LINK, run(" b")), 6, "x", False, True),
        ((run("a "), LINK), 6, "x", False, True),
        ((LINK, run(" b")), 0, "x", False, True),
        ((run("a"), NOTE, run(" b")), 1, " x", False, False),
        ((run("a"), NOTE, run(" b")), 1, ",", False, True),
    ],
)  # fmt: skip
def test_not_into_a_link_that_ends_there_and_behind_a_note(inner: tuple[str, ...], place: int, text: str, in_link: bool, before_note: bool) -> None:
    made = line(*inner)
    made.insert(place, text)
    element = made.last
    shown = "".join(each.text for each in pieces(element))
    link = "".join(words(each) for each in element.iter("{*}hyperlink"))
    assert shown[place : place + len(text)] == text
    assert (len(link) > 4) is in_link
    note = element.find(".//{*}footnoteReference")
    if note is not None:
        xml = list(element.iter("{*}t", "{*}footnoteReference"))
        typed = next(at for at, each in enumerate(xml) if text.strip() in (each.text or ""))
        assert (typed < xml.index(note)) is before_note


def test_an_empty_paragraph_takes_words_with_the_looks_of_its_end() -> None:
    element = paragraph()
    Line([element], []).insert(0, "First.")
    assert [each.text for each in pieces(element)] == ["First."]


def test_a_paragraph_is_parted_inside_a_link() -> None:
    made = line("a ", LINK, " b")
    first = made.part(4)
    assert first is not None and words(first) == "nk"
    assert made.part(99) is None
