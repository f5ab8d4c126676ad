# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving without loss: atomic writes, the sidecar, recovery."""
