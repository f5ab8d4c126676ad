# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a sentence that opens with a whole clause (“When …”, “If …”) or with “Seeing …”, and no comma
behind it.

Why a reader minds: without the comma the subject of the sentence is taken for the object of the opening: “When he ate
the dog barked.”

When to leave it: after a short opening, where nobody can go wrong.

Example: When the rain had stopped he went home. → When the rain had stopped, he went home.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.comma_habit import openings
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_HABIT = 0.8
"""Share of openings with a comma from which on one without is taken for an oversight."""
_ROUGH = 2.0
"""Sure errors per 1,000 words from which on a missing one is taken for an oversight without more ado."""


@check(
    id="comma-after-opening", name="No comma after an opening clause", category="comma", weight=0.5, sure=True,
    sentence_bound=True,
    examples=(
        Fires("When the long rain had stopped at ⟦last he⟧ went home.", "last, he"),
        Fires("If you had asked me about the ⟦house I⟧ would have told you.", "house, I"),
        Fires("Walking slowly down the wet ⟦street she⟧ thought of her mother.", "street, she"),
        Quiet("When the long rain had stopped at last, he went home."),
        Quiet("When he came he was tired."),
        Quiet("As if he had known, he turned."),
        Quiet("He went home when the long rain had stopped at last."),
        Quiet("Walking slowly down the wet street was what she liked."),
        Quiet("While the dog that she had seen before slept, he read."),
    ),
)
def opening_clause(passage: Passage) -> Iterator[Found]:
    """Openings without their comma, where this story sets it elsewhere or is a rough draft."""
    habit = passage.story.opening_commas
    kept = habit is not None and habit >= _HABIT
    rough = (passage.story.roughness or 0.0) >= _ROUGH and (habit is None or habit >= 0.3)
    for each in openings(passage.analysis):
        if each.comma or passage.analysis.tokens[each.subject - 1].lower == "then":
            continue
        before, word = passage.analysis.tokens[each.subject - 1], passage.analysis.tokens[each.subject]
        speech = passage.analysis.zone(word.start) is not Zone.NARRATION
        message = f"The sentence itself begins with “{word.text}”; a comma parts it from its opening."
        fix = passage.text[before.start : before.end] + ", " + word.text
        yield Found(before.start, word.end, message, (fix,), unsure=speech or not (kept or rough))
