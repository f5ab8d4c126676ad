# SPDX-License-Identifier: GPL-3.0-or-later
"""Italics and bold, wherever they are kept."""

from __future__ import annotations

import pytest

from redraft.manuscript.looks import italics, looks
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Paragraph
from redraft.text.span import Span

IT, B = MarkKind.ITALIC, MarkKind.BOLD


@pytest.mark.parametrize(
    ("text", "marks", "shown"),
    [
        ("plain words", (), []),
        ("He *was* so", (), [("*", "mark"), ("was", "italic"), ("*", "mark")]),
        ("He was so", (Mark(3, 6, IT),), [("was", "italic")]),
        ("He was so", (Mark(3, 9, IT), Mark(7, 9, B)), [("was ", "italic"), ("so", "strong-italic")]),
        ("He was so", (Mark(3, 6, MarkKind.UNDERLINE), Mark(6, 6, MarkKind.NOTE)), []),
        ("a *b* c", (Mark(0, 7, B),), [("a ", "bold"), ("*", "mark"), ("b", "strong-italic"), ("*", "mark"), (" c", "bold")]),
    ],
)
def test_looks(text: str, marks: tuple[Mark, ...], shown: list[tuple[str, str]]) -> None:
    found = looks(Paragraph(0, text, text, marks=marks))
    assert [(each.span.of(text), each.kind.value) for each in found] == shown


def test_italics_for_thought() -> None:
    text = "He was so very tired."
    assert italics(Paragraph(0, text, text, marks=(Mark(3, 14, IT), Mark(7, 9, B)))) == [Span(3, 14)]
    assert italics(Paragraph(0, "*so*", "*so*")) == [Span(1, 3)]
