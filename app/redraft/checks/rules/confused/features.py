# SPDX-License-Identifier: GPL-3.0-or-later
"""What tells a word's place from that of its sound-alike: its neighbours, their classes, the words around.

Used alike by training (``tools/train_confusables``) and by the judge; a change here asks for new training.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|--|[.,;:!?\"()-]")
_DASHES = str.maketrans({"—": "\x00", "–": "\x00", "…": "."})
_REACH = 8
_EDGE = "_"
SLOTS = 48
"""The most features that a place can have; unused slots hold hash 0."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or mark of a text, in lower case, and where it starts (code points)."""

    text: str
    start: int


def pieces(straight: str) -> list[Piece]:
    """The words and marks of a text whose quotes are straight."""
    text = straight.translate(_DASHES).replace("\x00", "-")
    return [Piece(match.group().lower(), match.start()) for match in _PIECE.finditer(text)]


def features(words: Sequence[str], at: int, classes: Mapping[str, str]) -> list[int]:
    """The hashes (32 bit) of what is to be seen around ``words[at]``, the word itself left out.

    ``classes`` gives frequent words a class of words that stand in like places.
    """
    a3, a2, a1 = (words[at - each] if at >= each else _EDGE for each in (3, 2, 1))
    b1, b2, b3 = (words[at + each] if at + each < len(words) else _EDGE for each in (1, 2, 3))
    p3, p2, p1, q1, q2, q3 = (class_of(each, classes) for each in (a3, a2, a1, b1, b2, b3))
    named = [
        "1", f"a{a1}", f"b{b1}", f"c{a2}", f"d{b2}", f"e{a2} {a1}", f"f{a1} {b1}", f"g{b1} {b2}", f"h{a3}", f"i{b3}",
        f"j{p1}", f"k{q1}", f"l{p2} {p1}", f"m{p1} {q1}", f"n{q1} {q2}", f"o{a1[-3:]}", f"p{b1[-3:]}", f"q{p1} {b1}",
        f"r{a1} {q1}", f"s{p2} {p1} {q1}", f"t{p1} {q1} {q2}", f"u{p2}", f"v{q2}",
        f"x{a2} {b1}", f"y{a1} {b2}", f"z{a2} {a1} {b1}", f"A{a1} {b1} {b2}",
        f"B{p3} {p2} {p1}", f"C{q1} {q2} {q3}", f"D{a1} {q1} {q2}", f"E{p2} {p1} {b1}", f"F{p3}", f"G{q3}",
    ]  # fmt: skip
    around = [*words[max(0, at - _REACH) : at], *words[at + 1 : at + 1 + _REACH]]
    named.extend({f"w{each}" for each in around if len(each) > 3})
    return [crc32(each.encode("utf-8", "replace")) for each in named[:SLOTS]]


def class_of(word: str, classes: Mapping[str, str]) -> str:
    """The word's class; for a rare word one by its ending, for a mark itself."""
    known = classes.get(word)
    if known is not None:
        return known
    if not word[0].isalpha():
        return "#" if word[0].isdigit() else word
    for ending in ("ing", "ed", "ly", "ness", "tion", "'s", "s", "er", "est", "y"):
        if word.endswith(ending):
            return "-" + ending
    return "?"


def word_seed(word: str) -> int:
    """The number that parts one word's weights from another's."""
    return crc32(word.encode()) | 1
