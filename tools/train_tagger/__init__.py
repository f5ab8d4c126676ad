# SPDX-License-Identifier: GPL-3.0-or-later
"""How the tagger's weights and thresholds are made: see README.md in this folder."""
