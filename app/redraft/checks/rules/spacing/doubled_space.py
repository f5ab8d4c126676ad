# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: two or more spaces between words. Told once, at the first place, with the number of places.

Why a reader minds: in print the gap shows; typesetters take such spaces out first.

When to leave it: when the blanks are meant, as in a table or a poem.

Example: He waited  and ran. → He waited and ran.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redraft.checks.check import Fires, Found, Quiet, story_check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_DOUBLED = re.compile(r"(?<=[\w,;:.!?”\"’)…—-])( {2,})(?=[\w“\"‘(—])")
_STOPPED = re.compile(r"[.!?”\"’…]$")
_TABLE = 3


@story_check(
    id="doubled-space", name="Doubled space", category="spacing", severity=Severity.WARNING, weight=0.4,
    examples=(
        Fires("He waited⟦  ⟧and ran. Then he sat  down.", " "),
        Fires("He waited.⟦  ⟧Then he ran.", " "),
        Quiet("He waited and ran."),
        Quiet("Tea     3.20     one cup     hot"),
    ),
)
def doubled_space(passages: Sequence[Passage]) -> Iterator[tuple[int, Found]]:
    """The first doubled space; those behind stops are a habit when there are many, and then no slip within a line."""
    places = [
        (index, match.span(1))
        for index, passage in enumerate(passages)
        if passage.kind == "body" and "  " in passage.text
        for match in found(passage.text)
    ]
    if places:
        index, (start, end) = places[0]
        number = len(places)
        more = "" if number == 1 else f" There are {number} such places; they can be found by searching for two spaces."
        yield index, Found(start, end, f"One space is enough.{more}", (" ",))


def found(text: str) -> list[re.Match[str]]:
    """The doubled spaces of a paragraph; none where columns are set with them."""
    matches = list(_DOUBLED.finditer(text))
    return [] if sum(len(each.group(1)) > _TABLE for each in matches) > 1 else matches
