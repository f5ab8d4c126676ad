# SPDX-License-Identifier: GPL-3.0-or-later
"""Readability formulas and the report per scene."""
