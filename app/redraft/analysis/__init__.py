# SPDX-License-Identifier: GPL-3.0-or-later
"""The analysis process: snapshots in, findings out."""
