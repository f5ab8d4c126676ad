# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: no space between a mark and the next word: assumed.She, wait,he.

Why a reader minds: the two sentences run together.

When to leave it: in names and addresses that are written so (a web site, initials).

Example: He had assumed.She had not. → He had assumed. She had not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_GLUED = re.compile(
    r"(?<![\w.@/])([A-Za-z’']*[a-z’'])([.!?,;:]|\.\.\.)([A-Za-z][a-z’']+|I"
    r"|A)(?![\w@/.]*[@/])(?!\.[a-z])"
)
_ENDINGS = frozenset(("com", "org", "net", "txt", "doc", "jpg", "exe", "uk", "html", "co"))


@check(
    id="missing-space",
    name="No space behind a mark",
    category="spacing",
    severity=Severity.ERROR,
    sure=True,
    weight=0.95,
    examples=(
        Fires("She had ⟦assumed.She⟧ was wrong.", "assumed. She"),
        Fires("He ⟦waited,then⟧ ran.", "waited, then"),
        Fires("“Is it ⟦you?I⟧ knew it.”", "you? I"),
        Quiet("She had assumed. She was wrong."),
        Quiet("He went to example.com and read the notes.txt file."),
        Quiet("He left at 5 p.m. with J.R.Smith."),
        Quiet("He came at 10:30."),
        Quiet("“Wait…He’s here.”"),
    ),
)
def missing_space(passage: Passage) -> Iterator[Found]:
    """Marks with a letter on both sides."""
    for match in _GLUED.finditer(passage.text):
        before, mark, after = match.groups()
        if mark == "..." or (mark == "." and (after[0].islower() or after.lower() in _ENDINGS or len(before) < 2)):
            continue
        if mark == ":" and after[0].islower():
            continue
        yield Found(
            match.start(), match.end(), f"A space is missing behind the “{mark}”.", (f"{before}{mark} {after}",)
        )
