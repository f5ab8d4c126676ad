# SPDX-License-Identifier: GPL-3.0-or-later
"""Words taken for one another, told by their context."""
