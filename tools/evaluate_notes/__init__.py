# SPDX-License-Identifier: GPL-3.0-or-later
"""How many notes find their words again in a story that was revised meanwhile."""
