# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a curly quote mark that faces the wrong way: ”Come in,” he said.

Why a reader minds: the marks are the doors of a speech; one that faces the wrong way opens on nothing.

When to leave it: never in English; some other languages open with ” or „.

Example: ”Come in,” he said. → “Come in,” he said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage
from redraft.language.quotes import double_marks

_WORD = re.compile(r"[\w’'-]+")


@check(
    id="turned-quote",
    name="Quote mark facing the wrong way",
    category="dialogue-punctuation",
    severity=Severity.ERROR,
    sure=True,
    weight=0.9,
    examples=(
        Fires("⟦”Come⟧ in,” he said.", "“Come"),
        Fires("He said, ⟦”Come⟧ in.”", "“Come"),
        Fires("“Come in⟦,“⟧ he said.", ",”"),
        Quiet("“Come in,” he said."),
        Quiet("“It’ll be our”—she leaned—“secret.”"),
        Quiet('"Come in," he said.'),
        Quiet("“‘Come in,’ he said,” she told us."),
    ),
)
def turned_quote(passage: Passage) -> Iterator[Found]:
    """Curly marks whose shape their neighbours contradict."""
    text = passage.text
    if "“" not in text and "”" not in text:
        return
    for mark in double_marks(text):
        if not mark.turned or text[mark.place] not in "“”":
            continue
        if text[mark.place] == "”":
            word = _WORD.match(text, mark.place + 1)
            end = word.end() if word else mark.place + 1
            yield Found(
                mark.place,
                end,
                "This mark opens a speech, but faces as if it closed one.",
                ("“" + text[mark.place + 1 : end],),
            )
        else:
            start = max(0, mark.place - 1)
            yield Found(
                start,
                mark.place + 1,
                "This mark closes a speech, but faces as if it opened one.",
                (text[start : mark.place] + "”",),
            )
