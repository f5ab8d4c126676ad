# SPDX-License-Identifier: GPL-3.0-or-later
"""Options as data and where they are kept."""
