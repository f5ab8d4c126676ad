# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tagger proposes."""

from __future__ import annotations

from dataclasses import dataclass

FLOOR = 0.3
"""The probability below which an edit is faint: no proposal, but worth hearing where something else speaks for it."""


@dataclass(frozen=True, slots=True)
class ModelEdit:
    """One change the model proposes: ``replacement`` for [start, end) of the paragraph (code points, never empty).

    ``tag`` is the model's own word for it, ``family`` the category of error, ``probability`` (0–1) how sure the model
    is that something is wrong here; it is to be held against the thresholds of a profile, not against one number.
    """

    start: int
    end: int
    replacement: str
    tag: str
    family: str
    probability: float
