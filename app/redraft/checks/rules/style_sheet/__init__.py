# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be one way throughout: the comma in lists, dashes, quote marks."""
