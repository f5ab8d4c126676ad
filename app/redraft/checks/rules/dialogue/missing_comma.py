# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a speech that runs into its tag without a comma, or has the comma behind the closing quote mark.

Why a reader minds: the comma inside the quote marks is where the voice stops and the telling goes on.

When to leave it: when the quoted words are not a speech but part of the telling (the word “no” he said so often).

Example: “I’m fine” she said. → “I’m fine,” she said.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import (
    Tag,
    Turn,
    first_word,
    is_small,
    joining_marks,
    last_word,
    lowered,
    may_say,
    says,
    shown,
    spoken,
    tag_at,
    turns,
    wants_lower_case,
)
from redraft.checks.finding import Severity
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
        Fires("“Are you ⟦fine”⟧ she asked.", "fine?”"),
        Fires("“Are you ⟦fine?”,⟧ she asked.", "fine?”"),
        Fires("“I’m ⟦fine”⟧ she snapped.", "fine,”"),
        Quiet("“I’m fine,” she said."),
        Quiet("The “friends” he mentioned never came."),
        Quiet("It was the third “no” he said that day."),
        Quiet("“I’m fine—” she said."),
        Quiet("“Why?” she said."),
        Quiet("She had read “The Raven”, he said."),
        Quiet("He knew the word “fine” she snapped so often."),
        Quiet("“I’m fine”—she rose—“and well.”"),
    ),
)
def missing_comma(passage: Passage) -> Iterator[Found]:
    """Speeches that end in a letter, or have their comma outside, with their tag behind them."""
    text = passage.straight
    for turn in turns(passage):
        outside = text[turn.end : turn.end + 1] == ","
        end = text[turn.inner_end - 1]
        if not turn.closed or not (end.isalnum() or (outside and end in "?!…")):
            continue
        tag = tag_at(text, turn.end + outside, turn.after)
        if tag is None or not spoken(passage, turn) or not _whole(passage, turn.start, turn.before):
            continue
        if says(tag) or (may_say(tag) and is_small(passage, tag) and tag.kind != "name"):
            yield _found(passage, turn, tag, outside)


def _found(passage: Passage, turn: Turn, tag: Tag, outside: bool) -> Found:
    start = last_word(passage.text, turn.inner_start, turn.inner_end)
    marked = not passage.text[turn.inner_end - 1].isalnum()
    marks = ("",) if marked else joining_marks(passage, turn, tag)
    said, quote = passage.text[start : turn.inner_end], passage.text[turn.inner_end : turn.end]
    message = f"A comma inside the quote marks joins the speech to “{shown(passage, tag)}”."
    if marked:
        message = f"The “{said[-1]}” is enough before “{shown(passage, tag)}”; no comma follows the quote mark."
    elif marks[0] == "?":
        message = f"This is a question; its mark stands inside the quote marks, before “{shown(passage, tag)}”."
    if not wants_lower_case(passage, tag):
        return Found(start, turn.end + outside, message, tuple(said + each + quote for each in marks))
    word = first_word(passage, tag)
    rest = quote + passage.text[turn.end + outside : tag.first] + lowered(word)
    return Found(start, tag.first + len(word), message, tuple(said + each + rest for each in marks))


def _whole(passage: Passage, start: int, before: int) -> bool:
    """Whether the speech stands at the head of a sentence, and is not a quoted word in the middle of one."""
    lead = passage.straight[before:start].rstrip()
    return not lead or lead[-1] in ".!?…,:—\""
