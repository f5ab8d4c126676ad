# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a dialogue tag with a capital although the sentence goes on: “Why?” She asked.

Why a reader minds: after a question mark, an exclamation mark or a comma that closes a speech, the tag is the rest of
the same sentence. The capital makes it look like a new one.

When to leave it: when the words are not the tag but a new action, or begin with a name.

Example: “Why?” She asked. → “Why?” she asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import first_word, lowered, shown, spoken, tag_after, turns, wants_lower_case
from redraft.checks.finding import Severity
from redraft.checks.speech_verbs import Saying
from redraft.checks.story import Passage


@check(
    id="dialogue-capital-tag", name="Capital on a dialogue tag", category="dialogue-punctuation",
    severity=Severity.ERROR, sure=True, weight=0.92,
    examples=(
        Fires("“What happened?” ⟦He⟧ asked.", "he"),
        Fires("“Get out!” ⟦She⟧ yelled, pushing him away.", "she"),
        Fires("“I know,” ⟦He⟧ said.", "he"),
        Fires("“I know,” ⟦The⟧ boy whispered.", "the"),
        Fires("\"Is it?\" ⟦Said⟧ Tom.", "said"),
        Fires("“I thought…” ⟦She⟧ murmured.", "she"),
        Quiet("“What happened?” He asked her to sit down."),
        Quiet("“What happened?” he asked."),
        Quiet("“What happened?” Kakashi asked."),
        Quiet("“What happened?” I asked."),
        Quiet("“Get out!” She had said it before."),
        Quiet("“What happened?” He turned away."),
        Quiet("“Oh!” She cried for an hour."),
    ),
)
def capital_tag(passage: Passage) -> Iterator[Found]:
    """Tags with a capital after a mark that does not end the sentence."""
    text = passage.straight
    for turn in turns(passage):
        inner = turn.inner(text)
        if not turn.closed or not inner or not inner.endswith(("?", "!", ",", "…", "...", "—", "-")):
            continue
        tag = tag_after(passage, turn)
        if tag is None or not wants_lower_case(passage, tag) or not spoken(passage, turn):
            continue
        if tag.kind == "noun" and tag.verb.startswith("remind"):
            continue  # it is as often a thing that reminds
        comma = inner[-1] == "," and tag.saying is not Saying.NEVER and tag.saying is not None
        if not ((tag.fits and tag.saying is Saying.PURE) or comma):
            continue
        word = first_word(passage, tag)
        message = f"“{shown(passage, tag)}” goes on with the sentence of the speech, so it has no capital."
        yield Found(tag.first, tag.first + len(word), message, (lowered(word),))
