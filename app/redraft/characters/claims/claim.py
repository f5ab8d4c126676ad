# SPDX-License-Identifier: GPL-3.0-or-later
"""A claim: words of one paragraph that say something lasting of somebody, and who that is by the words alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

from redraft.characters.once import once
from redraft.language.analysis import Analysis

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Claim:
    """``kind`` ("hair", "age", "car" …) has ``value`` (lower case, but for names) at ``start``–``end``.

    ``owner`` is the word that says whose it is ("his", "Anna’s", "I"; "the" for a thing that is nobody's by the
    words alone), at offset ``at``; of a tie, whoever it is to stands at ``other`` (-1: nobody named). Offsets are code
    points in the paragraph's reading text.
    """

    kind: str
    value: str
    start: int
    end: int
    owner: str
    at: int
    other: int = -1


def kept_by_text(find: Callable[[Analysis], Iterator[T]]) -> Callable[[Analysis], tuple[T, ...]]:
    """Remember what ``find`` said of a paragraph: an edit elsewhere then costs nothing."""

    @once
    @wraps(find)
    def remembered(analysis: Analysis) -> tuple[T, ...]:
        return tuple(find(analysis))

    return remembered
