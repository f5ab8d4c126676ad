# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the rules on real words in wrong places."""
