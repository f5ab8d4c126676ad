# SPDX-License-Identifier: GPL-3.0-or-later
"""RTF's tokens, and groups passed over."""

from __future__ import annotations

from redraft.formats.rtf.tokens import Kind, Token, Tokens


def test_every_kind_of_token() -> None:
    source = "{\\b0 a\\~\\'e9\r\n\\u-12?}"
    found = list(Tokens(source))
    assert "".join(source[each.start : each.end] for each in found) == source.replace("\r\n", "")
    assert [each._replace(start=-1, end=-1) for each in found] == [
        Token(Kind.OPEN, "{"), Token(Kind.WORD, "b", 0), Token(Kind.TEXT, "a"), Token(Kind.SYMBOL, "~"),
        Token(Kind.BYTE, "e9", 0xE9), Token(Kind.WORD, "u", -12), Token(Kind.TEXT, "?"), Token(Kind.CLOSE, "}"),
    ]  # fmt: skip


def test_binary_data_may_hold_anything() -> None:
    assert [each.text for each in Tokens("a\\bin5 {}\\}{b")] == ["a", "b"]


def test_a_group_is_passed_over_with_all_in_it() -> None:
    tokens = Tokens("{x{y\\}}\\bin2 }} z}after")
    walk = iter(tokens)
    next(walk)
    tokens.skip_group()
    assert [each.text for each in walk] == ["}", "after"]


def test_a_group_that_is_never_closed_ends_with_the_text() -> None:
    tokens = Tokens("{{x")
    tokens.skip_group()
    assert list(tokens) == []
