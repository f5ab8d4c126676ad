# SPDX-License-Identifier: GPL-3.0-or-later
"""The place of a value, and a contradiction between places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The shortest words that hold a value; code points in the reading text of the paragraph with id"
      " ``paragraph``."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places or more that contradict one another. ``kind``: "attribute", "term", "time", "presence"; ``subject``:
    of whom or what; ``message``: one sentence for the author; ``about``: which attribute or event ("eyes")."""

    kind: str
    subject: str
    message: str
    places: tuple[Place, ...]
    about: str = ""
