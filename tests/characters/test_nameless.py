# SPDX-License-Identifier: GPL-3.0-or-later
"""Which people without a name belong in the cast."""

from __future__ import annotations

from tests.characters.conftest import MakeCast


def nameless(cast_of: MakeCast, *paragraphs: str) -> list[str]:
    return [each.name for each in cast_of("Anna Reed came in. Anna sat.", *paragraphs).characters if not each.named]


def test_who_speaks_twice_is_entered(cast_of: MakeCast) -> None:
    assert nameless(cast_of, "“Yes,” said the porter.", "“No,” said Anna.", "“Yes,” said the porter.") == ["the porter"]


def test_who_speaks_once_is_not(cast_of: MakeCast) -> None:
    assert nameless(cast_of, "“Yes,” said the porter.", "“No,” said Anna.") == []


def test_a_plain_noun_needs_more(cast_of: MakeCast) -> None:
    lines = ("“Yes,” said the man.", "“No,” said Anna.")
    assert nameless(cast_of, *lines * 2) == []
    assert nameless(cast_of, *lines * 3) == ["the man"]


def test_somebodys_relative_is_called_so(cast_of: MakeCast) -> None:
    lines = ("Anna looked up. “Yes,” said her mother.", "“No,” said Anna.")
    assert nameless(cast_of, *lines * 2) == ["Anna Reed’s mother"]
