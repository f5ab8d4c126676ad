# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: two different articles side by side, one left over from an earlier wording: a the door.

Why a reader minds: a thing is known or new, and cannot be both.

When to leave it: where an article is itself spoken of (write “a” before the “the”).

Example: He opened a the door. → He opened the door.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.rules.spelling.pairs import times_together
from redraft.checks.story import Passage

_PAIR = re.compile(r"(?<![\w'’“\"-])(?:[Aa]n? (the)|([Tt]he) an?|[Aa] (an)|[Aa]n (a))(?= ([a-z]+))")


@check(
    id="two-articles", name="Two articles side by side", category="extra-word", weight=0.85, sure=True,
    examples=(
        Fires("He opened ⟦a the⟧ door.", "the"),
        Fires("“Show him ⟦the a⟧ way out,” she said.", "the"),
        Fires("She had ⟦a an⟧ idea.", "an"),
        Quiet("He opened the door, and a door fell shut."),
        Quiet("They took the A train to the city."),
        Quiet("He wrote “a” the way she had taught him."),
    ),
)
def two_articles(passage: Passage) -> Iterator[Found]:
    """Pairs of articles before a word in small letters; the article that novels have before it is offered first."""
    if "a" not in passage.lower:
        return
    for match in _PAIR.finditer(passage.straight):
        start, end = match.start(), match.end()
        both = passage.text[start:end].split(" ")
        noun = match.group(match.lastindex or 0).lower()
        ranked = sorted(both, key=lambda each: -times_together(each.lower(), noun))
        fixes = tuple(fitted(both[0], each.lower(), passage.text) for each in ranked)
        yield Found(start, end, f"“{passage.text[start:end]}”: one of the two articles is left over.", fixes)
