# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a judge takes part."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EngineState:
    """``state`` is "used", "unavailable" or "off"; ``reason`` a sentence or ""."""

    name: str
    state: str
    reason: str = ""
