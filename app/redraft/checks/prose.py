# SPDX-License-Identifier: GPL-3.0-or-later
"""Which parts of a paragraph are not prose: code, tables, addresses, chat, shouting, other languages.

The checks know English prose. Where a stretch is something else, whatever they say of it is noise, and the runner
drops it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.lexicon import words
from redraft.language.analysis import Analysis, Sentence
from redraft.text.span import Span

_ADDRESS = re.compile(r"\S*[\u0300-\u036f]\S*|"
    r"\b(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w+|(?<!\w)[#@]\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net)\b")
_CODE = re.compile(r"[{}<>\\=|]|\w\(\)|\w\.\w+\(|;\s*$|^\s*(?:def|import|class|#include|return)\b|\b\w+_\w+\b|\t|&&|->")
_SMALL_WORDS = words(
    "the a an and of to in is was it he she you i that his her they we not but on at for with as be my me him had have"
    " this what so do are were there their all one no yes if or by from up out will would can could did your go"
)
_CHAT = re.compile(r"[a-z][\w.-]{0,19}: \S")
"""A line of a chat: its writer in small letters, and what was written as people type."""
_LONGEST_SENTENCE = 250
"""Sentences of more tokens than this are lists, verse or text without punctuation; no rule knows their grammar."""
_LONGEST_WITHOUT_MARK = 80
"""Words in a row without any mark: punctuation is left out here throughout, and single marks would mend nothing."""


def not_prose(analysis: Analysis) -> tuple[Span, ...]:
    """The stretches of a paragraph on which checks should stay quiet (code points in its text)."""
    text = analysis.text
    if _looks_like_code(text) or _CHAT.match(text):
        return (Span(0, len(text)),)
    spans = [Span(each.start(), each.end()) for each in _ADDRESS.finditer(text)]
    spans += _odd_sentences(analysis)
    return tuple(spans)


def _looks_like_code(text: str) -> bool:
    marks = len(_CODE.findall(text))
    return marks >= 2 and marks * 25 > len(text)


def _odd_sentences(analysis: Analysis) -> Iterator[Span]:
    for sentence in analysis.sentences:
        too_long = sentence.last - sentence.first > _LONGEST_SENTENCE
        if too_long or _unpunctuated(analysis, sentence) or _foreign(analysis, sentence):
            yield Span(sentence.start, sentence.end)


def _unpunctuated(analysis: Analysis, sentence: Sentence) -> bool:
    if sentence.last - sentence.first <= _LONGEST_WITHOUT_MARK:
        return False
    words = 0
    for each in analysis.tokens[sentence.first : sentence.last]:
        words = words + 1 if each.is_word else 0
        if words > _LONGEST_WITHOUT_MARK:
            return True
    return False


def _foreign(analysis: Analysis, sentence: Sentence) -> bool:
    """Long enough to judge, and without one of the small words that English cannot do without.

    A sentence whose letters are mostly not Latin is foreign whatever its length.
    """
    found = [each for each in analysis.tokens[sentence.first : sentence.last] if each.is_word]
    latin = sum(each.text[0] < "\u0250" for each in found)
    if latin * 2 < len(found):
        return True
    if len(found) < 6 or any(each.lower in _SMALL_WORDS for each in found):
        return False
    return len(found) >= 10 or any(not each.text.replace("’", "'").isascii() for each in found)
