# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author chose for a manuscript where several ways are right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The author's choices for a manuscript; None: as the text itself has it.

    ``variety``: "US" or "GB"; ``serial_comma``: "yes" or "no"; ``quotes``: "double" or "single", around speech;
    ``dashes``: "em", "spaced-em", "spaced-en" or "hyphens".
    """

    variety: str | None = None
    serial_comma: str | None = None
    quotes: str | None = None
    dashes: str | None = None


CHOICES: Mapping[str, tuple[str, ...]] = {
    "variety": ("US", "GB"), "serial_comma": ("yes", "no"), "quotes": ("double", "single"),
    "dashes": ("em", "spaced-em", "spaced-en", "hyphens"),
}
"""What may be chosen, by the field of :class:`HouseStyle`."""
