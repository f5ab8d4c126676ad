# SPDX-License-Identifier: GPL-3.0-or-later
"""Small words that custom ties to the word before them: afraid of, depend on, accuse her of."""
