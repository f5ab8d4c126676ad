# SPDX-License-Identifier: GPL-3.0-or-later
"""The side panels: what Redraft knows of the story, beside the page."""
