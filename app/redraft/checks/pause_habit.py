# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that open a spoken sentence and take a comma (“Well, I think”), and how often this story sets it.

An author who never sets it has chosen so; one who mostly does has forgotten it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SUBJECT = (
    r"(?:I|you|he|she|it|we|they|there|that|this|I'm|I'll|I've|I'd|you're|you'll|you've|you'd|he's|he'll|she's|she'll|it's"
    r"|it'll|we're|we'll|we've|they're|they'll|that's|there's|let's)"
)
_WORDS = r"(?:[Yy]es|[Nn]o|[Yy]eah|[Oo]h|[Ww]ell|[Oo]kay)"
_OPENING = re.compile(rf"[\"“‘'.!?…] ?{_WORDS}(,?) {_SUBJECT}(?![\w'’-])")
_ENOUGH = 15


def pause_commas(texts: Iterable[str]) -> float | None:
    """The share (0–1) of such openings that have their comma, in texts with straight apostrophes.

    None where there are fewer than fifteen.
    """
    found = [bool(each[1]) for text in texts for each in _OPENING.finditer(text)]
    return sum(found) / len(found) if len(found) >= _ENOUGH else None
