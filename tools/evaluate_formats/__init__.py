# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the formats on documents that other programs made; these lie outside of the repository."""
