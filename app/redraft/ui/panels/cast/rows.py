# SPDX-License-Identifier: GPL-3.0-or-later
"""Characters as rows, and the way from one mention to the next. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redraft.characters.cast import Cast, Character
from redraft.manuscript.model import Paragraph
from redraft.ui.panels.words import number, plural

CELLS = 48
"""Into how many cells the strip of scenes is gathered at most."""


@dataclass(frozen=True, slots=True)
class CastRow:
    """One character. ``strip`` counts mentions in each scene (or in each few, in a long book)."""

    name: str
    aliases: tuple[str, ...]
    mentions: int
    strip: tuple[int, ...]
    lines: int
    first_words: str
    pronouns: str | None = None
    traits: tuple[tuple[str, str], ...] = ()
    pinned: bool = False
    role: str = ""

    @property
    def also(self) -> str:
        """The other names, in a line."""
        return ", ".join(self.aliases)


@dataclass(frozen=True, slots=True)
class Cell:
    """A scene: its ``number`` and ``label``, how often the character is named in it, and the ``place`` of the first
    time (None where that is never): a paragraph's index and offsets."""

    number: int
    label: str
    count: int
    place: tuple[int, int, int] | None

    @property
    def words(self) -> str:
        """The cell in words: "Scene 3, The gate: named 4 times"."""
        label = f", {self.label}" if self.label else ""
        told = f"named {plural(self.count, 'time')}" if self.place else "not here"
        return f"Scene {self.number}{label}: {told}"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A mention in the present text: paragraph index and offsets."""

    index: int
    start: int
    end: int


def cast_rows(cast: Cast, scenes: int, pinned: frozenset[str] = frozenset()) -> list[CastRow]:
    """The cast, first who is ``pinned``, then who tells the story, then most mentioned first; ``scenes`` is how many
    the story has."""
    lines = sum(each.lines for each in cast.characters)
    rows = [_row(character, scenes, lines, pinned) for character in cast.characters]
    tellers = {each.name for each in cast.characters if each.tells}
    return sorted(rows, key=lambda row: (not row.pinned, row.name not in tellers, -row.mentions, row.name))


def _row(character: Character, scenes: int, lines: int, pinned: frozenset[str]) -> CastRow:
    traits = dict.fromkeys((each.attribute, each.value) for each in character.attributes)
    return CastRow(
        character.name, tuple(character.aliases), len(character.mentions), strip(character.scenes, scenes),
        character.lines, character.first_words, character.pronouns, tuple(traits), character.name in pinned,
        role(character, scenes, lines),
    )


_LEADING, _SUPPORTING = 0.5, 0.15
"""Shares of scenes or lines from which on a part is a leading, or a supporting, one."""


def role(character: Character, scenes: int, lines: int) -> str:
    """The size of a character's part, by the larger of the shares of scenes and of lines spoken."""
    present = len([number for number in character.scenes if number]) / scenes if scenes else 0.0
    share = max(present if len(character.mentions) > 3 else 0.0, 2 * character.lines / lines if lines else 0.0)
    if share >= _LEADING:
        return "leading part"
    return "supporting part" if share >= _SUPPORTING else "small part"


def strip(counts: Mapping[int, int], scenes: int, cells: int = CELLS) -> tuple[int, ...]:
    """Mentions in each scene from 1 to ``scenes``, gathered so that there are no more than ``cells``."""
    every = [counts.get(number, 0) for number in range(1, scenes + 1)]
    if scenes <= cells:
        return tuple(every)
    cuts = [round(place * scenes / cells) for place in range(cells + 1)]
    return tuple(sum(every[start:end]) for start, end in pairwise(cuts))


def spots(character: Character, paragraphs: Sequence[Paragraph]) -> list[Spot]:
    """Where a character is mentioned now, in reading order.

    A mention whose paragraph has changed since is looked for by name; one that is gone is left out.
    """
    places = {paragraph.id: index for index, paragraph in enumerate(paragraphs)}
    forms = (character.name, *character.aliases)
    found = set()
    for mention in character.mentions:
        index = places.get(mention.paragraph)
        if index is not None:
            spot = _fitting(index, paragraphs[index].text, mention.start, mention.end, forms)
            if spot is not None:
                found.add(spot)
    return sorted(found)


def _fitting(index: int, text: str, start: int, end: int, forms: Sequence[str]) -> Spot | None:
    words = text[start:end]
    if any(part and part in words for form in forms for part in (form, *form.split())):
        return Spot(index, start, end)
    for form in forms:
        place = text.find(form)
        if form and place >= 0:
            return Spot(index, place, place + len(form))
    return None


def step(found: Sequence[Spot], caret: tuple[int, int], forward: bool) -> tuple[int, Spot] | None:
    """The next (or previous) mention from a caret at (paragraph, offset), going round at the ends.

    Returns its place among all and the mention; None when there are none. A caret at the end of a mention, where
    going there leaves it, counts as behind it.
    """
    if not found:
        return None
    starts = [(spot.index, spot.start) for spot in found]
    ends = [(spot.index, spot.end) for spot in found]
    if forward:
        place = bisect_right(starts, caret)
        return place % len(found), found[place % len(found)]
    place = bisect_left(ends, caret) - 1
    return place % len(found), found[place]


def span_of(cells: Sequence[Cell]) -> str:
    """From which scene to which a character is named: "Scenes 1–9, in 4 of 12"; "" in a story of one scene."""
    here = [each.number for each in cells if each.place]
    if not here or len(cells) < 2:
        return ""
    if len(here) == 1:
        return f"Scene {here[0]} of {len(cells)}"
    return f"Scenes {here[0]}–{here[-1]}, in {len(here)} of {len(cells)}"


def details(row: CastRow) -> str:
    """What is known of a character besides names, in a line."""
    parts = [row.role, plural(row.mentions, "mention"),
             f"speaks {number(row.lines)}×" if row.lines else "", row.pronouns or ""]
    return " · ".join(part for part in parts if part)


def quoted(words: str) -> str:
    """Words of the story in quotation marks, unless somebody says some of them, who has marks already."""
    plain = words.strip()
    return plain if not plain or any(mark in plain for mark in "“”‘\"«»") else f"“{plain}”"


def traits(row: CastRow) -> str:
    """What the text says of a character's looks: ``hair: purple · eyes: brown``."""
    return " · ".join(f"{attribute}: {value}" for attribute, value in row.traits)


def speak(row: CastRow) -> str:
    """A row in a sentence, for tool tips and screen readers."""
    also = f", also {row.also}" if row.aliases else ""
    return f"{row.name}{also}, {plural(row.mentions, 'mention')} in {plural(sum(map(bool, row.strip)), 'scene')}"
