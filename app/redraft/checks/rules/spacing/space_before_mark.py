# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a space before a comma, full stop, colon or other mark that belongs to the word before it.

Why a reader minds: the mark hangs in the air, and may slip to the next line alone.

When to leave it: in French, and where dots stand apart on purpose ( . . . ).

Example: He waited , then ran. → He waited, then ran.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_APART = re.compile(r"(?<=[\w’'”\"])( +)([,;:!?]|\.(?! ?\.))(?=[\s”\"’']|$)")


@check(
    id="space-before-mark",
    name="Space before a mark",
    category="spacing",
    severity=Severity.ERROR,
    sure=True,
    weight=0.9,
    examples=(
        Fires("He ⟦waited ,⟧ then ran.", "waited,"),
        Fires("“Is it ⟦you ?⟧”", "you?"),
        Quiet("He waited, then ran."),
        Quiet("He waited . . . and ran."),
        Quiet("He owned a .45 and a :) face."),
    ),
)
def space_before_mark(passage: Passage) -> Iterator[Found]:
    """Blanks between a word and its mark."""
    for match in _APART.finditer(passage.text):
        start = match.start()
        while start and passage.text[start - 1].isalnum():
            start -= 1
        if start == match.start():
            start -= 1
        fix = passage.text[start : match.start()] + match.group(2)
        yield Found(start, match.end(), f"No space stands before “{match.group(2)}”.", (fix,))
