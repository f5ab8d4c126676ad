# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a capital on a common word in mid-sentence that the story elsewhere writes small: the Door.

Why a reader minds: a capital in mid-sentence promises a name.

When to leave it: when the word has become a name in this story, or is shouted, or quoted from a sign.

Example: She opened the Door and ran. → She opened the door and ran.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.lexicon import words
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_CAPITAL = re.compile(
    r"(?<!\w)[a-z]+,? [a-z]+ ([A-Z][a-z]{2,})(?=[,.;]? [a-z]+,? [a-z]|[.,;]$|\. [A-Z])"
    r"(?! (?:of|and|for|to|in) (?:the )?[A-Z])"
)
"""A capital between words in small letters, two on each side: no part of a longer name or title."""
_COMMON, _SMALL = 9, 4
_NAMED = words("god lord hell heaven earth sun moon sea north south east west time death love nature fate bible")
"""Words that many authors write large: forces and places of which there is one."""


@check(
    id="stray-capital", name="Capital on a common word", category="case", severity=Severity.WARNING, weight=0.55,
    examples=(
        Fires("The door was shut. A door is a door, and that door stood. She opened the ⟦Door⟧ and ran.", "door"),
        Quiet("The door was shut. She opened the door and ran."),
        Quiet("He loved the Sea and all it brought."),
        Quiet("They met Will at the gate and said they will go. He will. She will. It will."),
    ),
)
def stray_capital(passage: Passage) -> Iterator[Found]:
    """Very common words, small nearly everywhere in the story."""
    known = lexicon()
    for match in _CAPITAL.finditer(passage.text):
        word = match.group(1)
        lower = word.lower()
        if known.level(lower) < _COMMON or lower in _NAMED or word in passage.story.names or word in known.names:
            continue
        capitals = passage.story.capital_counts.get(lower, 0)
        if capitals > 1 or passage.story.counts.get(lower, 0) < _SMALL + capitals:
            continue
        start, end = match.span(1)
        if passage.analysis.zone(start) is Zone.NARRATION:
            yield Found(start, end, f"“{lower}” is no name here and takes no capital.", (lower,))
