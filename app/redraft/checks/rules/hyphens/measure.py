# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a number and its unit before a noun without their hyphen: a two story house, a ten minute walk.

Why a reader minds: number and unit work as one word there, and the reader looks for ten things that are minute.

When to leave it: where the unit is a plural or a possessive (ten minutes’ walk).

Example: It was a ten minute walk. → It was a ten-minute walk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_NUMBER = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|[2-9]|[1-9][0-9]+"
)
_UNIT = (
    "foot|inch|mile|yard|minute|hour|day|week|month|year|dollar|pound|story|storey|room|bedroom|man|page|ton|gallon|degree"
    "|star|door|way|piece|person|second|mile|acre|course|part|seat|lane|wheel|barrel|cent|gun|block|point|sided"
)
_MEASURE = re.compile(rf"(?<![\w$£€.,'-])({_NUMBER}) ({_UNIT}) (?=[a-z]{{3,}})(?!old\b)")
_OLD = re.compile(
    r"(?<![\w'-])(?:a|an|the|that|this|his|her|my|their|our|of|one)"
    rf" ((?:{_NUMBER}|one)(?: |-)year(?: |-)old)(?![\w-])"
)
_BEFORE = ("DT", "PRP$", "JJ", "IN", "POS", "VBD", "CD")


@check(
    id="measure-hyphen", name="Number and unit without hyphen", category="hyphenation", severity=Severity.WARNING,
    weight=0.65,
    examples=(
        Fires("It was a ⟦ten minute⟧ walk to the gate.", "ten-minute"),
        Fires("They lived in a ⟦two story⟧ house.", "two-story"),
        Fires("He was with a ⟦six year old⟧ in the car.", "six-year-old"),
        Quiet("It was a ten-minute walk."),
        Quiet("It was ten minutes’ walk, and he had ten minutes left."),
        Quiet("He saw the two man the guns."),
        Quiet("He was six years old."),
        Quiet("At four day broke over the hills."),
    ),
)
def measure(passage: Passage) -> Iterator[Found]:
    """A number and a singular unit that stand before a noun."""
    text = passage.straight
    for match in _MEASURE.finditer(text):
        number = passage.analysis.token_index(match.end())
        tokens = passage.analysis.tokens
        if number < 3 or tokens[number].tag not in ("NN", "NNS", "JJ") or tokens[number - 1].tag != "NN":
            continue
        if tokens[number - 3].tag in _BEFORE and tokens[number - 1].dep != "ROOT":
            yield _found(match.start(1), match.end(2), text)
    for match in _OLD.finditer(text):
        if match.group(1).count("-") < 2:
            yield _found(match.start(1), match.end(1), text)


def _found(start: int, end: int, text: str) -> Found:
    right = text[start:end].replace(" ", "-")
    return Found(start, end, f"These words work as one here: “{right}”.", (right,))
