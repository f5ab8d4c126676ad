# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author decided of the cast; it always has the last word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CastDecisions:
    """``renames``: (name found, name wanted); ``merges``: (a, b), two names that are one person, shown as ``a``;
    ``not_people``: names that are none; ``splits``: (a, b), where ``b``, taken for another name of ``a``, is somebody
    else; ``added``: names that are people's though the text does not show it; ``pinned``: who is listed first;
    ``apart``: (a, b) who are not one person, whatever is proposed; ``pronouns``: (name, "he", "she" or "they").

    Names are matched against names and aliases, so they outlive later edits; a decision that fits nobody is kept and
    does nothing."""

    renames: tuple[tuple[str, str], ...] = ()
    merges: tuple[tuple[str, str], ...] = ()
    not_people: frozenset[str] = frozenset()
    splits: tuple[tuple[str, str], ...] = ()
    added: frozenset[str] = frozenset()
    pinned: frozenset[str] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    pronouns: tuple[tuple[str, str], ...] = ()
