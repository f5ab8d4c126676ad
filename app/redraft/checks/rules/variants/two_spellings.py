# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a name or a word of the story's own that is spelled two ways, such as Chunin and Chuunin.

Why a reader minds: they wonder whether a second person or thing is meant, and trust the book a little less.

When to leave it: two names that are meant to be alike (a mother and her daughter), a spelling that is itself told of
in the story, a voice that says it wrong.

Example: Captain Achterberg nodded. … Captain Acherberg sighed. → Captain Achterberg sighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redraft.characters.terms import TermPair, spelled_two_ways
from redraft.checks.check import Fires, Found, Quiet, story_check
from redraft.checks.finding import Severity
from redraft.checks.story import Passage

_ORDINALS = {1: "once", 2: "twice"}


@story_check(
    id="term-two-spellings", name="Name or term spelled two ways", category="variant", severity=Severity.WARNING,
    weight=0.7,
    examples=(
        Fires("He met Captain Achterberg. They liked Achterberg.\nThen Captain ⟦Acherberg⟧ left them.", "Achterberg"),
        Fires("They left Konoha. He loved Konoha. She saw Konoha again.\nThey came to ⟦Konohah⟧ by night.", "Konoha"),
        Fires("He read Icha Icha. She hid Icha Icha. They sold Icha Icha.\nHe bought ⟦Icha-Icha⟧ again.", "Icha Icha"),
        Quiet("They met the Bennets. He asked Bennet. She liked Bennet."),
        Quiet("He saw Julia. She saw Julie. They met Julia. They met Julie."),
        Quiet("He met Jon and John. She liked John. He feared John."),
        Quiet("He walked to the store. She walked to the stone. They saw a stone."),
    ),
)
def two_spellings(passages: Sequence[Passage]) -> Iterator[tuple[int, Found]]:
    """The rarer spelling, everywhere it stands, with the commoner as the suggestion."""
    if not passages:
        return
    read = [index for index, each in enumerate(passages) if each.kind == "body"]
    analyses = [passages[index].analysis for index in read]
    for pair in spelled_two_ways(analyses, passages[0].story.names):
        for place in pair.rare_places:
            yield read[place.paragraph], _found(pair, place.start, place.end)


def _found(pair: TermPair, start: int, end: int) -> Found:
    times = len(pair.common_places)
    often = _ORDINALS.get(times, f"{times} times")
    message = f"Elsewhere this is written “{pair.common}” ({often}); here it is “{pair.rare}”."
    severity = Severity.ERROR if pair.sure and pair.kind == "spelling" else None
    weight = 0.9 if pair.sure else 0.6
    return Found(start, end, message, (pair.common,), severity=severity, sure=False, weight=weight)
