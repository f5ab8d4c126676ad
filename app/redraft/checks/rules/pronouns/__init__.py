# SPDX-License-Identifier: GPL-3.0-or-later
"""Pronouns that are no pronouns: hisself, theirselves."""
