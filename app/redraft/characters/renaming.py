# SPDX-License-Identifier: GPL-3.0-or-later
"""A character gets another name in the text: every form of the old one — full, given, family, initials, shouted,
stammered, with title or honorific, in the possessive — becomes that of the new one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from redraft.characters.tables import tables

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Renamed:
    """In the paragraph at ``index`` the words ``start``–``end`` (``old``) become ``new``. ``sure``: they name this
    character; otherwise the word stands there, and the author must say."""

    index: int
    start: int
    end: int
    old: str
    new: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A place that names somebody: paragraph index and offsets in its present text; ``own``: the one renamed."""

    index: int
    start: int
    end: int
    own: bool


def renamings(
    old: str, new: str, aliases: Iterable[str], texts: Sequence[str], mentions: Iterable[Mentioned],
) -> list[Renamed]:
    """Every change that gives the character ``old`` the name ``new``, in reading order.

    ``aliases`` are the other forms found; those that share no word with the name (nicknames) are left as they are.
    ``mentions`` of everybody: what names somebody else is not touched.
    """
    words = word_map(old, new, aliases)
    found: dict[tuple[int, int], Renamed] = {}
    others: set[tuple[int, int]] = set()
    for each in mentions:
        if not each.own:
            others.update((each.index, place) for place in range(each.start, each.end))
            continue
        for change in _inside(texts[each.index], each.index, each.start, each.end, words):
            found[change.index, change.start] = change
    for index, text in enumerate(texts):
        for change in _elsewhere(text, index, words):
            if (index, change.start) not in others:
                found.setdefault((index, change.start), change)
    return sorted(found.values(), key=lambda each: (each.index, each.start))


def word_map(old: str, new: str, aliases: Iterable[str] = ()) -> dict[str, str]:
    """Which word of the old name becomes which of the new one: word by word where both have as many; else the first
    becomes the first, and the last the last. A family name stays where the new name has none."""
    before, after = _bare(old), _bare(new)
    if not before or not after:
        return {}
    if len(before) == len(after):
        pairs = dict(zip(before, after, strict=True))
    elif len(before) == 1:
        pairs = {before[0]: after[0]}
    else:
        pairs = {before[0]: after[0]}
        if len(after) > 1:
            pairs[before[-1]] = after[-1]
    if len(before) == 1 and len(after) > 1:
        pairs.update({word: after[-1] for alias in aliases for word in _bare(alias)[1:] if before[0] in alias.split()})
    return {one: other for one, other in pairs.items() if one != other}


def _bare(name: str) -> list[str]:
    """The words of a name without titles."""
    words = name.split()
    while len(words) > 1 and tables().is_title(words[0]):
        words = words[1:]
    return words


def _inside(text: str, index: int, start: int, end: int, words: Mapping[str, str]) -> Iterator[Renamed]:
    """The changes in one mention; a possessive or a stammer beside it is part of it."""
    for match in _WORD.finditer(text, start, end):
        old = match.group()
        new = _renamed(old, words)
        if new is None:
            continue
        first, last = match.span()
        first, new = _stammer(text, first, old, new)
        last, new = _possessive(text, last, new)
        yield Renamed(index, first, last, text[first:last], new)


def _elsewhere(text: str, index: int, words: Mapping[str, str]) -> Iterator[Renamed]:
    """Words of the name where nobody was found to be named: headings, front matter, doubtful places."""
    for old, new in words.items():
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(old)}(?![\w-])", text):
            last, shown = _possessive(text, match.end(), new)
            yield Renamed(index, match.start(), last, text[match.start() : last], shown, sure=False)


def _renamed(word: str, words: Mapping[str, str]) -> str | None:
    bare = re.sub(r"[’']s$", "", word)
    tail = word[len(bare) :]
    if bare in words:
        return words[bare] + tail
    for old, new in words.items():
        if bare.isupper() and len(bare) > 1 and bare == old.upper():
            return new.upper() + tail.upper()
        if len(bare) == 2 and bare[1] == "." and bare[0] == old[0]:
            return new[0] + "."
    return None


def _stammer(text: str, start: int, old: str, new: str) -> tuple[int, str]:
    """"A-Anna" becomes "C-Clara"."""
    letter = old[0]
    match = re.search(rf"(?<!\w)(?:{re.escape(letter)}[-–—…]+\s?)+$", text[:start])
    if match is None or letter == new[0]:
        return start, new
    return match.start(), match.group().replace(letter, new[0]) + new


def _possessive(text: str, end: int, new: str) -> tuple[int, str]:
    """"James’ hat" becomes "Clara’s hat"; the mark alone is no possessive of a name that does not end in s."""
    mark = text[end : end + 1]
    if mark == "’" and text.rfind("‘", 0, end) > text.rfind("’", 0, end):
        return end, new  # it closes what somebody says
    if mark and mark in "’'" and text[end - 1 : end].lower() == "s" and not new.lower().endswith("s"):
        after = text[end + 1 : end + 2]
        if after in ("", " ") or not after.isalnum():
            return end + 1, f"{new}{mark}s"
    return end, new
