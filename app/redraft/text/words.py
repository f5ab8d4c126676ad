# SPDX-License-Identifier: GPL-3.0-or-later
"""A text cut into words and what stands between them, nothing left out."""

from __future__ import annotations

import re

_PIECE = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*|\n|[^\S\n]+|[^\w\s]|_")


def pieces_of(text: str) -> list[str]:
    """Words (with inner apostrophes and hyphens), runs of space, single line ends and marks; joined, ``text`` again."""
    return _PIECE.findall(text)
