# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules on sentences that run into one another."""
