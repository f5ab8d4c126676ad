# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from a paragraph's analysis alone is worked out once and kept with it: an edit elsewhere costs nothing,
and what was found goes when the analysis goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from redraft.language.analysis import Analysis

T = TypeVar("T")
_FEW = 40


class Occurrences:
    """Tells the occurrences of one analysis in a story apart (short paragraphs stand there many times): made anew each
    time that the story is gone through."""

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()

    def number(self, analysis: Analysis) -> int:
        """Which of its occurrences this is, up to some forty, that what is kept of them stays little."""
        self._seen[id(analysis)] += 1
        return self._seen[id(analysis)] % _FEW


def once(find: Callable[[Analysis], T]) -> Callable[[Analysis], T]:
    """``find`` asks but once of each analysis; what it gives must not be changed by whoever gets it.

    The answer lies in the analysis itself, as those of its own cached properties do.
    """
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def known(analysis: Analysis) -> T:
        kept = analysis.__dict__
        if name not in kept:
            kept[name] = find(analysis)
        return cast(T, kept[name])

    return known
