# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: American and British spellings mixed in one story ("gray" and "colour"); told once for each word.

Why a reader minds: each is right, both together look like two authors.

When to leave it: when a letter, a sign or a character keeps to the other side of the ocean.

Example: The colour was gray. (the story is British) → The colour was grey.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from redraft.checks.check import Fires, Found, Quiet, story_check
from redraft.checks.finding import Severity
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.rules.spelling.words import words
from redraft.checks.story import Passage

_SWAPS = (
    ("our", "or"), ("re", "er"), ("ise", "ize"), ("isi", "izi"), ("isa", "iza"), ("yse", "yze"), ("ysi", "yzi"),
    ("ogue", "og"), ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("ence", "ense"), ("grey", "gray"),
    ("plough", "plow"), ("ae", "e"), ("oe", "e"), ("moustache", "mustache"), ("jewellery", "jewelry"),
    ("aluminium", "aluminum"), ("aeroplane", "airplane"), ("sceptic", "skeptic"), ("tyre", "tire"), ("mould", "mold"),
    ("programme", "program"), ("pyjama", "pajama"), ("storey", "story"), ("mum", "mom"), ("sulph", "sulf"),
    ("ll", "l"), ("lfil", "llfill"), ("tre", "ter"), ("cheque", "check"), ("kerb", "curb"), ("axe", "ax"),
)  # fmt: skip
_GB = "The colour of the harbour was grey. His favourite neighbour laboured in the theatre. "
_US = "The color of the harbor was gray. His favorite neighbor labored in the theater. "


@story_check(
    id="mixed-variety", name="American and British spelling mixed", category="variant", severity=Severity.WARNING,
    weight=0.4,
    examples=(
        Fires(_GB + "\nHer ⟦favor⟧ was asked.", "favour"),
        Fires(_US + "\nHe came ⟦travelling⟧ home.", "traveling"),
        Quiet(_GB + "\nHe saw the colour of grey."),
        Quiet(_US + "\nHe realized the color."),
        Quiet("He was travelling in gray."),
    ),
)
def mixed_variety(passages: Sequence[Passage]) -> Iterator[tuple[int, Found]]:
    """The first place of each word that is of the other variety than the story's."""
    told: set[str] = set()
    for index, passage in enumerate(passages):
        variety = passage.story.variety
        if variety is None or not passage.story.english:
            continue
        for word in words(passage):
            other = counterpart(word.lower, variety)
            if other is not None and word.lower not in told and not word.capital:
                told.add(word.lower)
                right = other.capitalize() if word.text[0].isupper() else other
                name = "American" if variety == "US" else "British"
                message = f"This story is in {name} spelling, which has “{right}”."
                yield index, Found(word.start, word.end, message, (right,))


@cache
def counterpart(lower: str, variety: str) -> str | None:
    """How ``variety`` ("US" or "GB") spells a word of the other one; None when the word is not of the other."""
    known = lexicon()
    foreign, own = (known.gb, known.us) if variety == "US" else (known.us, known.gb)
    if lower not in foreign:
        return None
    for british, american in _SWAPS:
        wrong, right = (british, american) if variety == "US" else (american, british)
        place = lower.find(wrong)
        while place >= 0:
            spelt = lower[:place] + right + lower[place + len(wrong) :]
            if spelt in own:
                return spelt
            place = lower.find(wrong, place + 1)
    return None
