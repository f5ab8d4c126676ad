# SPDX-License-Identifier: GPL-3.0-or-later
"""How records of earlier formats are brought up to the present one, a step at a time, as they are read.

A step takes the object of one line in its format and gives that of the next; it may not lose a field that it does not
know. The file itself is written in the present format with the next decision, the old one being put by first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Step = Callable[[Mapping[str, Any]], Mapping[str, Any]]


def migrated(told: Mapping[str, Any], format: int, steps: Sequence[Step]) -> Mapping[str, Any]:
    """The object of a line that was written in ``format`` (0: its head is lost, which was never so but by damage, so
    it is taken for the present one; a newer one is left as it is)."""
    for step in steps[format - 1 :] if format > 0 else ():
        told = step(told)
    return told


def _named_by_whom(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """Format 2 names in its head the Redraft that wrote it; its records are those of format 1."""
    return told


DECISIONS: Sequence[Step] = (_named_by_whom,)
"""From format 1 to 2, and so on."""
