# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: one word written as two: some one, door way, him self, after noon.

Why a reader minds: the parts are read alone first, and mean nothing, or something else.

When to leave it: where the two words are meant apart (any one of them, no body was found).

Example: She stood in the door way. → She stood in the doorway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.pairs import likelihood, neighbours
from redraft.checks.story import Passage

_PAIR = re.compile(r"(?<![\w'’.-])(?=([^\W\d_]+) ([^\W\d_]+)(?![\w'’-]))")
_LEAST, _SHORT = 5, 2
_BITS = 10.0
"""How much likelier than the two words the one word must be, in bits; a slip of the space bar is rare."""
_ABROAD = frozenset(("de", "tu", "ne", "le", "la", "et", "mi", "un", "en"))
_PART = 6
"""The level that both halves must have, or none at all; rare ones are foreign or names."""
_LISTED = {
    each: bits for bits, listed in (
        (5.0, "someone anyone everyone something anything everything somebody anybody everybody somewhere anywhere"
              " everywhere maybe inside outside upstairs downstairs within"),
        (3.5, "himself herself myself itself yourself themselves ourselves yourselves anyway today tonight tomorrow"
              " together without bedroom bathroom eyelid eyelids"),
        (8.0, "nobody about across along around ahead aside away alone asleep alive awake apart into"),
        (99.0, "anymore forever upon onto everyday already altogether awhile careless shirtsleeves however whoever"
               " whatever whenever indeed instead another cannot sometime motorcycle inspired"),
    ) for each in listed.split()
}  # fmt: skip
"""The bits that ask for more or less of it; those at the end are often meant apart, or written so in Britain."""


@check(
    id="split-word", name="One word written as two", category="spelling", severity=Severity.ERROR, weight=0.75,
    examples=(
        Fires("She stood in the ⟦door way⟧ and looked at him.", "doorway"),
        Fires("He saw ⟦him self⟧ in the mirror.", "himself"),
        Fires("There was ⟦some thing⟧ in the room.", "something"),
        Fires("They went ⟦down stairs⟧ and out.", "downstairs"),
        Quiet("She stood in the doorway and looked at him."),
        Quiet("Any one of them could do it."),
        Quiet("She was a good house wife and mother."),
        Quiet("He went in to dinner."),
    ),
)
def split_word(passage: Passage) -> Iterator[Found]:
    """Two words that would be likelier as one, by what follows what in novels."""
    known = lexicon()
    text = passage.straight
    for match in _PAIR.finditer(text):
        one, other = match.group(1), match.group(2)
        joined = (one + other).lower()
        if known.level(joined) < _LEAST or len(other) < _SHORT or not other.islower() or one[1:] != one[1:].lower():
            continue
        if one.lower() in _ABROAD or other in _ABROAD:
            continue
        if len(one) == 1 and joined not in _LISTED:
            continue
        if any(0 <= known.level(each) < _PART for each in (one.lower(), other)):
            continue
        start, end = match.start(1), match.end(2)
        gain = advantage(text, start, end, joined)
        if joined == "tonight" and text[max(0, start - 9) : start].rstrip().endswith(("morning", "day", "noon")):
            continue
        if gain is not None and gain >= _LISTED.get(joined, _BITS):
            right = joined.capitalize() if one[0].isupper() else joined
            yield Found(start, end, f"“{right}” is one word.", (right,))


def advantage(text: str, start: int, end: int, joined: str) -> float | None:
    """By how many bits one word is likelier than the two at ``start``–``end`` of a text with straight quotes."""
    before, behind = neighbours(text, start, end)
    one = likelihood(before, (joined,), behind)
    two = likelihood(before, tuple(text[start:end].lower().split(" ")), behind)
    return None if one is None or two is None else one - two
