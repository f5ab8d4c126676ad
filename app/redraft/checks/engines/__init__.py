# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges that are not our rules: the learned tagger, Harper, LanguageTool."""
