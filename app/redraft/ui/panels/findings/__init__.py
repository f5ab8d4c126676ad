# SPDX-License-Identifier: GPL-3.0-or-later
"""The findings panel: everything marked in the story, sorted, narrowed and worked through."""
