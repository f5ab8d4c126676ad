# SPDX-License-Identifier: GPL-3.0-or-later
"""From words back to characters: the quote mark before a noted speech and the full stop behind it belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redraft.notes.placing.wording import Stretch, Wording, fold
from redraft.text.span import Span

_UNIT = re.compile(r"-+|\.{2,}|…|\s+|.", re.DOTALL)


def span_of(old: Wording, noted: Span, words: Stretch, new: Wording, found: Stretch) -> Span:
    """The characters of ``new`` that answer to the characters ``noted`` of ``old``.

    ``words`` are the noted words, ``found`` what they are now. A note that began or ended inside a word does so again
    where the word is the same; marks at its ends are taken along as far as they stand there still.
    """
    return Span(_start(old, noted, words, new, found), _end(old, noted, words, new, found))


def between(old: Wording, noted: Span, new: Wording, gap: int) -> Span | None:
    """Where the marks ``noted``, which hold no word, stand before the word number ``gap`` of ``new``; None where they
    do not, or more than once."""
    start = new.ends[gap - 1] if gap else 0
    end = new.starts[gap] if gap < len(new.words) else len(new.text)
    wanted = [each for each, _ in _units(noted.of(old.text)) if each != " "]
    if not wanted:
        return None
    units = [(each, start + place, size) for (each, size), place in _placed(new.text[start:end]) if each != " "]
    here = [
        Span(units[at][1], units[at + len(wanted) - 1][1] + units[at + len(wanted) - 1][2])
        for at in range(len(units) - len(wanted) + 1)
        if [each for each, _, _ in units[at : at + len(wanted)]] == wanted
    ]
    return here[0] if len(here) == 1 else None


def _start(old: Wording, noted: Span, words: Stretch, new: Wording, found: Stretch) -> int:
    place, old_place = new.starts[found.first], old.starts[words.first]
    if noted.start > old_place:
        inside = noted.start - old_place
        return place + inside if old.words[words.first] == new.words[found.first] else place
    before = _units(old.text[noted.start : old_place])
    limit = new.ends[found.first - 1] if found.first else 0
    return place - _common(reversed(before), reversed(_units(new.text[limit:place])))


def _end(old: Wording, noted: Span, words: Stretch, new: Wording, found: Stretch) -> int:
    place, old_place = new.ends[found.last - 1], old.ends[words.last - 1]
    if noted.end < old_place:
        inside = old_place - noted.end
        return place - inside if old.words[words.last - 1] == new.words[found.last - 1] else place
    behind = _units(old.text[old_place : noted.end])
    limit = new.starts[found.last] if found.last < len(new.words) else len(new.text)
    return place + _common(behind, _units(new.text[place:limit]))


def _units(text: str) -> list[tuple[str, int]]:
    """The marks of a text, folded, each with its length: dashes are one however written, and so are ellipses
    and quote marks."""
    return [unit for unit, _ in _placed(text)]


def _placed(text: str) -> list[tuple[tuple[str, int], int]]:
    found = []
    for match in _UNIT.finditer(fold(text)):
        told = match.group()
        kind = "-" if told[0] == "-" else "…" if told[0] == "…" or told.startswith("..") else told.replace("'", '"')
        found.append(((" " if kind.isspace() else kind, len(told)), match.start()))
    return found


def _common(one: Iterable[tuple[str, int]], other: Iterable[tuple[str, int]]) -> int:
    """How many characters of ``other`` go on as ``one`` does."""
    same = 0
    for (a, _), (b, size) in zip(one, other, strict=False):
        if a != b:
            break
        same += size
    return same
