# SPDX-License-Identifier: GPL-3.0-or-later
"""Word documents: read by their XML, saved by changing only what changed, exported with tracked changes."""
