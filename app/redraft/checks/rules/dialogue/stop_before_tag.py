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
from redraft.checks.dialogue import (
    Tag,
    Turn,
    first_word,
    is_small,
    joining_marks,
    lowered,
    may_say,
    raised,
    rough,
    says,
    shown,
    spoken,
    tag_after,
    turns,
    wants_lower_case,
)
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_ABBREVIATED = re.compile(r"\b(?:[a-zA-Z]\. ?){2,},?$|\b(?:etc|Mr|Mrs|Dr|Ltd|Co|Jr|Sr)\.$")
_STOP = re.compile(r"(?<![.,;])(?:\.|,\.|\.,|;\.|;)$")
_NEXT_SPEECH = re.compile(r"[^.!?…]{0,80}[,:]\s*$")


@check(
    id="dialogue-stop-before-tag", name="Full stop before a dialogue tag", category="dialogue-punctuation",
    severity=Severity.ERROR, sure=True, weight=0.95, sentence_bound=True,
    examples=(
        Fires("“I’ll just leave⟦.” She⟧ said before storming out.", ",” she"),
        Fires("“We don’t know that⟦.”⟧ Tsunade said.", ",”"),
        Fires("“It is late⟦.” The⟧ old man whispered.", ",” the"),
        Fires("“It is late⟦.”⟧ said the old man.", ",”"),
        Fires("‘I don’t mind⟦.’ He⟧ replied.", ",’ he"),
        Fires("“I told you so⟦.” She⟧ told him quietly.", ",” she"),
        Fires("“What do you want⟦.” He⟧ said.", "?” he"),
        Fires("“It is late⟦,.”⟧ she said.", ",”"),
        Fires("“It is late⟦.” she⟧ snapped.", ",” she"),
        Fires("“It is late⟦.”⟧ I say.", ",”"),
        Quiet("“I’ll leave.” She snapped the lock shut."),
        Quiet("“This is G.H.Q.,” Oscar said."),
        Quiet("“G. D. L.,” I said, to be saying something."),
        Quiet("“I’ll leave.” She said nothing more."),
        Quiet("“I’ll leave.” She said it twice."),
        Quiet("“I’ll leave,” she said."),
        Quiet("“I’ll leave.” He told her about the house."),
        Quiet("“I’ll leave.” She asked him to stay."),
        Quiet("“I’ll leave.” He continued walking."),
        Quiet("“I’ll leave.” She thought for a moment."),
        Quiet("“Stop.” He turned and said, “I mean it.”"),
        Quiet("They met at ten “p.m.” he said."),
        Quiet("“What do you want?” he said."),
    ),
)
def stop_before_tag(passage: Passage) -> Iterator[Found]:
    """Full stops where the tag that follows asks for a comma."""
    text = passage.straight
    for turn in turns(passage):
        inner = turn.inner(text)
        stop = _STOP.search(inner)
        if not turn.closed or stop is None or _ABBREVIATED.search(inner):
            continue
        tag = tag_after(passage, turn)
        if tag is None or not spoken(passage, turn) or text[tag.verb_end : tag.verb_end + 1] == ":":
            continue
        if says(tag) or (may_say(tag) and is_small(passage, tag) and tag.kind != "name"):
            yield _found(passage, turn, tag, turn.inner_start + stop.start())


def _found(passage: Passage, turn: Turn, tag: Tag, stop: int) -> Found:
    marks = joining_marks(passage, turn, tag)
    quote = passage.text[turn.inner_end : turn.end]
    message = f"“{shown(passage, tag)}” tags the speech before it, so a comma joins them, not a full stop."
    if marks[0] == "?":
        message = f"“{shown(passage, tag)}” tags a question: it ends with its question mark and goes on with the tag."
    unsure = _may_lead_on(passage, turn, tag)
    word = first_word(passage, tag)
    if wants_lower_case(passage, tag):
        gap = passage.text[turn.end : tag.first]
        fixes = tuple(each + quote + gap + lowered(word) for each in marks)
        return Found(stop, tag.first + len(word), message, fixes, unsure=unsure)
    if not says(tag):
        gap = passage.text[turn.end : tag.first]
        fixes = (*(each + quote + gap + word for each in marks), "." + quote + gap + raised(word))
        return Found(stop, tag.first + len(word), message, fixes, unsure=unsure)
    return Found(stop, turn.end, message, tuple(each + quote for each in marks), unsure=unsure)


def _may_lead_on(passage: Passage, turn: Turn, tag: Tag) -> bool:
    """Whether the words may rather lead to the speech behind them: “No.” He said, “I mean it.”"""
    if turn.last or tag.inverted or is_small(passage, tag) or rough(passage):
        return False
    if _NEXT_SPEECH.fullmatch(passage.straight[tag.verb_end : turn.after]) is None:
        return False
    return not passage.text[turn.after + 1 : turn.after + 2].islower()
