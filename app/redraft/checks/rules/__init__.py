# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules, one file each, discovered by the catalogue."""
