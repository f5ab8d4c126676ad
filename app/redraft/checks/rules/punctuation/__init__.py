# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules on marks: doubled, missing or wrong ones, apostrophes."""
