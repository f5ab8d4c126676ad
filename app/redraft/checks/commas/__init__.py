# SPDX-License-Identifier: GPL-3.0-or-later
"""Where edited prose sets a comma, learned from novels: gaps between words, their features, the model, the habit."""
