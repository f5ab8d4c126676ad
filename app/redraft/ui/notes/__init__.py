# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes in the window: what is known of them, the column beside the text, the card to read and write them in."""
