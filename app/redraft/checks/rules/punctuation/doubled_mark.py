# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: two marks where one is meant: ,, · .. · ,. · ?.

Why a reader minds: the reader stops to see whether something is missing between them.

When to leave it: “?!” and “…” are fine; so is a full stop that belongs to an abbreviation.

Example: He waited,, then ran.. → He waited, then ran.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_DOUBLED = re.compile(
    r"(?<![,.])(?:,,|,\.(?!\.)|;;|;,|,;|(?<=[a-z]{3})\.,(?=\s[a-z])|::(?!\w)|[!?][.,](?![.\w])"
    r"|(?<![.?!])\.\.(?![.\d/\\]))(?!,)"
)
_ABBREVIATED = frozenset(
    ("etc", "Esq", "Inc", "Ltd", "viz", "Bros", "Rev", "Gen", "Col", "Capt", "Sgt", "Corp", "Mass", "Calif")
)


@check(
    id="doubled-mark",
    name="Two marks for one",
    category="punctuation",
    severity=Severity.ERROR,
    sure=True,
    weight=0.85,
    examples=(
        Fires("He ⟦waited,,⟧ then ran.", "waited,"),
        Fires("He ⟦ran..⟧ She followed.", "ran."),
        Fires("“Who ⟦is?.⟧”", "is?"),
        Fires("He ⟦waited,.⟧", "waited."),
        Quiet("He waited… then ran..."),
        Quiet("“What?!” he said."),
        Quiet("Pens, paper, etc., were there."),
        Quiet("He waited . . . then ran."),
    ),
)
def doubled_mark(passage: Passage) -> Iterator[Found]:
    """Pairs of marks that do not go together."""
    for match in _DOUBLED.finditer(passage.text):
        start = match.start()
        while start and passage.text[start - 1].isalnum():
            start -= 1
        word = passage.text[start : match.start()]
        if not word or word in _ABBREVIATED:
            continue
        marks = match.group()
        kept = [marks[0]] if marks[0] in "!?" or marks[0] == marks[1] else sorted(set(marks), key="?!.;:,".index)
        fixes = tuple(word + each for each in ([*kept, "…"] if marks == ".." else kept))
        yield Found(start, match.end(), f"Two marks stand here, “{marks}”, where one is meant.", fixes)
