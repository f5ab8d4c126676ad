# SPDX-License-Identifier: GPL-3.0-or-later
"""What is neither right nor wrong but must be one way throughout: places, and which of them go against the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from redraft.checks.check import Found
from redraft.checks.finding import Severity

_FEWEST = 10
"""Places from which on a habit can be told."""

_SELDOM = 0.1
"""Up to this share, the places that go against the habit are slips; above it the author minds as little as we do."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where the story goes one way or the other: the passage's number, the ``form`` it has there, and the
    finding it makes where another form is wanted, by that form."""

    passage: int
    form: str
    cures: Mapping[str, Found]


def against(
    places: Sequence[Place], chosen: str | None, habit: Severity | None = None,
) -> Iterator[tuple[int, Found]]:
    """What goes against the chosen form, all of it; where none is chosen, the first that goes against a clear habit.

    ``habit``: how grave the latter is, None: as grave as the former.
    """
    wanted = chosen or usual(places)
    if wanted is None:
        return
    odd = [each for each in places if each.form != wanted and wanted in each.cures]
    if chosen:
        yield from ((each.passage, each.cures[wanted]) for each in odd)
    elif odd:
        found = odd[0].cures[wanted]
        more = f" So {'is one place' if len(odd) == 2 else f'are {len(odd) - 1} places'} more." if odd[1:] else ""
        yield odd[0].passage, replace(found, message=found.message + more, severity=habit)


def usual(places: Sequence[Place]) -> str | None:
    """The form that nearly all places have; None where there are few, or no habit."""
    counts = Counter(each.form for each in places)
    if sum(counts.values()) < _FEWEST:
        return None
    form, number = counts.most_common(1)[0]
    return form if number >= (1 - _SELDOM) * sum(counts.values()) else None
