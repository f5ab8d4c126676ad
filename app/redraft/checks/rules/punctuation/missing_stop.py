# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a sentence that begins with its capital although the one before it has no end: on a whim It seemed.

Why a reader minds: the capital says that something new begins, the missing mark that it does not.

When to leave it: where the capital is meant (a being called It, a He of another world).

Example: He turned It was gone. → He turned. It was gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.lexicon import words
from redraft.checks.story import Passage

_STOPLESS = re.compile(
    r"(?<![\w'’-])([a-z]+(?:['’][a-z]+)?) (It|He|She|They|We|There|But|And|Then|This|His|Her|Their"
    r"|When)(?=(?:['’](?:s|d|ll|re|ve))? [a-z])"
)
_GOES_ON = words(
    "called titled named entitled read reading said says was is and but or nor that of all for whatever if as than "
    "to the a an"
    " in on at by with from into about when because like until before after though while what who which not my his "
    "her its"
)
"""Words that end no sentence, or lead to a title."""


@check(
    id="missing-stop",
    name="Sentence without its full stop",
    category="punctuation",
    severity=Severity.ERROR,
    weight=0.8,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("He looked her up on a ⟦whim It⟧ seemed a good letter.", "whim. It"),
        Fires("“One of them had no ⟦lid It⟧’s four words long.”", "lid. It"),
        Quiet("He looked her up on a whim. It seemed a good letter."),
        Quiet("It was the song called When the boats come in."),
        Quiet("“Stop,” He said to them. And He said it twice, for He was kind."),
        Quiet("He read The Times. “Go,” She said."),
    ),
)
def missing_stop(passage: Passage) -> Iterator[Found]:
    """Small word, blank, capital of a word that only a sentence's head gives a capital."""
    found = list(_STOPLESS.finditer(passage.text))
    for match in found[: len(found) == 1]:  # several in one paragraph: verse, or a being called He
        word, capital = match[1], match[2]
        if word in _GOES_ON or passage.story.capital_counts.get(capital.lower(), 0) > 2:
            continue
        fix = f"{word}. {capital}"
        message = f"“{capital}” begins a new sentence, but the one before it has no mark at its end."
        yield Found(match.start(), match.end(2), message, (fix, f"{word}, {capital.lower()}"))
