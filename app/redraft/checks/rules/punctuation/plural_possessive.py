# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an apostrophe on the wrong side of a plural that has no s of its own: the childrens’ coats.

Why a reader minds: children is a plural already; what belongs to them is the children’s.

When to leave it: never.

Example: the childrens’ coats → the children’s coats
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_PLURALS = re.compile(
    r"(?<![\w'’-])((?:wo|fire|police|fisher|gentle|country)?men|children|mice|geese)(s['’]?)(?= [a-z])", re.IGNORECASE
)


@check(
    id="plural-possessive", name="Apostrophe of a plural without s", category="apostrophe", severity=Severity.ERROR,
    weight=0.9, sure=True,
    examples=(
        Fires("She hung up the ⟦childrens’⟧ coats.", "children’s"),
        Fires("It was the ⟦mens⟧ room.", "men’s"),
        Quiet("She hung up the children’s coats."),
        Quiet("It was the boys’ room."),
    ),
)
def plural_possessive(passage: Passage) -> Iterator[Found]:
    """Such plurals with an s, and no apostrophe before it."""
    mark = "'" if "'" in passage.text and "’" not in passage.text else "’"
    for match in _PLURALS.finditer(passage.text):
        right = f"{match[1]}{mark}s"
        message = f"“{match[1]}” is a plural already; what belongs to them is “{right}”."
        yield Found(match.start(), match.end(), message, (right,))
