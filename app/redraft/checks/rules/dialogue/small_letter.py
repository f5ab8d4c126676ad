# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an action after a finished speech that begins with a small letter: “No.” he turned away.

Why a reader minds: the speech is over and a new sentence begins, but nothing shows it; the reader takes the words for
a tag first.

When to leave it: never, unless the whole story is written without capitals.

Example: “No.” he turned away. → “No.” He turned away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import Tag, acts, may_say, raised, rough, spoken, tag_after, turns
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_SUBJECT = re.compile(
    r"(he|she|they|we|it|his|her|their|my|our|the|an?|there|then|everyone|everybody|someone|nobody|no one|both|another"
    r"|when|as|after|suddenly)\b(?!['])"
)
_ABBREVIATED = re.compile(r"\b(?:[a-zA-Z]\.){2,}$|\b(?:etc|Mr|Mrs|Dr|Ltd|Co|Jr|Sr)\.$")


@check(
    id="dialogue-small-letter", name="Small letter after a finished speech", category="dialogue-punctuation",
    severity=Severity.ERROR, sure=True, weight=0.85,
    examples=(
        Fires("“No.” ⟦he⟧ turned away.", "He"),
        Fires("“What now?” ⟦she⟧ looked at the door.", "She"),
        Fires("\"Never.\" ⟦the⟧ boy shook his head.", "The"),
        Quiet("“No.” He turned away."),
        Quiet("“What now?” she asked."),
        Quiet("“No!” he laughed."),
        Quiet("“What now?” she said, and looked at the door."),
        Quiet("His “no.” he looked at twice."),
    ),
)
def small_letter(passage: Passage) -> Iterator[Found]:
    """Small letters after the end of a speech and of its sentence."""
    for turn in turns(passage):
        mark = passage.straight[turn.inner_end - 1]
        if not turn.closed or mark not in ".?!" or passage.straight[turn.inner_end - 2 : turn.inner_end] == "..":
            continue
        if not spoken(passage, turn) or _ABBREVIATED.search(turn.inner(passage.straight)):
            continue
        start = turn.end + (passage.text[turn.end : turn.end + 1] == " ")
        head = _SUBJECT.match(passage.straight, start)
        tag = tag_after(passage, turn)
        if head is None or (tag is not None and not _begins(passage, tag, mark)) or (tag is None and mark != "."):
            continue
        word = passage.text[start : head.end(1)]
        message = f"The speech is finished; “{word}” begins a new sentence."
        yield Found(start, head.end(1), message, (raised(word),))


def _begins(passage: Passage, tag: Tag, mark: str) -> bool:
    """Whether the words are no tag: an action, or after a full stop a verb with an object of its own."""
    if tag.inverted:
        return False
    if mark == ".":
        return not may_say(tag)
    return acts(passage, tag) and (tag.saying is not None or rough(passage))
