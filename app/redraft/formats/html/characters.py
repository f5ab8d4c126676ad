# SPDX-License-Identifier: GPL-3.0-or-later
"""Characters in pages: those that Windows put where control characters belong, and the marks that lead to the source.

A mark is a number between two signs, all of them noncharacters of Unicode (U+FDD0–U+FDDB), which no page may hold.
"""

from __future__ import annotations

import re

_WINDOWS = {number: bytes([number]).decode("cp1252", "replace") for number in range(0x80, 0xA0)}
_OPEN, _CLOSE, _ZERO = "\ufdda", "\ufddb", 0xFDD0
_MARK = re.compile(f"{_OPEN}([\ufdd0-\ufdd9]+){_CLOSE}")


def mended(text: str) -> str:
    """The characters as browsers show them: ``&#146;`` is a Windows apostrophe, not a control character."""
    return text if text.isascii() else text.translate(_WINDOWS)


def sign_of(number: int) -> str:
    """The mark for a number."""
    return f"{_OPEN}{''.join(chr(_ZERO + int(each)) for each in str(number))}{_CLOSE}"


def number_of(digits: str) -> int:
    """The number that a mark's digits are."""
    return int("".join(str(ord(each) - _ZERO) for each in digits))


def split_at_marks(text: str) -> list[str]:
    """What stands before the first mark, then in turn each mark's digits and what follows it."""
    return _MARK.split(text)


def unmarked(text: str) -> str:
    """The characters without marks."""
    return _MARK.sub("", text) if _OPEN in text else text
