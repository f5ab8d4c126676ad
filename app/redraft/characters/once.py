# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from a paragraph's analysis alone is worked out once and kept with it: an edit elsewhere costs nothing,
and what was found goes when the analysis goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from redraft.language.analysis import Analysis

K = TypeVar("K")
T = TypeVar("T")
_FEW = 40


class Few(dict[K, T]):
    """The few answers kept last, by what they depend on besides the analysis (short paragraphs occur many times)."""

    def keep(self, key: K, value: T) -> T:
        """Keep an answer; gives it back."""
        if len(self) >= _FEW:
            del self[next(iter(self))]
        self[key] = value
        return value




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
