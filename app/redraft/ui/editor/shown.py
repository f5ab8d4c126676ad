# SPDX-License-Identifier: GPL-3.0-or-later
"""How a paragraph's text is put on a page of Qt's, and how an edit there comes back, losing nothing.

A text document of Qt's cannot hold every character: some would end the paragraph, half a surrogate pair vanishes.
Those are shown by one stand-in each; an edit is taken over as a difference, so that they stay what they were.
"""

from __future__ import annotations

from collections.abc import Sequence

from redraft.text.edits import difference
from redraft.text.utf16 import Utf16Map

_PARAGRAPH_ENDS = "\n\r\u2029\ufdd0\ufdd1"
_STAND_INS = {
    **dict.fromkeys(map(ord, _PARAGRAPH_ENDS), "\u240d"),
    0: "\u2400",
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_JOIN = "\u2029"


def shown(text: str) -> str:
    """``text`` as the page can hold it: of the same length in code points."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_STAND_INS)


def edited(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The paragraphs after an edit, where the page showed ``shown(before)`` and now shows ``after``.

    What stand-ins stand for is kept wherever the edit did not touch it.
    """
    pages = [shown(each) for each in before]
    if all(page == text for page, text in zip(pages, before, strict=True)):
        return list(after)
    edit = difference(_JOIN.join(pages), _JOIN.join(after))
    if edit is None:
        return list(before)
    ends = [0]
    for each in before:
        ends.append(ends[-1] + len(each) + 1)
    return _spliced(before, ends, edit.span.start, edit.span.end, edit.replacement)


def _spliced(before: Sequence[str], ends: list[int], start: int, end: int, replacement: str) -> list[str]:
    """The paragraphs with what lies between the joined places ``start`` and ``end`` replaced."""
    first = max(index for index in range(len(before)) if ends[index] <= start)
    last = max(index for index in range(len(before)) if ends[index] <= end)
    head, tail = before[first][: start - ends[first]], before[last][end - ends[last] :]
    middle = replacement.split(_JOIN)
    middle[0] = head + middle[0]
    middle[-1] += tail
    return [*before[:first], *middle, *before[last + 1 :]]


def units(text: str, offset: int) -> int:
    """The place in UTF-16 units of a place in code points of ``text``."""
    return Utf16Map.of(text).units(offset)


def points(text: str, place: int) -> int:
    """The place in code points of a place in UTF-16 units of ``text``."""
    return Utf16Map.of(text).points(place)
