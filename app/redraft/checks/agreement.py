# SPDX-License-Identifier: GPL-3.0-or-later
"""What one judge alone may not say, two may: an unsure finding is shown where another judge marks the same place.

A judge that proposes the same change counts fully; one that marks the same word for another reason does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from redraft.checks.check import Found
from redraft.checks.overlaps import change
from redraft.checks.rates import second_voice
from redraft.checks.story import FAINT, EngineMark, Passage


def settle(passage: Passage, founds: Iterable[tuple[str, Found]]) -> Iterator[tuple[str, Found]]:
    """The findings that may be shown, each with its check's id: the sure ones, and the unsure that another confirms.

    An unsure finding that another *rule* shares stands as well.
    """
    everything = list(founds)
    for id, found in everything:
        if not found.unsure or _confirmed(passage, id, found, everything):
            yield id, replace(found, unsure=False)


def confirms(text: str, mark: EngineMark, found: Found, lowest: float) -> bool:
    """Whether an engine's mark of at least this probability and a finding change the text in the same way."""
    if mark.engine == FAINT or mark.probability < lowest or not mark.suggestions or not found.suggestions:
        return False
    if mark.end <= found.start or found.end <= mark.start:
        return False
    return bool(_changes(text, mark.start, mark.end, mark.suggestions) & _changes(
        text, found.start, found.end, found.suggestions))


def _confirmed(passage: Passage, id: str, found: Found, everything: list[tuple[str, Found]]) -> bool:
    lowest = second_voice(passage.story.roughness)
    voices = {mark.engine for mark in passage.marks if confirms(passage.text, mark, found, lowest)}
    if voices - {found.judge}:
        return True
    if found.judge and found.judge not in voices:
        return False  # an engine that whispers
    mine = _changes(passage.text, found.start, found.end, found.suggestions)
    return any(
        other_id != id and not other.judge and other.start < found.end and found.start < other.end
        and mine & _changes(passage.text, other.start, other.end, other.suggestions)
        for other_id, other in everything
    )


def _changes(text: str, start: int, end: int, suggestions: tuple[str, ...]) -> set[tuple[int, int, str]]:
    return {_plain(text, change(start, text[start:end], each)) for each in suggestions}


def _plain(text: str, edit: tuple[int, int, str]) -> tuple[int, int, str]:
    """The change as far to the left as it can be told, without blanks: of "her her" either may go."""
    start, end, new = edit
    while not new and start and text[start - 1] == text[end - 1]:
        start, end = start - 1, end - 1
    while new and start == end and start and text[start - 1] == new[-1]:
        start, end, new = start - 1, end - 1, new[-1] + new[:-1]
    return start, end, new.strip().lower()
