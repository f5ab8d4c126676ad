# SPDX-License-Identifier: GPL-3.0-or-later
"""How often each check marks a clean book."""
