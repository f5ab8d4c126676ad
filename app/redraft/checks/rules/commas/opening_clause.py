# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a sentence that opens with a whole clause (“When …”, “If …”), with “Seeing …” or with a word such as
“However”, and no comma behind it.

Why a reader minds: without the comma the subject of the sentence is taken for the object of the opening: “When he ate
the dog barked.”

When to leave it: after a short opening, where nobody can go wrong. How often this story sets the comma is counted and
weighed.

Example: When the rain had stopped he went home. → When the rain had stopped, he went home.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.comma_habit import openings
from redraft.checks.commas.findings import missing, surest
from redraft.checks.commas.suspects import odds_of
from redraft.checks.lexicon import words
from redraft.checks.rates import CLEAN
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_KINDS = words("open-clause open-verb open-phrase open-word")
_LINKS = words("however nevertheless moreover furthermore unfortunately fortunately consequently additionally")
_HABIT = 0.8
"""Share of openings with a comma from which on one without is taken for an oversight."""
_LIKELY = -2.0
"""Log-odds of a missing comma from which on the parse is believed."""
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
)  # fmt: skip
def opening_clause(passage: Passage) -> Iterator[Found]:
    """Openings without their comma: where the judge of commas misses it, or the parse is plain and the habit kept."""
    judged = missing(passage, _KINDS, lambda _, word: _message(word))
    yield from surest((*judged, *_plain(passage), *_linked(passage)))


def _linked(passage: Passage) -> Iterator[Found]:
    """“However he …”, “Unfortunately the …” at a sentence's head; in a clean book only with a second voice."""
    tokens = passage.analysis.tokens
    for sentence in passage.analysis.sentences:
        first = sentence.first + (tokens[sentence.first].text in ("“", '"', "‘", "'"))
        if first + 2 < sentence.last and tokens[first].lower in _LINKS and tokens[first + 1].tag in ("PRP", "DT", "EX"):
            before, word = tokens[first], tokens[first + 1]
            fix = passage.text[before.start : before.end] + ", " + word.text
            clean = (passage.story.roughness or 0.0) <= CLEAN
            yield Found(before.start, word.end, _message(word.text), (fix,), unsure=clean)


def _plain(passage: Passage) -> Iterator[Found]:
    habit = passage.story.opening_commas
    kept = habit is not None and habit >= _HABIT
    rough = (passage.story.roughness or 0.0) >= _ROUGH and (habit is None or habit >= 0.3)
    odds: dict[int, float] | None = None
    for each in openings(passage.analysis):
        before, word = passage.analysis.tokens[each.subject - 1], passage.analysis.tokens[each.subject]
        if each.comma or before.lower == "then":
            continue
        odds = odds if odds is not None else odds_of(passage, "missing") or {}
        speech = passage.analysis.zone(word.start) is not Zone.NARRATION
        doubtful = speech or odds.get(each.subject - 1, 0.0) < _LIKELY or not (kept or rough)
        fix = passage.text[before.start : before.end] + ", " + word.text
        yield Found(before.start, word.end, _message(word.text), (fix,), unsure=doubtful)


def _message(word: str) -> str:
    return f"The sentence itself begins with “{word}”; a comma parts it from its opening."
