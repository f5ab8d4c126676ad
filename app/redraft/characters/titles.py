# SPDX-License-Identifier: GPL-3.0-or-later
"""Titles that tell of more than a gender: of a marriage, of a house, of a crown, of an aunt."""

from __future__ import annotations

MARRIED = frozenset("mrs missus madame mme frau señora senora signora".split())
"""A married woman's, before her husband's name or her own."""
UNMARRIED = frozenset("miss mademoiselle mlle fräulein fraulein señorita senorita signorina".split())
NOBLE = frozenset("countess baroness duchess marchioness marquise princess viscountess comtesse".split())
ROYAL = frozenset("king queen emperor empress tsar czar pope".split())
SENIOR = frozenset("major colonel general admiral commodore brigadier judge senator archdeacon bishop dean".split())
"""Ranks that the eldest of a house has."""
KIN = frozenset(
    "ma mama mamma mother aunt auntie aunty granny grandma sister widow pa papa uncle father brother cousin".split()
)
PLAIN = MARRIED | UNMARRIED | frozenset("mr mister m. monsieur master herr signor señor senor".split())
"""Titles that anybody has."""
