# SPDX-License-Identifier: GPL-3.0-or-later
"""Places in plain text: spans, edits that map spans, anchors, folding, UTF-16. Knows no story."""
