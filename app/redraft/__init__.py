# SPDX-License-Identifier: GPL-3.0-or-later
"""Redraft: a desktop editor for people who revise fiction."""

__version__ = "0.1.0"
