# SPDX-License-Identifier: GPL-3.0-or-later
"""RTF cut into its five kinds of token, and groups skipped without looking at what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """What a token is: a control word, a control symbol, a byte (``\\'e9``), a brace, or text."""

    WORD = 1
    SYMBOL = 2
    BYTE = 3
    OPEN = 4
    CLOSE = 5
    TEXT = 6


class Token(NamedTuple):
    """A token: its word, symbol or text, a word's number (None without one) or a byte's value, and where it stands."""

    kind: Kind
    text: str
    number: int | None = None
    start: int = -1
    end: int = -1


_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\", re.DOTALL
)
_BRACE = re.compile(r"\\bin(\d{1,10}) ?|\\.|([{}])", re.DOTALL)


class Tokens:
    """The tokens of an RTF text (its bytes as Latin-1), which can leave out the rest of a group."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0

    def __iter__(self) -> Iterator[Token]:
        """Every token, line ends and binary data left out."""
        while match := _TOKEN.match(self._text, self._place):
            self._place = match.end()
            token = self._token(match)
            if token is not None:
                yield token

    @property
    def place(self) -> int:
        """Where the next token begins."""
        return self._place

    def ahead(self, length: int) -> str:
        """The next characters, not consumed."""
        return self._text[self._place : self._place + length]

    def holds_more(self) -> bool:
        """Whether paragraphs follow, in a document with a brace too many, and not just what a crash left behind it."""
        return "\\par" in self._text[self._place :]

    def skip_group(self) -> None:
        """Go on at the brace that closes the innermost group; pictures of megabytes cost next to nothing."""
        depth, place = 0, self._place
        while match := _BRACE.search(self._text, place):
            place = match.end()
            if match.group(1):
                place += int(match.group(1))
            elif match.group(2) == "{":
                depth += 1
            elif match.group(2) == "}":
                depth -= 1
                if depth < 0:
                    self._place = match.start()
                    return
        self._place = len(self._text)

    def _token(self, match: re.Match[str]) -> Token | None:
        word, number, byte, symbol, brace, text = match.groups()
        at = match.span()
        if text:
            return Token(Kind.TEXT, text, None, *at)
        if word:
            if word == "bin":
                self._place += max(0, int(number or 0))
                return None
            return Token(Kind.WORD, word, int(number) if number else None, *at)
        if byte:
            return Token(Kind.BYTE, byte, int(byte, 16), *at)
        if brace:
            return Token(Kind.OPEN if brace == "{" else Kind.CLOSE, brace, None, *at)
        return Token(Kind.SYMBOL, symbol, None, *at) if symbol else None
