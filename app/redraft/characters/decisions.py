# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author decided of the cast; it always has the last word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CastDecisions:
    """``renames``: (name found, name wanted); ``merges``: (a, b), two names that are one person, shown as ``a``;
    ``not_people``: names that are none. Names are matched against names and aliases, so they outlive later edits;
    a decision that fits nobody is kept and does nothing."""

    renames: tuple[tuple[str, str], ...] = ()
    merges: tuple[tuple[str, str], ...] = ()
    not_people: frozenset[str] = frozenset()
