# SPDX-License-Identifier: GPL-3.0-or-later
"""EPUB books, read: the chapters that the book's spine names, in its order."""
