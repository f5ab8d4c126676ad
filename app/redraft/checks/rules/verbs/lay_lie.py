# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: laid and laying for lay and lying: He laid down on the bed. She was laying on the floor.

Why a reader minds: whoever lays, lays something; whoever lies, lies. Lied is what liars did.

When to leave it: in the mouth of somebody who speaks so, as most of us do.

Example: He laid down on the bed. → He lay down on the bed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_BED = (
    r"(?:the|his|her|my|their|a|its|our) (?:[a-z]+ )?"
    r"(?:bed|floor|ground|couch|sofa|grass|sand|bunk|cot|mattress|carpet|pavement|snow|mat)"
)
_THERE = (
    r"(?:(?:back )?down(?= (?:on|in|beside|next to|upon|to sleep|and|again|for|at once|under)\b|[.,;!?])"
    rf"|on {_BED}|in bed|(?:wide )?awake|there(?=[.,;!?]| (?:for|and|in|like|with|until)\b)"
    r"|still(?=[.,;!?]| (?:and|for|on|in)\b)|face ?down|on (?:his|her|my|its|their) (?:back|side|stomach|belly)s?"
    r"|motionless|unconscious|asleep|next to|beside|dead)"
)
_WHO = r"(?<![\w'-])(?:he|she|i|they|we|who)"
_LAID = re.compile(rf"{_WHO} (?:just |simply |then |slowly |quickly |quietly )?(laid|lied) {_THERE}(?![\w'])")
_HAD_LAID = re.compile(
    rf"{_WHO}(?: had|'d|'ve| have| has) (?:just |only |never |already )?(laid|lied) {_THERE}(?![\w'])"
)
_LAYING = re.compile(
    r"(?<![\w'-])(?:was|were|is|are|be|been|am|'m|'re|found (?:him|her|them)|saw (?:him|her|them)) "
    rf"(?:just |still |now |all )?(laying) {_THERE}(?![\w'])"
)
_TO_LAY = re.compile(
    r"(?<![\w'-])(?:to|could|would|should|must|will|can|might|didn't|don't) (lay) "
    r"(?:down (?:on|and|for|again|beside|next)\b|down(?=[.,;!?])|in bed|awake)(?![\w'])"
)


@check(
    id="lay-lie",
    name="Lay for lie",
    category="verb-form",
    weight=0.72,
    sure=True,
    examples=(
        Fires("He ⟦laid⟧ down on the bed.", "lay"),
        Fires("She was ⟦laying⟧ on the floor.", "lying"),
        Fires("They ⟦lied⟧ down and slept.", "lay"),
        Fires("I had just ⟦laid⟧ down.", "lain", person="first"),
        Fires("He wanted to ⟦lay⟧ down for a while.", "lie"),
        Quiet("He lay down on the bed and laid down his book."),
        Quiet("She was laying the table."),
        Quiet("He laid on the whip."),
        Quiet("They lied about the money."),
        Quiet("The rules were laid down and the rails were laid on the ground."),
        Quiet("“I was laying on the floor,” he said."),
        Quiet("She was laying down the law."),
    ),
)
def lay_lie(passage: Passage) -> Iterator[Found]:
    """Forms of “lay” with a place or “down” behind them and nothing laid; in speech only with a second voice."""
    lower = passage.lower
    if "la" not in lower and "lie" not in lower:
        return
    for pattern, forms in (
        (_HAD_LAID, {"laid": "lain", "lied": "lain"}), (_LAID, {"laid": "lay", "lied": "lay"}),
        (_LAYING, {"laying": "lying"}), (_TO_LAY, {"lay": "lie"}),
    ):  # fmt: skip
        for match in pattern.finditer(lower):
            if not _lays_something(passage, match):
                yield _found(passage, match, forms[match.group(1)])


def _lays_something(passage: Passage, match: re.Match[str]) -> bool:
    """Whether something is laid after all: an object of the verb, by the parse."""
    index = passage.analysis.token_index(match.start(1))
    near = passage.analysis.tokens[index + 1 : index + 14]
    return any(each.head == index and each.dep in ("dobj", "obj") for each in near)


def _found(passage: Passage, match: re.Match[str], new: str) -> Found:
    start, end = match.span(1)
    old = passage.text[start:end]
    fix = fitted(old, new, passage.text)
    speech = passage.analysis.zone(start) is not Zone.NARRATION
    return Found(start, end, f"Nothing is laid here: of “lie” the form is “{fix}”.", (fix,), unsure=speech)
