# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: two whole sentences with nothing at all between them: It was late he went home.

Why a reader minds: the reader runs over the edge of the first sentence and has to climb back.

When to leave it: in a mind that races, where the want of marks is the point.

Example: It was late he went home. → It was late. He went home.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.commas.suspects import JUDGE, suspects
from redraft.checks.rates import ROUGH
from redraft.checks.story import Passage


@check(
    id="run-on",
    name="Two sentences without a mark",
    category="comma-splice",
    weight=0.5,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("The old man opened the heavy ⟦door it⟧ was dark inside.", "door. It"),
        Quiet("The old man opened the heavy door. It was dark inside."),
        Quiet("He knew it was dark inside."),
        Quiet("The man he saw was his father."),
    ),
)
def run_on(passage: Passage) -> Iterator[Found]:
    """Gaps in which the judge of commas looks for a full stop; but in a rough draft, only with a second voice."""
    tokens = passage.analysis.tokens
    rough = passage.story.roughness is None or passage.story.roughness >= ROUGH
    for each in suspects(passage):
        if each.task == "run-on":
            before, word = tokens[each.place.left], tokens[each.place.right]
            raised = word.text[0].upper() + word.text[1:]
            message = f"With “{word.text}” a new sentence begins, but nothing ends the one before."
            fixes = (f"{before.text}. {raised}", f"{before.text}, {word.text}", f"{before.text}; {word.text}")
            yield Found(before.start, word.end, message, fixes, unsure=each.unsure or not rough, judge=JUDGE)
