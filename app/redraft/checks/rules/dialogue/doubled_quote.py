# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a quote mark that stands twice: ““Come in.”

Why a reader minds: it looks like a slip of the finger, and it is one.

When to leave it: when one speech closes inside another with marks of the same kind.

Example: ““Come in.” → “Come in.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_TWICE = re.compile(
    r"““|””|(?<!\")\"\"(?!\")|(?<=\s)\"\s\"(?=\w)|‘‘(?=\w)|(?<=[.,!?…])’’(?=\s|$)|(?:^|(?<=\s))''(?=\w)"
    r"|(?<=[.,!?…])''(?=\s|$)"
)


@check(
    id="doubled-quote", name="Quote mark twice", category="dialogue-punctuation",
    severity=Severity.ERROR, sure=True, weight=0.9,
    examples=(
        Fires("⟦““⟧Come in.”", "“"),
        Fires("“Come in.⟦””⟧", "”"),
        Fires("⟦\"\"⟧Come in.\"", '"'),
        Fires("⟦‘‘⟧Come in.’", "‘"),
        Quiet("“Come in.”"),
        Quiet("‘Come in,’ he said. ‘It’s the boys’.’"),
        Quiet("“‘Come in,’ he said.”"),
        Quiet("print(\"\"\"text\"\"\")"),
    ),
)
def doubled_quote(passage: Passage) -> Iterator[Found]:
    """Two equal marks side by side."""
    for match in _TWICE.finditer(passage.text):
        yield Found(match.start(), match.end(), "The quote mark stands here twice.", (match.group()[0],))
