# SPDX-License-Identifier: GPL-3.0-or-later
"""The code pages of fonts and documents."""

from __future__ import annotations

import pytest

from redraft.formats.rtf.codepages import decoded, is_cut, of_charset, of_page


@pytest.mark.parametrize(("page", "data", "text"), [(1252, b"\x93", "“"), (1251, b"\xef", "п"), (10000, b"\xd2", "“"), (932, b"\x82\xa0", "あ"), (99999, b"\x97", "—")])
def test_pages(page: int, data: bytes, text: str) -> None:
    assert decoded(data, of_page(page)) == text


def test_the_default_leaves_it_to_the_document() -> None:
    assert (of_charset(1), of_charset(204)) == (None, "cp1251")


def test_half_of_a_character() -> None:
    assert is_cut(b"\x83", "cp932")
    assert not is_cut(b"\x82\xa0", "cp932")
    assert not is_cut(b"\x83", "cp1252")


def test_ornaments_are_no_letters() -> None:
    assert decoded(b"J \xa7", of_charset(2) or "") == "\uf04a \uf0a7"
