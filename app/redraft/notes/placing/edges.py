# SPDX-License-Identifier: GPL-3.0-or-later
"""From words back to characters: the quote mark before a noted speech and the full stop behind it belong to it."""

from __future__ import annotations

from redraft.notes.placing.wording import Stretch, Wording, fold
from redraft.text.span import Span


def span_of(old: Wording, noted: Span, words: Stretch, new: Wording, found: Stretch) -> Span:
    """The characters of ``new`` that answer to the characters ``noted`` of ``old``.

    ``words`` are the noted words, ``found`` what they are now. A note that began or ended inside a word does so again
    where the word is the same; marks at its ends are taken along as far as they stand there still.
    """
    return Span(_start(old, noted, words, new, found), _end(old, noted, words, new, found))


def _start(old: Wording, noted: Span, words: Stretch, new: Wording, found: Stretch) -> int:
    place, old_place = new.starts[found.first], old.starts[words.first]
    if noted.start > old_place:
        inside = noted.start - old_place
        return place + inside if old.words[words.first] == new.words[found.first] else place
    before = fold(old.text[noted.start : old_place])
    limit = new.ends[found.first - 1] if found.first else 0
    return place - _common(before[::-1], fold(new.text[max(limit, place - 2 * len(before)) : place])[::-1])


def _end(old: Wording, noted: Span, words: Stretch, new: Wording, found: Stretch) -> int:
    place, old_place = new.ends[found.last - 1], old.ends[words.last - 1]
    if noted.end < old_place:
        inside = old_place - noted.end
        return place - inside if old.words[words.last - 1] == new.words[found.last - 1] else place
    behind = fold(old.text[old_place : noted.end])
    limit = new.starts[found.last] if found.last < len(new.words) else len(new.text)
    return place + _common(behind, fold(new.text[place : min(limit, place + 2 * len(behind))]))


def _common(one: str, other: str) -> int:
    """How many characters of ``other`` go on as ``one`` does; an ellipsis is three full stops."""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same
