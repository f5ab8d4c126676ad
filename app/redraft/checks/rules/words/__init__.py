# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules on words that are doubled, missing or too many, and on fixed phrases."""
