# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.evaluate``: how much the checks find, how often they are right, and every alarm for reading."""
