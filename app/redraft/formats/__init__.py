# SPDX-License-Identifier: GPL-3.0-or-later
"""Readers and writers round the one model."""
