# SPDX-License-Identifier: GPL-3.0-or-later
"""The model: Manuscript → Scene → Paragraph; the session that holds it; outline and counts."""
