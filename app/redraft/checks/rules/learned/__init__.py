# SPDX-License-Identifier: GPL-3.0-or-later
"""What the learned tagger proposes, under the checks' own names."""
