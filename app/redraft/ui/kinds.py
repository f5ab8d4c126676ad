# SPDX-License-Identifier: GPL-3.0-or-later
"""The four kinds of finding as the eye tells them apart: by colour and by the shape of the line.

Twenty-two categories would need a legend; four kinds do not. Colours follow Okabe and Ito's set, which holds for
the common forms of colour blindness, darkened or lightened until each has a contrast of 4.5:1 to its page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Shape(Enum):
    """The line under the marked words."""

    WAVY = "wavy"
    DOUBLE = "double"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class Kind:
    """``title`` is what an author reads; ``light`` and ``dark`` are the colours (#rrggbb) on those pages."""

    id: str
    title: str
    shape: Shape
    light: str
    dark: str

    def colour(self, dark: bool) -> str:
        """The colour on a dark or a light page."""
        return self.dark if dark else self.light


WORDS = Kind("words", "Words", Shape.WAVY, "#b8321a", "#ff8a6b")
GRAMMAR = Kind("grammar", "Grammar", Shape.DOUBLE, "#1262b0", "#7fb8f0")
PUNCTUATION = Kind("punctuation", "Punctuation", Shape.DASHED, "#007a5e", "#4fc7a4")
STYLE = Kind("style", "Style", Shape.DOTTED, "#7d5195", "#cfa4e4")

KINDS = (WORDS, GRAMMAR, PUNCTUATION, STYLE)
"""All kinds, in the order in which they are listed."""

_BY_CATEGORY = {
    **dict.fromkeys(("spelling", "confusable", "wrong-form", "variant", "case", "hyphenation", "apostrophe"), WORDS),
    **dict.fromkeys(
        ("tense", "agreement", "verb-form", "missing-word", "extra-word", "article", "pronoun", "preposition"), GRAMMAR,
    ),
    **dict.fromkeys(("comma", "comma-splice", "dialogue-punctuation", "punctuation", "spacing"), PUNCTUATION),
}


def kind_of(category: str) -> Kind:
    """The kind to which a category of findings belongs."""
    return _BY_CATEGORY.get(category, STYLE)
