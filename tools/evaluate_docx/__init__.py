# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Word documents by others: read, corrected with changes tracked, accepted and rejected by LibreOffice."""
