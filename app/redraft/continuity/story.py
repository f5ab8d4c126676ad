# SPDX-License-Identifier: GPL-3.0-or-later
"""The story as the finders of contradictions read it: its paragraphs in step, who is named and heard where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from redraft.characters.cast import Cast, Character, Quote
from redraft.continuity.elapsed import Days, between
from redraft.continuity.places import Place
from redraft.language.analysis import Analysis


@dataclass(frozen=True)
class Named:
    """A character named at ``start``–``end`` of the paragraph at ``index``."""

    index: int
    start: int
    end: int


@dataclass(frozen=True)
class Story:
    """Ids, analyses, scenes and days run in step, paragraph by paragraph; front matter and notes are left out."""

    ids: Sequence[int]
    analyses: Sequence[Analysis]
    scene_of: Sequence[int]
    days: Sequence[Days]
    cast: Cast

    @cached_property
    def index_of(self) -> dict[int, int]:
        """The index of each paragraph by its id."""
        return {id: index for index, id in enumerate(self.ids)}

    @cached_property
    def quotes_at(self) -> dict[int, list[Quote]]:
        """The quotations of each paragraph (an index)."""
        found: dict[int, list[Quote]] = {}
        for quote in self.cast.quotes:
            index = self.index_of.get(quote.paragraph)
            if index is not None:
                found.setdefault(index, []).append(quote)
        return found

    def named(self, character: Character) -> Iterator[Named]:
        """Where a character is named, in reading order."""
        for each in character.mentions:
            index = self.index_of.get(each.paragraph)
            if index is not None:
                yield Named(index, each.start, each.end)

    def place(self, index: int, start: int, end: int) -> Place:
        """The words ``start``–``end`` of the paragraph at ``index``."""
        return Place(self.ids[index], start, end, self.analyses[index].text[start:end])

    def speaker(self, index: int, offset: int) -> str | None:
        """Who says the words at an offset; None in narration, or where it is unclear."""
        return next((each.speaker for each in self.quotes_at.get(index, ()) if each.start <= offset < each.end), None)

    def apart(self, one: int, other: int) -> str:
        """How far two paragraphs (indices) lie apart: "both in scene 2", "in scenes 1 and 9, 3 days apart"."""
        first, second = sorted((one, other))
        scenes = self.scene_of[first], self.scene_of[second]
        if scenes[0] == scenes[1]:
            return f"both in scene {scenes[0]}"
        low, high = between(self.days[first], self.days[second])
        days = f", {low} day{'s' if low != 1 else ''} apart" if low and low == high else ""
        return f"in scenes {scenes[0]} and {scenes[1]}{days}"
