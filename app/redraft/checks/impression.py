# SPDX-License-Identifier: GPL-3.0-or-later
"""The first impression of a manuscript: how many errors it has, and of which kinds more than chance explains.

The passages are read as those of a clean book are; how closely the whole is then read depends on what is seen here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from redraft.checks.catalogue import by_id
from redraft.checks.check import Check, Found
from redraft.checks.rates import is_loud, rate, weight
from redraft.checks.runner import run
from redraft.checks.story import Passage

_FEWEST_WORDS = 200
_FEWEST_MARKS = 4
_TIMES, _LEAST = 8.0, 0.8
"""Marks of a kind are no chance from so many times its rate in clean books on, and so many in 1,000 words."""

_ABUNDANT = 0.5
"""What a mark counts for at least where its kind is no chance."""


@dataclass(frozen=True, slots=True)
class Impression:
    """``roughness``: sure findings per 1,000 words, each weighed by how seldom clean books set its check off, None
    where there are too few words to tell; ``abundant``: the checks that clean books set off as well, but this
    manuscript far more often."""

    roughness: float | None = None
    abundant: frozenset[str] = frozenset()


Hear = Callable[[Passage, Sequence[Check]], Iterable[str]]


def first_impression(passages: Sequence[Passage], checks: Sequence[Check], hear: Hear | None = None) -> Impression:
    """The impression that these passages make (all, or a sample of the story). ``hear``: what :func:`said` says, from
    somebody who remembers it."""
    words = sum(each.text.count(" ") + 1 for each in passages)
    if words < _FEWEST_WORDS:
        return Impression()
    sure = [each for each in checks if each.sure]
    told = Counter(id for passage in passages for id in (hear or said)(passage, sure))
    abundant = frozenset(id for id, number in told.items() if is_loud(id) and _is_abundant(id, number, words))
    counted = sum(number * max(weight(id), _ABUNDANT * (id in abundant)) for id, number in told.items())
    return Impression(1000 * counted / words, abundant)


def _is_abundant(id: str, number: int, words: int) -> bool:
    return number >= _FEWEST_MARKS and 1000 * number / words >= max(_LEAST, _TIMES * rate(id, sure=True))


def said(passage: Passage, checks: Sequence[Check]) -> Iterator[str]:
    """The checks that are sure of something in the passage, once for each place."""
    last = -1
    for id, found in sorted(run(passage, checks, weighed=False), key=lambda each: each[1].start):
        if _is_sure(id, found) and found.start >= last:
            last = found.end
            yield id


def _is_sure(id: str, found: Found) -> bool:
    return by_id()[id].sure if found.sure is None else found.sure
