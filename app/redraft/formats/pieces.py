# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts a giant paragraph into pieces for display: an editor that redraws 40,000 words for every key is no editor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from redraft.manuscript.marks import Mark, tidy, within
from redraft.manuscript.model import Paragraph

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


def parted(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph of a document with formatting, or its pieces when it is giant; their ids count on from its own.

    All pieces are tied to the same element; the space between two of them is the first one's gap.
    """
    places = cuts(paragraph.text)
    if not places:
        return [paragraph]
    pieces: list[Paragraph] = []
    start = 0
    for end in [*places, len(paragraph.text)]:
        text = paragraph.text[start:end]
        following = end + len(paragraph.text[end:]) - len(paragraph.text[end:].lstrip(" "))
        last = following >= len(paragraph.text)
        gap = paragraph.gap if last else paragraph.text[end:following]
        if last:
            text, end = paragraph.text[start:], len(paragraph.text)
        marks = within(paragraph.marks, start, end)
        pieces.append(replace(paragraph, id=paragraph.id + len(pieces), text=text, raw=text, gap=gap, marks=marks))
        if last:
            break
        start = following
    return pieces


def whole(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs of one file with the pieces of giant ones joined again."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if found and found[-1].glued:
            found[-1] = _joined(found[-1], paragraph)
        else:
            found.append(paragraph)
    return found


def _joined(one: Paragraph, other: Paragraph) -> Paragraph:
    text = one.text + one.gap + other.text
    moved = [each.shifted(len(one.text) + len(one.gap)) for each in other.marks]
    marks: list[Mark] = [*one.marks, *moved]
    return replace(one, text=text, raw=text, gap=other.gap, marks=tidy(_bridged(marks, len(one.text), one.gap)))


def _bridged(marks: list[Mark], end: int, gap: str) -> list[Mark]:
    """Marks that end before the gap and go on behind it cover the gap as well."""
    names = {(each.kind, each.value, each.key) for each in marks if each.start == end + len(gap) and not each.is_point}
    return [
        replace(each, end=end + len(gap))
        if each.end == end and not each.is_point and (each.kind, each.value, each.key) in names else each
        for each in marks
    ]
