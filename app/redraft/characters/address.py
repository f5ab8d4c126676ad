# SPDX-License-Identifier: GPL-3.0-or-later
"""How somebody is addressed without a name ("sir", "my girl"): it tells the gender of who answers."""

from __future__ import annotations

import re

from redraft.characters.tables import FEMALE, MALE

_HIM = (
    "sir|mister|monsieur|señor|signor|herr|father|papa|pa|pop|dad|daddy|grandpa|grandfather|uncle|son|sonny|my boy"
    "|my lad|lad|my lord|my good man|my dear fellow|old man|old chap|old fellow|old boy|young man|my man|gentlemen"
    "|brother|captain"
)
_HER = (
    "ma[’']?am|madam|madame|miss|mademoiselle|señora|signora|mother|mamma|mama|ma|mum|mom|mummy|mommy|grandma"
    "|grandmother|auntie|aunt|my girl|my dear girl|girl|my lady|my good woman|young lady|old girl|sister|darling girl"
)
_CALL = re.compile(
    rf"(?:^[“‘\"' ]*|[,.!?—–…] ?)(?:(?:yes|no|oh|o|well|but|and|please|now|why),? )?"
    rf"(?:(?P<he>{_HIM})|(?P<she>{_HER}))(?=[,.!?;—–…”’\"']|$)",
    re.IGNORECASE,
)


def addressed(speech: str) -> str | None:
    """The gender of who is spoken to, where the speech tells it once and nothing else."""
    told = {MALE if call["he"] else FEMALE for call in _CALL.finditer(speech)}
    return told.pop() if len(told) == 1 else None
