# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the rules on the forms of words."""
