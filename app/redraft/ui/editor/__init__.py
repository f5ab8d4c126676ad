# SPDX-License-Identifier: GPL-3.0-or-later
"""The page: the text as the author writes it, its marks, the card, find and replace."""
