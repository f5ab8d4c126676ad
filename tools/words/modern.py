# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words of no list are words of today's English, and which are slips that many people make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from math import log2

_PLAIN = re.compile(r"[a-z]{2,}")
_MODERN, _SEEN = 2.2, 0.25
"""Counts in 15 million words from which a word of no list is taken for one of today's, and from which it is kept."""
_AMONG = 3
"""What is one slip from a word this many powers of two commoner may be no word but that slip."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SMALL = frozenset(
    "a an and as at by for from he her his i if in is it my no not of on or so that the to up was we with you".split()
)


def modern_words(
    written: Mapping[str, float], known: Mapping[str, int], names: Set[str], tokens: float,
) -> tuple[set[str], set[str]]:
    """The modern words, and those only seen. ``written``: shares of all text; ``known``: levels of listed words."""
    modern: set[str] = set()
    seen: set[str] = set()
    contractions = {each.replace("'", "") for each in known if "'" in each}
    for word, share in written.items():
        times = share * tokens
        if word in known or times < _SEEN or not _PLAIN.fullmatch(word):
            continue
        likely = times >= _MODERN and len(word) >= 4 and word not in names and word not in contractions
        if likely and not _run_together(word, known) and not _slip_of(word, log2(times + 1), known):
            modern.add(word)
        else:
            seen.add(word)
    return modern, seen


def _run_together(word: str, known: Mapping[str, int]) -> bool:
    """Whether a blank is missing: "ofthe", "thankyou", "alot"."""
    return any(
        known.get(word[:cut], -1) >= 8 and known.get(word[cut:], -1) >= 8
        and (word[:cut] in _SMALL or word[cut:] in _SMALL)
        for cut in range(1, len(word))
    )


def _slip_of(word: str, level: float, known: Mapping[str, int]) -> bool:
    """Whether one slip leads to it from a word that is far commoner."""
    return any(known.get(each, -1) - level >= _AMONG for each in _one_slip(word))


def _one_slip(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
