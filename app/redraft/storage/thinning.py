# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of many earlier states are worth keeping: the older, the fewer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

_HOUR, _DAY, _WEEK = 3600.0, 86400.0, 604800.0
_ALL_OF_THE_LAST = 2 * _HOUR
_STEPS = ((_DAY, _HOUR), (30 * _DAY, _DAY), (float("inf"), _WEEK))
"""Up to which age, in seconds, one state is kept of how much time."""
_NEVER_FEWER = 3


class Dated(Protocol):
    """Anything of a moment (seconds since 1970)."""

    @property
    def when(self) -> float: ...


_T = TypeVar("_T", bound=Dated)


def thinned(
    states: Iterable[_T], now: float, contents: Callable[[_T], Mapping[str, int]], most: int
) -> tuple[_T, ...]:
    """The states to keep, the newest first: all of the last two hours, then the last of each hour for a day, of each
    day for a month, of each week; and of these as many as ``most`` bytes hold, the newest three in any case.

    ``contents`` tells what a state holds, by digest, and how many bytes each takes; what two states share is counted
    once.
    """
    chosen: dict[tuple[float, int], _T] = {}
    for each in sorted(states, key=lambda state: -state.when):
        age = now - each.when
        if age <= _ALL_OF_THE_LAST:
            chosen[0.0, -len(chosen)] = each
            continue
        step = next(every for until, every in _STEPS if age <= until)
        chosen.setdefault((step, int(each.when // step)), each)
    kept: list[_T] = []
    sizes: dict[str, int] = {}
    for each in sorted(chosen.values(), key=lambda state: -state.when):
        sizes.update(contents(each))
        if len(kept) >= _NEVER_FEWER and sum(sizes.values()) > most:
            break
        kept.append(each)
    return tuple(kept)
