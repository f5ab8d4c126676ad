# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument texts (ISO/IEC 26300, ODF 1.3): read, changed in place, and written anew."""
