# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules on the blanks between words and marks."""
