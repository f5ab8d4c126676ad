# SPDX-License-Identifier: GPL-3.0-or-later
"""What single paragraphs claim of people: looks, age, hurts, family, work, things. Whose each is, is settled"
  " later."""
