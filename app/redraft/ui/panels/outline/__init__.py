# SPDX-License-Identifier: GPL-3.0-or-later
"""The outline: the story's scenes, how each reads, and the way there."""
