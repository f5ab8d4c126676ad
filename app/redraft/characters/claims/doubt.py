# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a sentence states something as a fact: guesses, questions, similes, dreams, lies, memories, disguises and
things that might be do not."""

from __future__ import annotations

import re

from redraft.language.analysis import Analysis, Zone

_UNSURE = re.compile(
    r"\b(?:like|as if|as though|seem(?:s|ed)|look(?:s|ed)(?! (?:at|up|down|out|back|in|into|over|round|around|away"
    r"|for|through|across|from|toward|towards|on|off)\b)|almost|nearly|if|when|before|until|unless|painted"
    r"|turn(?:ed|ing)?(?! (?:his|her|my|to|from|away|round|around|back|over|on|towards?|and|up|down|out|in)\b)"
    r"|went(?! (?:to|out|in|into|up|down|on|back|home|over|through|away|off|along|by|round|past|from|with|and)\b)"
    r"|imagin\w*|once|used to|lens(?:es)?|would|could|might|(?-i:may)|must|should|perhaps|maybe|not"
    r"|n[’']t|[’']d (?:rather|better|love)|cannot|never|no longer|become|became|grown|grew|years (?:ago|before"
    r"|earlier)|remember\w*|recall\w*"
    r"|said to|supposed|probably|possibly|presumably|apparently|rumou?r\w*|guess\w*|wish\w*|hop(?:e|ed|ing)|suppose"
    r"|pretend\w*|wonder\w*|doubt\w*|could have|in those days|at that time|as a (?:boy|girl|child|young)|thought"
    r"|think|believed|swore|claimed"
    r"|whether|or|photograph|photo|picture|portrait|painting|statue|every|each|any|some|either|neither|nobody"
    r"|no)\b", re.IGNORECASE
)
_DISGUISE = re.compile(r"\b(?:dyed?|dyeing|wigs?|(?:contact|coloured|colored) lens(?:es)?|bleach\w*|disguis\w*"
                       r"|false|glamou?r|shape-?shift\w*)\b")
_DREAM = re.compile(
    r"\b(?:dream(?:s|ed|t|ing)?|nightmares?|vision|visions|hallucinat\w*"
    r"|in the (?:story|play|book|film|movie|legend|tale|song|poem)|the hero|the heroine)\b", re.IGNORECASE
)
_LIE = re.compile(
    r"\b(?:lied|lying to|a lie|(?:tell|tells|told|telling|of|his|her|my|these|those) lies|liar|joked|joking|a joke"
    r"|bluff\w*|made (?:it|that|this) up|invent(?:ed|ing)|teas(?:ed|ing)|mocked)\b", re.IGNORECASE
)
_MEMORY = re.compile(r"\b(?:remembered|recalled|remembering|recalling|back then|in those days)\b", re.IGNORECASE)
_BACK = 120
"""Characters before a sentence within which a memory may still be told."""
_LONGEST, _FAR = 400, 1500
"""Characters to either side within which a sentence, and a paragraph, can bear on some words."""
_MIRROR = re.compile(r"\b(?:mirror|reflection|looking-glass|reflected)\b", re.IGNORECASE)
_LIGHT = re.compile(
    r"\b(?:candle|fire|lamp|torch|moon|sun|star)-?(?:light|set|rise|shine)\b|\bin (?:that|this|the) (?:\w+ )?(?:light"
    r"|sun|glow|dusk|gloom)\b|\bthe (?:light|glow|rays) (?:of|from)\b|\b(?:glow|flame|gleam)\w*\b", re.IGNORECASE
)


def is_remembered(analysis: Analysis, start: int) -> bool:
    """Whether a sentence just before the one at ``start`` speaks of remembering: what is told may be long ago."""
    first, _ = _sentence(analysis, start)
    return _MEMORY.search(analysis.text, max(0, first - _BACK), first) is not None


def is_stated(analysis: Analysis, start: int, end: int, *, loose: bool = False) -> bool:
    """Whether the words ``start``–``end`` are said as a plain fact.

    ``loose``: what stands before them in their clause may be anything but a dream, a lie or a question (for claims
    that hold their own certainty, such as "his sister Mary").
    """
    first, last = _sentence(analysis, start)
    text = analysis.text
    if text[first:last].rstrip("”’\"' ").endswith("?") or _DREAM.search(text, max(0, start - _FAR), last):
        return False
    if _is_lie(analysis, first, start):
        return False
    if loose:
        return True
    clause = max(first, text.rfind(",", first, start), text.rfind(";", first, start))
    return _UNSURE.search(text, clause, end) is None


def _sentence(analysis: Analysis, start: int) -> tuple[int, int]:
    """From where to where the sentence at ``start`` goes, as far as it matters there."""
    sentence = analysis.sentence_at(start)
    first, last = (sentence.start, sentence.end) if sentence else (0, len(analysis.text))
    return max(first, start - _LONGEST), min(last, start + _LONGEST)


def _is_lie(analysis: Analysis, first: int, start: int) -> bool:
    """Whether a liar or joker says the words at ``start``: in speech a word of lying stands about them in the
    paragraph, in narration before them in their sentence, which begins at ``first``."""
    if analysis.zone(start) is Zone.NARRATION:
        return _LIE.search(analysis.text, first, start) is not None
    return _LIE.search(analysis.text, max(0, start - _FAR), start + _FAR) is not None


def is_disguised(analysis: Analysis) -> bool:
    """Whether the paragraph speaks of dye, wigs or the like: colours in it tell nothing lasting."""
    return _DISGUISE.search(analysis.text) is not None


def is_mirrored(analysis: Analysis, start: int) -> bool:
    """Whether the sentence at ``start`` shows somebody in a mirror, where left is right."""
    return _MIRROR.search(analysis.text, *_sentence(analysis, start)) is not None


def is_lit(analysis: Analysis, start: int) -> bool:
    """Whether the sentence at ``start`` speaks of a light that may lend its own colour."""
    return _LIGHT.search(analysis.text, *_sentence(analysis, start)) is not None
