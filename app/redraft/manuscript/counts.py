# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a text is: words, and minutes of reading."""

from __future__ import annotations

import re

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults: Brysbaert, J. Mem. Lang. 109 (2019)."""

_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_COMBINING = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060]")


def words(text: str) -> int:
    """The words in ``text``: runs of letters or digits with inner apostrophes and hyphens; a dash parts words."""
    if not text.isascii():
        text = _COMBINING.sub("", text)
    return len(_WORD.findall(text))


def reading_minutes(count: int) -> float:
    """How many minutes ``count`` words take to read silently."""
    return count / WORDS_A_MINUTE
