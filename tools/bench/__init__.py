# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.bench``: the measured figures, as a table."""
