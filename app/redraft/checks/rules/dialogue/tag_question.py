# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a short question hung on a sentence without a comma: “You like him don’t you?”

Why a reader minds: the comma is the pause in which the speaker turns to the listener.

When to leave it: in rushed speech, on purpose.

Example: “You like him don’t you?” → “You like him, don’t you?”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.lexicon import words
from redraft.checks.story import Passage

_TAG = re.compile(
    r"(?P<word>[\w']+) (?P<tag>(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|can't"
    r"|couldn't|won't"
    r"|wouldn't|shouldn't|ain't) (?:i|you|he|she|it|we|they|there)|eh|huh)\?"
)
_CLAUSE = re.compile(r"(?:^|[.!?…,;—\"] ?)(?:(?:and|but|so|oh|well|yeah|yes|no|then|because),? )?(?:i|you|he|she|it"
                     r"|we|they|this|that|there|the \w+|your \w+)(?:'\w+)? [^.!?…;—\"]*$")
_OPENERS = words("why what who where when how if or and but so because that which")


@check(
    id="tag-question", name="Tag question without its comma", category="comma", weight=0.75, sure=True,
    examples=(
        Fires("“You like ⟦him don’t⟧ you?”", "him, don’t"),
        Fires("“It’s a bit ⟦late isn’t⟧ it?”", "late, isn’t"),
        Quiet("“You like him, don’t you?”"),
        Quiet("“Why don’t you?”"),
        Quiet("“What if he doesn’t?”"),
        Quiet("“If I come, why can’t you?”"),
        Quiet("“Does he know why I can’t?”"),
    ),
)
def tag_question(passage: Passage) -> Iterator[Found]:
    """Tags that follow a statement directly."""
    lower = passage.lower
    if "?" not in lower:
        return
    for match in _TAG.finditer(lower):
        if match["word"] in _OPENERS or not _CLAUSE.search(lower[max(0, match.start() - 120) : match.start("tag")]):
            continue
        end = match.start("tag") + len(match["tag"].split()[0])
        fix = passage.text[match.start() : match.end("word")] + ", " + passage.text[match.start("tag") : end]
        yield Found(match.start(), end, "A comma parts the short question from the statement before it.", (fix,))
