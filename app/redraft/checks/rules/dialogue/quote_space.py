# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a blank between a quote mark and the words it holds: “ Come in. ”

Why a reader minds: the mark hangs in the air, and at a line's end it parts from its speech.

When to leave it: where another quote mark stands beside it and a thin space keeps the two apart.

Example: “ Come in.” → “Come in.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_CURLY_OPEN = re.compile(r"(?:^|(?<=[\s—–]))“ +(?=[^\W_])")
_CURLY_CLOSE = re.compile(r"(?<=[^\s“”‘’]) +”(?=[ ,.;:!?—]|$)")


@check(
    id="quote-space", name="Space inside the quote marks", category="spacing",
    severity=Severity.ERROR, sure=True, weight=0.9,
    examples=(
        Fires("⟦“ Come⟧ in,” he said.", "“Come"),
        Fires("“Come ⟦in. ”⟧", "in.”"),
        Fires("⟦\" Come⟧ in,\" he said.", '"Come'),
        Fires("\"Come ⟦in. \"⟧ He waved.", 'in."'),
        Quiet("“Come in,” he said."),
        Quiet("“ ‘Come in,’ he said,” she told us. “ ‘No.’ ”"),
        Quiet("\"Come in,\" he said, \"and sit.\""),
        Quiet("The board was 12\" wide and 5\" high."),
    ),
)
def quote_space(passage: Passage) -> Iterator[Found]:
    """Blanks at the inner side of a quote mark."""
    text = passage.text
    places = [(each.start(), each.end()) for each in _CURLY_OPEN.finditer(text)]
    places += [(each.start(), each.end()) for each in _CURLY_CLOSE.finditer(text)]
    for speech in passage.speeches:
        if text[speech.start] in "\"'‘" and speech.opened and text[speech.start + 1 : speech.start + 2] == " ":
            places.append((speech.start, speech.start + 2))
        if text[speech.end - 1] in "\"'’" and speech.closed and text[speech.end - 2] == " ":
            places.append((speech.end - 2, speech.end))
    for start, end in sorted(set(places)):
        yield _found(text, start, end)


def _found(text: str, start: int, end: int) -> Found:
    """The blank with its mark and the word that the mark belongs to."""
    if text[start] == " ":
        head = start
        while head and not text[head - 1].isspace():
            head -= 1
        fix = text[head:start] + text[end - 1]
        return Found(head, end, "No space stands between the last word of a speech and its quote mark.", (fix,))
    tail = end
    while tail < len(text) and text[tail].isalnum():
        tail += 1
    fix = text[start] + text[start:tail][1:].lstrip()
    return Found(start, tail, "No space stands between a quote mark and the first word of the speech.", (fix,))
