# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a speech that runs into its tag without a comma, or has the comma behind the closing quote mark.

Why a reader minds: the comma inside the quote marks is where the voice stops and the telling goes on.

When to leave it: when the quoted words are not a speech but part of the telling (the word “no” he said so often).

Example: “I’m fine” she said. → “I’m fine,” she said.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import first_word, lowered, shown, spoken, tag_at, turns, wants_lower_case
from redraft.checks.finding import Severity
from redraft.checks.speech_verbs import Saying
from redraft.checks.story import Passage


@check(
    id="dialogue-missing-comma", name="No comma between a speech and its tag", category="dialogue-punctuation",
    severity=Severity.ERROR, sure=True, weight=0.93, sentence_bound=True,
    examples=(
        Fires("“I’m ⟦fine”⟧ she said.", "fine,”"),
        Fires("“I’m ⟦fine”,⟧ she said.", "fine,”"),
        Fires("\"Good to see ⟦you\"⟧ Tom said.", 'you,"'),
        Fires("‘It’s ⟦late’⟧ said the old man.", "late,’"),
        Fires("“I’m ⟦fine” She⟧ said.", "fine,” she"),
        Quiet("“I’m fine,” she said."),
        Quiet("The “friends” he mentioned never came."),
        Quiet("It was the third “no” he said that day."),
        Quiet("“I’m fine—” she said."),
        Quiet("“Why?” she said."),
        Quiet("She had read “The Raven”, he said."),
    ),
)
def missing_comma(passage: Passage) -> Iterator[Found]:
    """Speeches that end in a letter, with their tag behind them."""
    text = passage.straight
    for turn in turns(passage):
        if not turn.closed or not text[turn.inner_end - 1].isalnum() or not _whole(passage, turn.start, turn.before):
            continue
        outside = text[turn.end : turn.end + 1] == ","
        tag = tag_at(text, turn.end + outside, turn.after)
        if tag is None or not tag.fits or tag.saying is not Saying.PURE or not spoken(passage, turn):
            continue
        start = turn.inner_end - 1
        while start > turn.inner_start and text[start - 1].isalnum():
            start -= 1
        last = passage.text[start : turn.inner_end] + "," + passage.text[turn.inner_end : turn.end]
        message = f"A comma inside the quote marks joins the speech to “{shown(passage, tag)}”."
        if wants_lower_case(passage, tag):
            word = first_word(passage, tag)
            gap = passage.text[turn.end + outside : tag.first]
            yield Found(start, tag.first + len(word), message, (last + gap + lowered(word),))
        else:
            yield Found(start, turn.end + outside, message, (last,))


def _whole(passage: Passage, start: int, before: int) -> bool:
    """Whether the speech stands at the head of a sentence, and is not a quoted word in the middle of one."""
    lead = passage.straight[before:start].rstrip()
    return not lead or lead[-1] in ".!?…,:—\""
