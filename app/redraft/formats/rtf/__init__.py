# SPDX-License-Identifier: GPL-3.0-or-later
"""Rich Text Format, read by a reader of our own (Microsoft's specification 1.9.1)."""
