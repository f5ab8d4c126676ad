# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts a giant paragraph into pieces for display: an editor that redraws 40,000 words for every key is no editor."""

from __future__ import annotations

import re

LONGEST_WORDS = 1500
_LONGEST = 9000
_FURTHEST = 3000
_SENTENCE = re.compile(r"[.!?…][”’\"')*_\]]*(?=\s)")


def cuts(text: str) -> list[int]:
    """The places (code points) at which ``text`` is cut into pieces of at most about 1,500 words: at sentence ends
    where there are any, else between words, else anywhere.
    """
    places: list[int] = []
    start = 0
    while len(text) - start > _LONGEST + _FURTHEST:
        start = _cut(text, start + _LONGEST)
        places.append(start)
    return places


def _cut(text: str, near: int) -> int:
    ends = [match.end() for match in _SENTENCE.finditer(text, near - _FURTHEST, near)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", near - _FURTHEST, near)
    return space if space > 0 else near
