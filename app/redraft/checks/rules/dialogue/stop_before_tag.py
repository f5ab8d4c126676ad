# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a full stop between a speech and its tag, with or without a capital after it.

Why a reader minds: the tag belongs to the sentence that is spoken; a full stop cuts it off, and the reader stumbles
over “She said.” standing alone.

When to leave it: when the words after the speech do not tag it but say what happens next (“She said nothing.”).

Example: “I’ll leave.” She said. → “I’ll leave,” she said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import Tag, Turn, first_word, lowered, shown, spoken, tag_after, turns, wants_lower_case
from redraft.checks.finding import Severity
from redraft.checks.speech_verbs import Saying
from redraft.checks.story import Passage

_ABBREVIATED = re.compile(r"\b(?:[a-zA-Z]\.){2,}$|\b(?:etc|Mr|Mrs|Dr|Ltd|Co|Jr|Sr)\.$")
_NEXT_SPEECH = re.compile(r"[^.!?…]{0,80}[,:]\s*$")


@check(
    id="dialogue-stop-before-tag", name="Full stop before a dialogue tag", category="dialogue-punctuation",
    severity=Severity.ERROR, sure=True, weight=0.95, sentence_bound=True,
    examples=(
        Fires("“I’ll just leave⟦.” She⟧ said before storming out.", ",” she"),
        Fires("“We don’t know that⟦.”⟧ Tsunade said.", ",”"),
        Fires("\"You can't stop me⟦.\" He⟧ said, standing up.", '," he'),
        Fires("“It is late⟦.” The⟧ old man whispered.", ",” the"),
        Fires("“It is late⟦.”⟧ said the old man.", ",”"),
        Fires("‘I don’t mind⟦.’ He⟧ replied.", ",’ he"),
        Fires("“I told you so⟦.” She⟧ told him quietly.", ",” she"),
        Quiet("“I’ll leave.” She said nothing more."),
        Quiet("“I’ll leave.” She said it twice."),
        Quiet("“I’ll leave,” she said."),
        Quiet("“I’ll leave.” He told her about the house."),
        Quiet("“I’ll leave.” She asked him to stay."),
        Quiet("“I’ll leave.” He continued walking."),
        Quiet("“I’ll leave.” She thought for a moment."),
        Quiet("“Stop.” He turned and said, “I mean it.”"),
        Quiet("They met at ten “p.m.” he said."),
    ),
)
def stop_before_tag(passage: Passage) -> Iterator[Found]:
    """Full stops where the tag that follows asks for a comma."""
    text = passage.straight
    for turn in turns(passage):
        inner = turn.inner(text)
        if not turn.closed or not inner.endswith(".") or inner.endswith("..") or _ABBREVIATED.search(inner):
            continue
        tag = tag_after(passage, turn)
        if tag is None or not tag.fits or tag.saying is not Saying.PURE or not spoken(passage, turn):
            continue
        if text[tag.verb_end : tag.verb_end + 1] != ":":
            yield _found(passage, turn, tag)


def _found(passage: Passage, turn: Turn, tag: Tag) -> Found:
    stop = turn.inner_end - 1
    opens_next = not turn.last and _NEXT_SPEECH.fullmatch(passage.straight[tag.verb_end : turn.after]) is not None
    message = f"“{shown(passage, tag)}” tags the speech before it, so a comma joins them, not a full stop."
    if not wants_lower_case(passage, tag):
        return Found(stop, turn.end, message, ("," + passage.text[stop + 1 : turn.end],), unsure=opens_next)
    word = first_word(passage, tag)
    fix = "," + passage.text[stop + 1 : tag.first] + lowered(word)
    return Found(stop, tag.first + len(word), message, (fix,), unsure=opens_next)
