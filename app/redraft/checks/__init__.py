# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks, findings, the catalogue of rules and the runner."""
