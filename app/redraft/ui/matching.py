# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding a name by some of its letters, in order. Knows no Qt."""

from __future__ import annotations


def score(query: str, name: str) -> float:
    """How well ``name`` fits ``query``, 0 when it does not: each of its letters must occur in order.

    Letters at the start of a word and letters that follow one another count more; long names count a little less.
    """
    wanted = [each for each in query.casefold() if not each.isspace()]
    text = name.casefold()
    if not wanted:
        return 0.0
    return max((_from(wanted, text, start) for start in _starts(wanted[0], text)), default=0.0)


def _starts(letter: str, text: str) -> list[int]:
    return [place for place, each in enumerate(text) if each == letter]


def _from(wanted: list[str], text: str, start: int) -> float:
    points, place, before = 0.0, start, -2
    for letter in wanted:
        place = _nearest(letter, text, place)
        if place < 0:
            return 0.0
        begins = place == 0 or not text[place - 1].isalnum()
        points += (4.0 if place == 0 else 3.0) if begins else 2.0 if place == before + 1 else 0.5
        before, place = place, place + 1
    return points / len(wanted) * (1.0 - min(len(text), 80) / 400)


def _nearest(letter: str, text: str, place: int) -> int:
    """The next place of a letter: right here, else at the start of a word, else anywhere behind."""
    if text[place : place + 1] == letter:
        return place
    for at in range(place, len(text)):
        if text[at] == letter and (at == 0 or not text[at - 1].isalnum()):
            return at
    return text.find(letter, place)
