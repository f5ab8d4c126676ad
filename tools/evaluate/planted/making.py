# SPDX-License-Identifier: GPL-3.0-or-later
"""What an error put into a clean paragraph is, and the simplest ways to make one."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Made = tuple[int, int, str]
"""Start and end of the changed stretch in the clean text, and what stands there instead."""

Maker = Callable[[str, random.Random], Made | None]
"""Makes one error somewhere in a clean paragraph with curly quote marks; None where it finds no place for one."""


_TRIES = 6


@dataclass(frozen=True, slots=True)
class Planted:
    """A paragraph with one error: the spoilt ``text``, the ``clean`` one, and the error's place in ``text``.

    The place takes in a character on either side, so that a finding on the neighbouring word of a gap touches it.
    """

    kind: str
    text: str
    clean: str
    start: int
    end: int


def planted(kind: str, clean: str, made: Made) -> Planted:
    """The paragraph with what a maker made of it; the place takes in a letter of the words on either side."""
    start, end, new = made
    text = clean[:start] + new + clean[end:]
    first, last = max(0, start - 1), min(len(text), start + len(new) + 1)
    while first > 0 and text[first] == " ":
        first -= 1
    while last < len(text) and text[last - 1] == " ":
        last += 1
    return Planted(kind, text, clean, first, last)


def swap(pattern: str, replace: str | Callable[[re.Match[str]], str], before: str = "") -> Maker:
    """An error made where ``pattern`` matches, at one of its places by chance; never one that changes nothing.

    ``before``: words of which one must stand before the place (a look-behind would need them equally long).
    """
    compiled = re.compile(pattern)
    behind = re.compile(rf"\b(?:{before}) $") if before else None

    def make(text: str, chance: random.Random) -> Made | None:
        found = [
            each for each in compiled.finditer(text)
            if behind is None or behind.search(text, max(0, each.start() - 30), each.start())
        ]
        if not found:
            return None
        match = chance.choice(found)
        new = match.expand(replace) if isinstance(replace, str) else replace(match)
        return None if new == match.group() else (match.start(), match.end(), new)

    return make


def told(make: Maker) -> Maker:
    """The same error in narration only: in speech it may be how this person talks."""

    def in_narration(text: str, chance: random.Random) -> Made | None:
        for _ in range(_TRIES):
            made = make(text, chance)
            if made is None or text.count("“", 0, made[0]) == text.count("”", 0, made[0]):
                return made
        return None

    return in_narration


def words(table: Mapping[str, str], before: str = "", after: str = "") -> Maker:
    """An error made by writing one word (or several) for another, the capital kept.

    ``before`` and ``after`` are what the place must look like, as the insides of look-arounds.
    """
    known = "|".join(re.escape(each) for each in sorted(table, key=len, reverse=True))
    behind = f"(?<={before})" if before else r"(?<![\w’-])"
    ahead = f"(?={after})" if after else r"(?![\w’-])"

    def write(match: re.Match[str]) -> str:
        new = table[match.group().lower()]
        return new[0].upper() + new[1:] if match.group()[0].isupper() else new

    return swap(rf"{behind}(?:(?i:{known})){ahead}", write)


def lowered(match: re.Match[str]) -> str:
    """The match with a small first letter."""
    return match.group()[0].lower() + match.group()[1:]


def raised(match: re.Match[str]) -> str:
    """The match with a capital."""
    return match.group()[0].upper() + match.group()[1:]
