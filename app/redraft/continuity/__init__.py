# SPDX-License-Identifier: GPL-3.0-or-later
"""What the text says twice, and differently."""
