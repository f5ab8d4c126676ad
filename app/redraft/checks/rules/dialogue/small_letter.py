# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an action after a finished speech that begins with a small letter: “No.” he turned away.

Why a reader minds: the speech is over and a new sentence begins, but nothing shows it; the reader takes the words for
a tag first.

When to leave it: never, unless the whole story is written without capitals.

Example: “No.” he turned away. → “No.” He turned away.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import first_word, raised, spoken, tag_after, turns
from redraft.checks.finding import Severity
from redraft.checks.speech_verbs import Saying
from redraft.checks.story import Passage


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
        if not turn.closed or passage.straight[turn.inner_end - 1] not in ".?!":
            continue
        tag = tag_after(passage, turn)
        if tag is None or tag.inverted or tag.saying is not Saying.NEVER or not spoken(passage, turn):
            continue
        word = first_word(passage, tag)
        if word[0].islower():
            message = f"The speech is finished; “{word}” begins a new sentence."
            yield Found(tag.first, tag.first + len(word), message, (raised(word),))
