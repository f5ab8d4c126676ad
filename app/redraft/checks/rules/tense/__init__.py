# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules on the tense of the telling."""
