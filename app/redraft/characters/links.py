# SPDX-License-Identifier: GPL-3.0-or-later
"""What ties a turn of a conversation to the turns before it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """What it is worth, in a turn, that the speaker is that of the turn before (``same``), of the turn before that
    (``back``), or another (``new``)."""

    same: float
    back: float
    new: float
