# SPDX-License-Identifier: GPL-3.0-or-later
"""A character's page as groups of rows: what is said of them, their lines in order, who speaks of them, their scenes.

Each row is a place in the present text. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redraft.characters.attributes import Attribute
from redraft.characters.cast import Cast, Character, Quote
from redraft.continuity.decisions import ContinuityNote
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Outline
from redraft.ui.panels.cast.rows import Cell
from redraft.ui.panels.continuity.rows import PlaceRow, SectionRow, TextRow, note_rows, place_row

Group = tuple[SectionRow, tuple[PlaceRow | TextRow, ...]]

_TITLES = {
    "job": "work", "relation": "relations", "pet": "animals by name", "years": "for how long", "car": "drives",
    "injury": "hurts and scars", "hand": "writing hand", "weapon": "carries", "animal": "animals",
}  # fmt: skip


@dataclass(frozen=True)
class Present:
    """The text as it stands: paragraphs, their indices by id, the scenes."""

    paragraphs: Sequence[Paragraph]
    outline: Outline

    @property
    def indices(self) -> dict[int, int]:
        """The index of each paragraph by its id."""
        return {paragraph.id: index for index, paragraph in enumerate(self.paragraphs)}


def page_groups(
    character: Character, cast: Cast, present: Present, notes: Iterable[ContinuityNote] = (),
) -> list[Group]:
    """Everything on a character's page, in the order in which an author asks for it: what is found, the author's own
    ``notes`` that are tied to the character, lines, scenes."""
    indices = present.indices
    mine = [each for each in cast.quotes if each.speaker == character.name]
    names = (character.name, *character.aliases)
    return [
        *_attributes(character.attributes, present, indices),
        *_notes((each for each in notes if each.character in names), present),
        *_lines("Lines spoken", mine, present, indices),
        *_lines("Spoken of by others", _about(character, cast), present, indices),
        *_scenes(character, present, indices),
    ]


def _attributes(found: Iterable[Attribute], present: Present, indices: dict[int, int]) -> list[Group]:
    """One group for each attribute: its values in the heading, all evidence under it."""
    kinds: dict[str, list[Attribute]] = {}
    for each in found:
        kinds.setdefault(each.attribute, []).append(each)
    groups: list[Group] = []
    for kind, some in kinds.items():
        rows = []
        for each in some:
            index = indices.get(each.paragraph)
            text = present.paragraphs[index].text if index is not None else ""
            words = text[each.start : each.end]
            row = place_row(indices, present.paragraphs, present.outline, each.paragraph, each.start, each.end, words,
                            "said" if each.speech else "")  # fmt: skip
            if row is not None:
                rows.append(row)
        values = ", ".join(dict.fromkeys(each.value for each in some))
        title = _TITLES.get(kind, kind)
        if rows:
            heading = SectionRow(f"is {kind}", f"{title[0].upper()}{title[1:]}: {values}", len(rows))
            groups.append((heading, tuple(rows)))
    return groups


def _notes(notes: Iterable[ContinuityNote], present: Present) -> list[Group]:
    """What the author noted of the character."""
    rows = note_rows(notes, present.paragraphs)
    return [(heading, places) for heading, places in rows if isinstance(heading, SectionRow)]


def _lines(title: str, quotes: Iterable[Quote], present: Present, indices: dict[int, int]) -> list[Group]:
    rows = []
    for quote in quotes:
        index = indices.get(quote.paragraph)
        if index is None:
            continue
        words = present.paragraphs[index].text[quote.start : quote.end]
        scene = present.outline.scene_of(index)
        who = f"{quote.speaker} · " if quote.speaker and title != "Lines spoken" else ""
        if words:
            rows.append(TextRow(words, f"{who}sc. {scene}" if scene else who, (index, quote.start, quote.end)))
    return [(SectionRow(title, title, len(rows)), tuple(rows))] if rows else []


def _about(character: Character, cast: Cast) -> list[Quote]:
    """What others say with the character's name in it."""
    named: dict[int, list[int]] = {}
    for each in character.mentions:
        named.setdefault(each.paragraph, []).append(each.start)
    others = (each for each in cast.quotes if each.speaker != character.name)
    return [each for each in others if any(each.start <= at < each.end for at in named.get(each.paragraph, ()))]


def scene_cells(character: Character, present: Present) -> list[Cell]:
    """Every scene of the story, with where the character is first named in it."""
    first = _first_places(character, present, present.indices)
    return [Cell(scene.number, scene.label, character.scenes.get(scene.number, 0), first.get(scene.number))
            for scene in present.outline.scenes]  # fmt: skip


def _first_places(
    character: Character, present: Present, indices: dict[int, int],
) -> dict[int, tuple[int, int, int]]:
    """Where a character is first named in each scene, by its number."""
    first: dict[int, tuple[int, int, int]] = {}
    for each in character.mentions:
        index = indices.get(each.paragraph)
        if index is not None:
            first.setdefault(present.outline.scene_of(index), (index, each.start, each.end))
    return first


def _scenes(character: Character, present: Present, indices: dict[int, int]) -> list[Group]:
    first = _first_places(character, present, indices)
    labels = {scene.number: scene.label for scene in present.outline.scenes}
    rows = tuple(
        TextRow(f"{number}  {labels[number]}", f"named {character.scenes.get(number, 1)}×", first[number])
        for number in sorted(first) if number in labels
    )
    return [(SectionRow("scenes", "Scenes", len(rows)), rows)] if rows else []


_TOLD = ("relation", "rank", "job", "hair", "eyes", "age")
"""What of a character is told in one line, first what they are to others."""


def line_of(character: Character, scenes: int) -> str:
    """A character in one line, for the tip over a name: "Tom Lake · he · in 4 of 9 scenes · Anna’s brother"."""
    told = sorted((each for each in character.attributes if each.attribute in _TOLD),
                  key=lambda each: _TOLD.index(each.attribute))  # fmt: skip
    traits = list(dict.fromkeys(
        each.value if each.attribute in _TOLD[:3] else f"{each.attribute}: {each.value}" for each in told))
    present = len([number for number in character.scenes if number])
    where = f"in {present} of {scenes} scenes" if scenes > 1 else ""
    return " · ".join(each for each in (character.name, character.pronouns or "", where, *traits[:3]) if each)
