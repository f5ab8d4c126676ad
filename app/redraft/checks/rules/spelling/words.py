# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a passage that can be judged by their spelling, and what makes a strange one no error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from redraft.checks.rules.spelling.lexicon import Lexicon
from redraft.checks.story import Passage, StoryFacts

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\.(?:com|org|net|txt|html?)\b)\S*|[^\s]*[\\/_#~^=<>{}|][^\s]*")
_DRAWN_OUT = re.compile(r"([aeiouy])\1\1|([hmrsz])\2\2$|(.)\3\3\3", re.IGNORECASE)
_NOISE = re.compile(
    r"(?:[hmn]+|[psk]+[hst]+|[bgz]+r+|b+z+|t+s+k+|t[ct]h|p+f+[ft]*|n+g+h?|z+|g+h+|g+r+h*|p+h+t*|w+h*|h+r+m+p*h*|p+s+t+|"
    r"m+p*h+m*|h+m+p*h*|shh+|tsk|brr+|grr+|hmph|mr|ms|mrs|dr|st|mx|vs|tv|etc)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[ivxlcdm]+", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;]|[\"“”‘—–*_(\[]|(?<!\w)')[\s\"“”‘'*_(\[]*$")
_OWN_TIMES, _OWN_CAPITALS = 3, 2
_SUFFIXES = (
    "like", "less", "ness", "ish", "wise", "ward", "wards", "ly", "able", "fully", "lessly", "ishly", "hood", "ship",
)  # fmt: skip
_PREFIXES = (
    "un", "re", "non", "over", "under", "out", "mis", "anti", "super", "semi", "half", "mid", "pre", "sub", "inter",
    "ultra", "hyper", "micro", "mega", "multi", "counter", "fore", "self", "cyber", "ex", "co", "de", "dis",
)  # fmt: skip


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


def words(passage: Passage, *, unknown_to: Lexicon | None = None) -> Iterator[Word]:
    """The passage's words; none from addresses, of stutters, drawn-out or clipped words, or in capitals throughout.

    ``unknown_to``: only those that this lexicon does not know.
    """
    text = passage.straight
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if _ADDRESS.search(text) else []
    edges = {each.start for each in passage.analysis.stretches} | {each.end - 1 for each in passage.analysis.stretches}
    edges |= {place for each in passage.analysis.nested for place in (each.start, each.end - 1)}
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        if unknown_to is not None and unknown_to.knows(word):
            continue
        if len(word) < 2 or (word.isupper() and len(word) > 1) or _is_sound(word):
            continue
        if _clipped(text, start, end, edges) or _stuttered(text, start, end):
            continue
        if "-" in (text[start - 1 : start], text[end : end + 1]) and len(word) <= 3:
            continue
        if any(first <= start < last for first, last in addresses) or text[start - 1 : start].isdigit():
            continue
        opens = word[0].isupper() and _SENTENCE_START.search(text, max(0, start - 6), start) is not None
        yield Word(start, end, word, opens or start == 0)


def is_own(word: str, story: StoryFacts, known: Lexicon) -> bool:
    """Whether the story itself makes a lower-case ``word`` its own: by use, as a name, or by the author's word."""
    stems = {word.removesuffix(each) for each in ("'s", "s", "es")}
    if ({word} | stems) & story.own_words or ({word} | stems) & lower_names(story):
        return True
    forms = {word} | {each for each in stems if known.level(each) < 0}
    capitals = max(story.capital_counts.get(each, 0) for each in forms)
    return sum(story.counts.get(each, 0) for each in forms) >= _OWN_TIMES or capitals >= _OWN_CAPITALS


def lower_names(story: StoryFacts) -> frozenset[str]:
    """The words of the story's names in lower case."""
    return _lowered(story.names)


@lru_cache(maxsize=4)
def _lowered(names: frozenset[str]) -> frozenset[str]:
    return frozenset(each.lower() for each in names)


def is_coined(lower: str, known: Lexicon) -> bool:
    """Whether a word is put together from known ones: "starship", "catlike", "unpetted"."""
    for ending in _SUFFIXES:
        if lower.endswith(ending) and known.level(lower[: -len(ending)]) >= 3 and len(lower) - len(ending) > 2:
            return True
    for beginning in _PREFIXES:
        stem = lower.removeprefix(beginning)
        if stem != lower and len(stem) > 3 and known.level(stem) >= 3:
            return True
    return any(
        known.level(lower[:cut]) >= 5 and known.level(lower[cut:].removesuffix("s")) >= 5
        for cut in range(3, len(lower) - 2)
    )


def is_bent(lower: str, known: Lexicon, *, freely: bool) -> bool:
    """Whether a word is a regular form of a known one that the lexicon lacks: "worlder", "delvings", "jowled".

    ``freely``: as in compounds, where the stem may be any word ("high-ceilinged").
    """
    for ending in ("s", "ers", "er", "ed", "ings", "eth", "est", "'d", "or"):
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > 3 and known.level(stem) >= (0 if freely else 2):
            return True
        if stem != lower and ending[0] == "e" and known.level(stem + "e") >= (0 if freely else 2):
            return True
    return False


@lru_cache(maxsize=20_000)
def _is_sound(word: str) -> bool:
    return bool(_NOISE.fullmatch(word) or _DRAWN_OUT.search(word) or _ROMAN.fullmatch(word))


def _clipped(text: str, start: int, end: int, edges: set[int]) -> bool:
    """Letters left out at an end, told by the apostrophe: 'ouse, goin'."""
    before = text[start - 1 : start] == "'" and start - 1 not in edges
    after = text[end : end + 1] == "'" and end not in edges and text[end - 1] != "s"
    return before or after


def _stuttered(text: str, start: int, end: int) -> bool:
    """A part of "wh-what", "d-don't", "no-no-no": the same beginning on both sides of a hyphen."""
    word = text[start:end].lower()
    if text[end : end + 1] in ("-", "—", "–"):
        following = _WORD.match(text, end + 1)
        if following and following.group().lower().startswith(word[:2]) and len(word) <= 4:
            return True
        return len(word) <= 2 or text[end : end + 1] != "-"
    return text[start - 1 : start] in ("-", "—") and len(word) <= 2
