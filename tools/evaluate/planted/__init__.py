# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors put into clean paragraphs: families of kinds, written without a look at any check.

Each kind knows its place and its cure. They are regular expressions and small tables and not the checks' own: what a
check takes for wrong is decided there, what authors get wrong is decided here.
"""

from __future__ import annotations

from tools.evaluate.planted.making import Maker, Planted
from tools.evaluate.planted.planting import FAMILIES, developed, kinds, plant, straight, straightened

__all__ = ["FAMILIES", "Maker", "Planted", "developed", "kinds", "plant", "straight", "straightened"]
