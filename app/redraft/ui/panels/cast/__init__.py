# SPDX-License-Identifier: GPL-3.0-or-later
"""The cast panel: who is in the story, and where."""
