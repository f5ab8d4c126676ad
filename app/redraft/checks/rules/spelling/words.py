# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a passage that can be judged by their spelling."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from redraft.checks.rules.spelling.lexicon import Lexicon, lexicon
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\.(?:com|org|net|txt|html?)\b)\S*|[^\s]*[\\/_#~^=<>{}|][^\s]*")
_HINT = re.compile(r"[@\\/_#~^=<>{}|]|www\.|\.(?:com|org|net|txt|html?)\b")
"""Without one of these there is no address in a text; quicker to look for."""
_DRAWN_OUT = re.compile(r"([aeiouy])\1\1|([hmrsz])\2\2$|(.)\3\3\3", re.IGNORECASE)
_NOISE = re.compile(
    r"(?:[hmn]+|[psk]+[hst]+|[bgz]+r+|b+z+|t+s+k+|t[ct]h|p+f+[ft]*|n+g+h?|z+|g+h+|g+r+h*|p+h+t*|w+h*|h+r+m+p*h*|p+s+t+|"
    r"m+p*h+m*|h+m+p*h*|shh+|tsk|brr+|grr+|hmph|mr|ms|mrs|dr|st|mx|vs|tv|etc)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[ivxlcdm]+", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;]|[\"“”‘—–*_(\[]|(?<!\w)')[\s\"“”‘'*_(\[]*$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``start``–``end`` of the passage's text. ``opens``: its capital may be that of a sentence."""

    start: int
    end: int
    text: str
    opens: bool

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital that no sentence asks for."""
        return self.text[0].isupper() and not self.opens


_latest: tuple[Passage, list[Word]] | None = None


def strange_words(passage: Passage) -> list[Word]:
    """The words that the lexicon does not know; kept for the passage last asked about."""
    global _latest
    if _latest is None or _latest[0] is not passage:
        _latest = (passage, list(words(passage, unknown_to=lexicon())))
    return _latest[1]


def words(passage: Passage, *, unknown_to: Lexicon | None = None) -> Iterator[Word]:
    """The passage's words; none from addresses, of stutters, drawn-out or clipped words, or in capitals throughout.

    ``unknown_to``: only those that this lexicon does not know.
    """
    text = passage.straight
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if _HINT.search(text) else []
    edges = {each.start for each in passage.analysis.stretches} | {each.end - 1 for each in passage.analysis.stretches}
    edges |= {place for each in passage.analysis.nested for place in (each.start, each.end - 1)}
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        if unknown_to is not None and unknown_to.knows(word):
            continue
        if len(word) < 2 or (word.isupper() and len(word) > 1) or _is_noise(word) or _drawn_out(passage, match):
            continue
        if _clipped(text, start, end, edges) or _stuttered(text, start, end):
            continue
        if "-" in (text[start - 1 : start], text[end : end + 1]) and len(word) <= 3:
            continue
        if any(first <= start < last for first, last in addresses) or text[start - 1 : start].isdigit():
            continue
        opens = word[0].isupper() and _SENTENCE_START.search(text, max(0, start - 6), start) is not None
        yield Word(start, end, word, opens or start == 0)


@lru_cache(maxsize=20_000)
def _is_noise(word: str) -> bool:
    return bool(_NOISE.fullmatch(word) or _ROMAN.fullmatch(word))


def _drawn_out(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a word is stretched on purpose, as voices are; in narration three equal letters are a slip of the key."""
    stretched = _DRAWN_OUT.search(match.group())
    if stretched is None:
        return False
    return stretched.group(3) is not None or passage.analysis.zone(match.start()) is not Zone.NARRATION


def _clipped(text: str, start: int, end: int, edges: set[int]) -> bool:
    """Letters left out at an end, told by the apostrophe: 'ouse, goin'."""
    before = text[start - 1 : start] == "'" and start - 1 not in edges
    after = text[end : end + 1] == "'" and end not in edges and text[end - 1] != "s"
    return before or after


def _stuttered(text: str, start: int, end: int) -> bool:
    """A part of "wh-what", "d-don't", "no-no-no", where the same beginning stands on both sides of a hyphen, or of a
    word that is broken off: "my dau—"."""
    word = text[start:end].lower()
    mark = text[end : end + 1]
    if mark == "-":
        following = _WORD.match(text, end + 1)
        if following and following.group().lower().startswith(word[:2]) and len(word) <= 4:
            return True
        return len(word) <= 2 or (following is None and _begins_another(word))
    if mark in ("—", "–", "…") or text.startswith("...", end):
        return len(word) <= 2 or _begins_another(word)
    return text[start - 1 : start] in ("-", "—") and len(word) <= 2


def _begins_another(word: str) -> bool:
    """Whether a longer word begins so."""
    listed = _sorted_words()
    place = bisect_left(listed, word)
    return place < len(listed) and listed[place].startswith(word)


@cache
def _sorted_words() -> list[str]:
    return sorted(lexicon().levels)
