# SPDX-License-Identifier: GPL-3.0-or-later
"""The old name of :mod:`tools.evaluate.planted`, for the modules that still use it."""

from tools.evaluate.planted import Planted, plant

__all__ = ["Planted", "plant"]
