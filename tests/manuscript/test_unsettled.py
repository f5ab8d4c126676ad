# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks of a version control system in a story."""

from __future__ import annotations

import pytest

from redraft.formats.plain import parse
from redraft.manuscript.unsettled import unsettled

WHOLE = "She came in.\n\n<<<<<<< HEAD\nIt rained.\n=======\nIt snowed.\n>>>>>>> anna\n\nHe left.\n"


@pytest.mark.parametrize(("text", "count"), [
    (WHOLE, 1), (WHOLE + WHOLE, 2), (WHOLE.replace("\n", "\r\n"), 1), (WHOLE.replace("\n", "\n\n"), 1),
    ("<<<<<<< she said\n\nHe left.\n", 0), ("A heading\n=======\n\nText.\n", 0), (">>>>>>> a\n\n=======\n\n<<<<<<< b\n", 0),
    ("<<<<<<< a\n\nno middle\n\n>>>>>>> b\n", 0), ("", 0),
])  # fmt: skip
def test_whole_places_are_found(text: str, count: int) -> None:
    for markdown in (True, False):
        assert len(unsettled(parse(text, markdown=markdown).paragraphs)) == count


def test_where_it_begins() -> None:
    paragraphs = parse(WHOLE, markdown=False).paragraphs
    (index,) = unsettled(paragraphs)
    assert paragraphs[index].raw.startswith("<<<<<<< HEAD")
