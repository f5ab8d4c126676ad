# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a sentence states something as a fact: guesses, questions, similes, dreams, lies, memories, disguises and
things that might be do not."""

from __future__ import annotations

import re

from redraft.language.analysis import Analysis

_UNSURE = re.compile(
    r"\b(?:like|as if|as though|seem(?:s|ed)|look(?:s|ed)|almost|nearly|if|when|before|until|unless|painted"
    r"|turn(?:ed|ing)?|went"
    r"|imagin\w*|once|used to|lens(?:es)?|would|could|might|(?-i:may)|must|should|perhaps|maybe|not"
    r"|n[’']t|cannot|never|no longer|become|became|grown|grew|years (?:ago|before|earlier)|remember\w*|recall\w*"
    r"|said to|supposed|probably|possibly|presumably|apparently|rumou?r\w*|guess\w*|wish\w*|hop(?:e|ed|ing)|suppose"
    r"|pretend\w*|wonder\w*|doubt\w*|could have|in those days|at that time|as a (?:boy|girl|child|young)|thought"
    r"|think"
    r"|whether|or|photograph|picture|portrait|painting|mirror|every|each|any|some|either|neither|nobody"
    r"|no)\b", re.IGNORECASE
)
_DISGUISE = re.compile(r"\b(?:dyed?|dyeing|wigs?|(?:contact|coloured|colored) lens(?:es)?|bleach\w*|disguis\w*"
                       r"|false)\b")
_DREAM = re.compile(
    r"\b(?:dream(?:s|ed|t|ing)?|nightmares?|vision|visions|hallucinat\w*|lied|lying to|a lie|lies|liar|joked|joking"
    r"|pretend\w*|in the (?:story|play|book|film|movie|legend)|the hero|the heroine)\b", re.IGNORECASE
)


def is_stated(analysis: Analysis, start: int, end: int, *, loose: bool = False) -> bool:
    """Whether the words ``start``–``end`` are said as a plain fact.

    ``loose``: what stands before them in their clause may be anything but a dream or a question (for claims that hold
    their own certainty, such as "his sister Mary").
    """
    sentence = analysis.sentence_at(start)
    first = sentence.start if sentence else 0
    last = sentence.end if sentence else len(analysis.text)
    text = analysis.text
    if text[first:last].rstrip("”’\"' ").endswith("?") or _DREAM.search(text, 0, last):
        return False
    if loose:
        return True
    clause = max(first, text.rfind(",", first, start), text.rfind(";", first, start))
    return _UNSURE.search(text, clause, end) is None


def is_disguised(analysis: Analysis) -> bool:
    """Whether the paragraph speaks of dye, wigs or the like: colours in it tell nothing lasting."""
    return _DISGUISE.search(analysis.text) is not None
