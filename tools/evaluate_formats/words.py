# SPDX-License-Identifier: GPL-3.0-or-later
"""Two texts of one document, compared word by word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

NOTE = "\u2021"
"""What stands in our text where a footnote's figure is; LibreOffice prints the figure."""

_WORD = re.compile(rf"[^\W_]+{NOTE}?|{NOTE}")
_FIGURE = re.compile(r"\d{1,3}|[ivxlc]{1,6}|[a-z]")
_LABEL = re.compile(r"[ \t]*[(\[]?((?:[\dA-Za-z]{1,4}|[ivxlcIVXLC]{1,7})(?:[.:)\]][\dA-Za-z]{0,3}){0,9})(?=[ \t.:)\]])")


@dataclass(frozen=True, slots=True)
class Compared:
    """``share`` of the words that both have in the same order; ``missing`` and ``added`` are words of the other alone,
    and of ours.
    """

    share: float
    missing: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def equal(self) -> bool:
        """Whether not a word differs."""
        return not self.missing and not self.added

    @property
    def complete(self) -> bool:
        """Whether every word of the other is there: it prints no text boxes and shapes, and loses some cells."""
        return not self.missing


def compared(ours: str, other: str, deleted: str = "") -> Compared:
    """``other`` is LibreOffice's text: the figures of footnotes, the labels of list items, and the words of tracked
    deletions (``deleted``) in it are its own.
    """
    signs = _WORD.findall(ours)
    one, two, notes = [each for each in signs if each != NOTE], words(other), signs.count(NOTE)
    if one == two:
        return Compared(1.0, (), ())
    labels = _labels(other)
    if one == [each for at, each in enumerate(two) if at not in labels]:
        return Compared(1.0, (), ())
    matcher = SequenceMatcher(None, two, one, autojunk=False)
    missing: list[str] = []
    added: list[str] = []
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            continue
        theirs = [two[at] for at in range(start, end) if at not in labels]
        if notes and len(theirs) == 1 and first == last and _FIGURE.fullmatch(theirs[0]):
            notes -= 1
            continue
        mine = one[first:last]
        if len(theirs) != len(mine) or not all(map(_noted, mine, theirs)):
            missing += theirs
            added += [each.rstrip(NOTE) for each in mine]
    left = Counter(words(deleted))
    missing = [each for each in missing if not _taken(left, each)]
    return Compared(1 - (len(missing) + len(added)) / max(1, len(one) + len(two)), tuple(missing), tuple(added))


def _taken(left: Counter[str], word: str) -> bool:
    """Whether the word was among those left, and is taken from them."""
    left[word] -= 1
    return left[word] >= 0


def words(text: str) -> list[str]:
    """Runs of letters and digits."""
    return _WORD.findall(text.replace(NOTE, " "))


def _labels(text: str) -> set[int]:
    """Which of the words are what stands before a list item: at a line's start, short, and set off."""
    found: set[int] = set()
    count = 0
    for line in text.splitlines():
        label = _LABEL.match(line)
        found.update(range(count, count + len(words(label.group(1)))) if label else ())
        count += len(words(line))
    return found


def _noted(mine: str, theirs: str) -> bool:
    """Whether two words are one but for a footnote's figure."""
    word = mine.rstrip(NOTE)
    return word == theirs or (mine.endswith(NOTE) and theirs.startswith(word)
                              and _FIGURE.fullmatch(theirs[len(word) :]) is not None)  # fmt: skip
