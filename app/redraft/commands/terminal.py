# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on a terminal: colour where there is one, and a place shown in its context."""

from __future__ import annotations

import os
import sys
import textwrap

_CODES = {"error": "31", "warning": "33", "hint": "36", "strong": "1", "quiet": "2", "good": "32"}


def coloured(text: str, style: str) -> str:
    """The text in a style ("error", "warning", "hint", "strong", "quiet", "good"); plain where not on a terminal."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    return f"\033[{_CODES[style]}m{text}\033[0m"


def in_context(text: str, start: int, end: int, style: str, around: int = 34) -> str:
    """The characters ``start``–``end`` of a paragraph in brackets, with some words on either side."""
    before = text[max(0, start - around) : start]
    after = text[end : end + around]
    if start > around:
        before = "…" + before[before.find(" ") + 1 :]
    if end + around < len(text):
        cut = after.rfind(" ")
        after = after[: cut if cut > 0 else None] + "…"
    return f"{before}{coloured('[' + text[start:end] + ']', style)}{after}"


def wrapped(text: str, indent: str = "    ", width: int = 100) -> str:
    """The text in lines of at most ``width`` columns."""
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)


def headline(text: str) -> str:
    """A line that stands over a part of the output."""
    return coloured(text, "strong")
