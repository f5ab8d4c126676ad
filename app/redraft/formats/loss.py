# SPDX-License-Identifier: GPL-3.0-or-later
"""What a format could not carry over: a value, collected and shown, never silent (pandoc's way)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of the file that the manuscript does not hold. ``sentence`` says it to the author."""

    sentence: str
