# SPDX-License-Identifier: GPL-3.0-or-later
"""Spelling that knows the story: its names, its invented words, its dialect, its variety of English."""
