# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules on names and terms of the story that are written two ways."""
