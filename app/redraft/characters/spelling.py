# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two words look like one word spelled two ways."""

from __future__ import annotations

import unicodedata

_DOUBLES = str.maketrans("", "", "-‐‑'’ .")


def bare(word: str) -> str:
    """A word without case, accents, hyphens, spaces and apostrophes."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(each for each in plain if not unicodedata.combining(each)).lower().translate(_DOUBLES)


def distance(one: str, other: str, most: int = 2) -> int:
    """How many letters must be added, dropped, changed or swapped with their neighbour; ``most + 1`` for any more.

    The optimal string alignment distance (Damerau 1964, without edits inside a swapped pair).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, against in enumerate(other, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
        if min(line) > most:
            return most + 1
    return min(above[-1], most + 1)


def alike(one: str, other: str) -> bool:
    """Whether two names may be one name misspelled: the same first letter, and one slip (two in ten letters)."""
    first, second = bare(one), bare(other)
    if first == second:
        return True
    shorter = min(len(first), len(second))
    if shorter < 4 or first[0] != second[0]:
        return False
    if first[-1] != second[-1] and {first[-1], second[-1]} & set("aeiousy") and not _lengthened(first, second):
        return False  # Julia and Julie, Watson and Watsons are two
    return distance(first, second) <= (2 if shorter >= 10 else 1)


def _lengthened(one: str, other: str) -> bool:
    """Whether one is the other with a letter behind it that is not heard: Konoha and Konohah, Clark and Clarke."""
    short, long = sorted((one, other), key=len)
    return long[:-1] == short and (long[-1] in "he" or long[-1] == short[-1] != "s")
