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

_HELPER = (
    r"(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|can't|couldn't|won't|wouldn't|shouldn't"
    r"|ain't)"
)
_TAG = re.compile(rf"(?P<word>[\w']+) (?P<tag>{_HELPER} (?:i|you|he|she|it|we|they|there)|eh|huh)\?")
_AFTER_NOT = re.compile(
    r"(?:n't|\bnot|\bnever|\bnothing|\bnobody)\b[^.!?…,;—\"]* (?P<word>[\w']+) (?P<tag>(?:are|is|was|were|do|does|did"
    r"|have|has|can|could|will|would|am) (?:i|you|he|she|it|we|they|there))\?"
)
_BEFORE = re.compile(r"[^.!?…;—\"]*$")
_ASKS = re.compile(
    r"(?:^|, |\b(?:and|but|so|oh|well|then) )(?:why|what|who|whom|whose|where|when|how|which|if|do|does|did|is|are|was"
    r"|were|have|has|can|could|will|would|should|am)\b|\b(?:why|if|whether|ask|asks|asked|wonder|wondered)\b"
)
_OPENERS = words("why what who where when how if or and but so because that which than as")


@check(
    id="tag-question", name="Tag question without its comma", category="comma", weight=0.75, sure=True,
    examples=(
        Fires("“You like ⟦him don’t⟧ you?”", "him, don’t"),
        Fires("“It’s a bit ⟦late isn’t⟧ it?”", "late, isn’t"),
        Fires("“You’re not ⟦coming are⟧ you?”", "coming, are"),
        Fires("“Warm in ⟦here isn’t⟧ it?”", "here, isn’t"),
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
    for pattern in (_TAG, _AFTER_NOT):
        for match in pattern.finditer(lower):
            before = _BEFORE.search(lower, max(0, match.start("tag") - 160), match.start("tag"))
            if match["word"] in _OPENERS or before is None or _ASKS.search(before.group().strip()):
                continue
            yield _found(passage, match)


def _found(passage: Passage, match: re.Match[str]) -> Found:
    start, cut = match.start("word"), match.start("tag")
    end = cut + len(match["tag"].split()[0])
    fix = passage.text[start : match.end("word")] + ", " + passage.text[cut:end]
    tag = passage.text[cut : match.end("tag")]
    return Found(start, end, f"“{tag}” is a short question hung on the statement; a comma parts the two.", (fix,))
