# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures contradictions: how many a published novel is said to have, and how many planted ones are found."""
