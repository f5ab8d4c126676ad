# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes on the story by its author and readers: what they say, where they belong, how they come in and go out."""
