# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds every reader of foreign bytes with samples that were changed at random, and watches it."""
