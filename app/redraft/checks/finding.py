# SPDX-License-Identifier: GPL-3.0-or-later
"""What a check found: a place, a reason, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """``error``: a copy editor would change it; ``warning``: probably; ``hint``: style, shown only on request."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


CATEGORIES = (
    "spelling", "confusable", "tense", "agreement", "verb-form", "wrong-form", "missing-word", "extra-word",
    "comma", "comma-splice", "dialogue-punctuation", "punctuation", "apostrophe", "hyphenation", "case", "article",
    "pronoun", "preposition", "variant", "spacing", "style", "other",
)
"""Every category a check may have, as the command line's contract names them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One mark. ``start``/``end`` are code points in the text of the paragraph with id ``paragraph``; the span is
    never empty, and each suggestion replaces exactly it ("" deletes). ``sure`` says that the first suggestion may
    be applied without asking. ``weight`` (0–1) settles which of two overlapping findings stays.
    """

    check: str
    category: str
    severity: Severity
    paragraph: int
    start: int
    end: int
    text: str
    message: str
    suggestions: tuple[str, ...] = ()
    sure: bool = False
    engine: str = "builtin"
    weight: float = 0.5

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"{self.check}: an empty finding at {self.start}")
        if self.category not in CATEGORIES:
            raise ValueError(f"{self.check}: no such category as {self.category}")
