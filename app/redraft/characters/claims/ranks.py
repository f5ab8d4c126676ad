# SPDX-License-Identifier: GPL-3.0-or-later
"""Ranks: by the title before a name ("Sergeant Molloy"), and as a sentence tells them ("she was a captain")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.characters.claims.claim import Claim
from redraft.characters.claims.doubt import is_stated
from redraft.characters.claims.owners import NAME, WHO
from redraft.language.analysis import Analysis, Zone

_RANKS = (
    "private corporal sergeant lieutenant captain major colonel brigadier general marshal midshipman commander"
    " commodore admiral constable inspector superintendent deacon bishop archbishop cardinal"
).split()
_HIGH = "|".join(each.capitalize() for each in _RANKS)
_TITLE = re.compile(rf"\b(?P<value>{_HIGH}) (?!(?:{_HIGH})\b)(?P<owner>{NAME})")
_BEFORE = re.compile(r"(?:[A-Z][\w-]*\.?|[Ll]ance|[Mm]aster|[Ss]taff|[Vv]ice|[Rr]ear)[ -]$")
"""A word that makes another rank of the next: Lieutenant Colonel, Major General, Vice-Admiral."""
_TOLD = re.compile(
    rf"{WHO} (?:was|is|had been made|was made|became) (?:an? |the )(?:[a-z]+ )?(?P<value>{'|'.join(_RANKS)})"
    r"(?=[.,;!?]| (?:in|of|now|and|with|at|under)\b)"
)


def ranks(analysis: Analysis) -> Iterator[Claim]:
    """The ranks that a paragraph's narration gives people."""
    for match in _TITLE.finditer(analysis.text):
        if analysis.zone(match.start()) is Zone.NARRATION and not _BEFORE.search(analysis.text[: match.start()]):
            yield Claim("rank", match["value"].lower(), match.start("value"), match.end("value"), match["owner"],
                        match.start("owner"))  # fmt: skip
    for match in _TOLD.finditer(analysis.text):
        if is_stated(analysis, match.start(), match.end(), loose="became" in match.group()):
            yield Claim("rank", match["value"], match.start("value"), match.end(), match["owner"], match.start("owner"))
