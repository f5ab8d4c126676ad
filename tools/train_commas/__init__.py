# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the judge of commas on published novels."""
