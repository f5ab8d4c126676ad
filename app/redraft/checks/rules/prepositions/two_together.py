# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: two small words of place side by side, one left over from an earlier wording: walked to into the room.

Why a reader minds: one says where, the other says where else.

When to leave it: where the first belongs to the verb (the men he had looked at in the street).

Example: He walked to into the room. → He walked into the room.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.fluency import swap_gain
from redraft.checks.lexicon import words
from redraft.checks.phrases import fitted
from redraft.checks.rules.spelling.pairs import times_together
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice

_SMALL = words("to of in on at for from with into onto")
_NOUNS = ("DT", "PRP$", "NN", "NNS", "PRP", "NNP")
_GAIN, _HINT = 12.0, 9.0
"""Bits by which the row must be likelier without one of the two, and from which a second voice is enough."""
_USUAL = 100.0
"""Pairs that novels have so often are no slips: in on, on to, in from."""


@check(
    id="two-prepositions", name="Two small words of place together", category="extra-word", weight=0.66, sure=True,
    examples=(
        Fires("He walked ⟦to into⟧ the room.", "into"),
        Fires("She was sitting ⟦at on⟧ the table.", "on"),
        Quiet("He walked into the room and sat at the table."),
        Quiet("He came in from the garden and went on to the house."),
        Quiet("They were yelled at by porters, and looked at in the street."),
    ),
)
def two_prepositions(passage: Passage) -> Iterator[Found]:
    """Two such words before a noun, where novels hardly have them together and either alone is far likelier."""
    tokens = passage.analysis.tokens
    for index in range(1, len(tokens) - 2):
        one, two = tokens[index : index + 2]
        if one.lower not in _SMALL or two.lower not in _SMALL or one.lower == two.lower or one.end + 1 != two.start:
            continue
        if tokens[index + 2].tag not in _NOUNS or times_together(one.lower, two.lower) >= _USUAL:
            continue
        gains = sorted(
            ((swap_gain(tokens, index, index + 2, (each.lower,)), each.lower) for each in (one, two)), reverse=True)
        if gains[0][0] >= _HINT and not own_voice(passage, one.start, two.end):
            fixes = tuple(fitted(one.text, each, passage.text) for _, each in gains)
            message = f"“{passage.text[one.start:two.end]}”: one of the two seems to be left over."
            yield Found(one.start, two.end, message, fixes, unsure=gains[0][0] < _GAIN)
