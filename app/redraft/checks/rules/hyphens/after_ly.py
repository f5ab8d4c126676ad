# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a hyphen behind an adverb in -ly: a highly-trained man.

Why a reader minds: the ending ties the words already; the hyphen ties them twice.

When to leave it: where the author does so throughout, as older British books do.

Example: a highly-trained man → a highly trained man
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.lexicon import words
from redraft.checks.story import Passage

_TIED = re.compile(
    r"(?<![\w'-])([a-z]{2,}ly)-([a-z]+(?:ed|ing|known|made|built|grown|born|worn|lit|kept|bought"
    r"|found))(?![\w-])"
)
_NO_ADVERBS = words(
    "family early only friendly lovely ugly lonely holy silly jelly belly bully ally fly rally daily weekly monthly"
    " yearly elderly likely lively curly woolly sickly reply supply multiply butterfly lily"
)


@check(
    id="hyphen-after-ly", name="Hyphen behind an adverb in -ly", category="hyphenation", weight=0.6,
    examples=(
        Fires("It was a ⟦highly-trained⟧ unit.", "highly trained"),
        Quiet("It was a highly trained unit with a friendly-looking sergeant."),
        Quiet("He was an early-rising, family-owned, curly-headed man."),
    ),
)
def after_ly(passage: Passage) -> Iterator[Found]:
    """Adverb, hyphen, participle; only with a second voice, since many a British house ties them."""
    if "ly-" not in passage.lower:
        return
    for match in _TIED.finditer(passage.lower):
        if match.group(1) not in _NO_ADVERBS:
            fix = passage.text[match.start() : match.end()].replace("-", " ")
            message = f"The ending -ly ties these words already: “{fix}”."
            yield Found(match.start(), match.end(), message, (fix,), unsure=True)
