# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an apostrophe in a plain plural: three girl’s, those book’s.

Why a reader minds: the reader waits for the thing that belongs to the girl, and it never comes.

When to leave it: where something does belong to somebody, or letters are left out.

Example: three girl’s were there → three girls were there
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.lexicon import words
from redraft.checks.story import Passage

_PLURAL = re.compile(
    r"(?<![\w'-])(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|many|several|few|these|those|both"
    r"|lots of|couple of) (?P<word>[a-z]{3,})'s(?=[.,;!?]| (?:of|in|on|at|to|from|with|and|or|but|were|are|had|have"
    r"|who|that|for|by|as|before|after)\b)"
)
_NOT_NOUNS = words("that what who where there here how one else other others let everyone everybody someone somebody")
_SIBILANT = ("s", "sh", "ch", "x", "z")


@check(
    id="plural-apostrophe", name="Apostrophe in a plural", category="apostrophe", severity=Severity.ERROR, sure=True,
    weight=0.88,
    examples=(
        Fires("Three ⟦girl’s⟧ were there.", "girls"),
        Fires("He bought several ⟦book’s⟧.", "books"),
        Quiet("Three girls were there."),
        Quiet("He saw those girl’s books."),
        Quiet("These three—that’s all—and both it’s and its."),
        Quiet("In two days’ time he left."),
    ),
)
def plural_apostrophe(passage: Passage) -> Iterator[Found]:
    """Counted nouns with an apostrophe, and nothing behind them that could be theirs."""
    if "'" not in passage.straight:
        return
    for match in _PLURAL.finditer(passage.lower):
        word = match["word"]
        if word in _NOT_NOUNS or word.endswith(_SIBILANT):
            continue
        start, end = match.start("word"), match.end()
        plural = passage.text[start : match.end("word")]
        plural = plural[:-1] + "ies" if plural.endswith("y") and plural[-2] not in "aeiou" else plural + "s"
        message = f"Several are meant and nothing belongs to them: “{plural}”, without an apostrophe."
        yield Found(start, end, message, (plural,))
