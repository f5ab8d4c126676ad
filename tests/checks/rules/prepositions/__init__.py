# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the rules on small words that custom ties to others."""
