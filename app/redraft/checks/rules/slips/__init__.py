# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that are words, and not the ones that were meant: a letter slipped, an ending left off, one kin for another."""
