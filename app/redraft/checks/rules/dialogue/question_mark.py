# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a question in speech that ends with a full stop or a comma: “Where are you going.”

Why a reader minds: the mark gives the voice its tune; a question without it sounds flat.

When to leave it: when the speaker does not ask: an order in the form of a question, a threat, a weary echo.

Example: “Where are you going.” → “Where are you going?”
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import Turn, last_word, says, tag_after, turns
from redraft.checks.lexicon import words
from redraft.checks.questions import asks
from redraft.checks.story import Passage

_ASKED = words("asked asks ask inquired inquires enquired enquires wondered wonders demanded demands queried queries")


@check(
    id="dialogue-question-mark",
    name="Question without a question mark",
    category="dialogue-punctuation",
    weight=0.7,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("“Where are you ⟦going.”⟧", "going?”"),
        Fires("“You want to know, don’t ⟦you.”⟧ He smiled.", "you?”"),
        Fires("“What did he ⟦say,”⟧ she asked.", "say?”"),
        Fires('"Do you know ⟦him."⟧', 'him?"'),
        Quiet("“Where are you going?”"),
        Quiet("“Where you are going.”"),
        Quiet("“What I did was wrong.”"),
        Quiet("“Don’t you dare.”"),
        Quiet("“I know where you are going.”"),
        Quiet("“Do come in.”"),
        Quiet("“How clever he is.”"),
        Quiet("“That, I suppose,” he said, “is that man who wrote to you.”"),
    ),
)
def question_mark(passage: Passage) -> Iterator[Found]:
    """The last sentence of each speech, where it is a question by its form."""
    text = passage.straight
    for turn in turns(passage):
        inner = turn.inner(text)
        if not turn.closed or inner[-1] not in ".," or inner[-2:-1] == "." or not asks(inner):
            continue
        if _continues(inner):
            continue
        tag = tag_after(passage, turn)
        if tag is not None and inner[-1] == "." and says(tag):
            continue  # the full stop before a tag is another rule's, and its fix knows the question
        if inner[-1] == "," and (tag is None or tag.verb not in _ASKED or _goes_on(passage, turn)):
            continue
        start = last_word(passage.text, turn.inner_start, turn.inner_end - 1)
        fix = passage.text[start : turn.inner_end - 1] + "?" + passage.text[turn.inner_end : turn.end]
        yield Found(start, turn.end, "This is a question by its form, and it ends without a question mark.", (fix,))


def _continues(inner: str) -> bool:
    """Whether the words go on with a sentence that began before the tag."""
    words = inner.lstrip("….— '")
    return words[:1].islower() and not any(mark in words[:-1] for mark in ".!?")


def _goes_on(passage: Passage, turn: Turn) -> bool:
    """Whether the question goes on behind its tag: “Did you,” he asked, “really come?”"""
    return not turn.last and passage.straight[turn.after + 1 : turn.after + 2].islower()
