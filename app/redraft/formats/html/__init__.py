# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages, read and written: from browsers, story sites, word processors and the chapters of EPUB books."""
