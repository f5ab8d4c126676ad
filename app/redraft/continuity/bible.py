# SPDX-License-Identifier: GPL-3.0-or-later
"""The story bible: cast, chosen spellings, timeline, open contradictions; what copy editors call a style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from redraft.characters.cast import Cast, Character
from redraft.continuity.conflicts import Conflict
from redraft.continuity.decisions import ContinuityNote
from redraft.continuity.timeline import TimelineEntry

_MARKUP = re.compile(r"([\\*_`#\[\]<>])")
_STYLE = {"variety": "English", "serial_comma": "Serial comma", "quotes": "Quotation marks", "dashes": "Dashes"}
_CUES = 8


@dataclass(frozen=True, slots=True)
class Bible:
    """What goes in. ``scenes``: (number, label) in order; ``conflicts`` are those not answered; ``style`` the author's
    choices by name, ``words`` the story's own; ``days``: the day of a scene by its number, as the author said."""

    title: str
    cast: Cast
    scenes: Sequence[tuple[int, str]] = ()
    timeline: Sequence[TimelineEntry] = ()
    conflicts: Sequence[Conflict] = ()
    notes: Sequence[ContinuityNote] = ()
    style: Mapping[str, str] | None = None
    words: Sequence[str] = ()
    days: Mapping[int, int] | None = None


def paragraphs(bible: Bible) -> Iterator[str]:
    """The bible as Markdown, paragraph by paragraph."""
    yield f"# Story bible: {_plain(bible.title)}"
    yield from _cast(bible)
    yield from _spellings(bible)
    yield from _timeline(bible)
    yield from _open(bible)


def _cast(bible: Bible) -> Iterator[str]:
    yield "## Cast"
    if not bible.cast.characters:
        yield "Nobody is named yet."
    for each in bible.cast.characters:
        yield f"### {_plain(each.name)}"
        yield _summary(each, len(bible.scenes))
        for kind, values in _traits(each).items():
            yield f"**{kind[0].upper()}{kind[1:]}:** {_plain(', '.join(values))}"
        mine = [note for note in bible.notes if note.character == each.name]
        for note in mine:
            yield f"**Note:** {_plain(note.text)} (“{_plain(note.place.words)}”)"


def _summary(character: Character, scenes: int) -> str:
    numbers = [number for number in character.scenes if number]
    where = f"scenes {numbers[0]}–{numbers[-1]} ({len(numbers)} of {scenes})" if len(numbers) > 1 else (
        f"scene {numbers[0]}" if numbers else "")  # fmt: skip
    lines = f"{character.lines} line{'s' if character.lines != 1 else ''} spoken" if character.lines else ""
    also = f"also {', '.join(character.aliases)}" if character.aliases else ""
    parts = (character.pronouns or "", also, where, f"named {len(character.mentions)}×", lines)
    return _plain("; ".join(each for each in parts if each)) + "."


def _traits(character: Character) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in character.attributes:
        values = found.setdefault(each.attribute, [])
        if each.value not in values:
            values.append(each.value)
    return found


def _spellings(bible: Bible) -> Iterator[str]:
    """What the author has chosen, and every name and word of the story's own."""
    chosen = bible.style or {}
    names = sorted({name for each in bible.cast.characters for name in (each.name, *each.aliases)}, key=str.casefold)
    if not (chosen or names or bible.words):
        return
    yield "## Chosen spellings"
    for field, choice in chosen.items():
        yield f"**{_STYLE.get(field, field)}:** {_plain(choice)}"
    if names:
        yield f"**Names:** {_plain(', '.join(names))}"
    if bible.words:
        yield f"**The story’s words:** {_plain(', '.join(sorted(bible.words, key=str.casefold)))}"


def _timeline(bible: Bible) -> Iterator[str]:
    cues: dict[int, list[TimelineEntry]] = {}
    for entry in bible.timeline:
        cues.setdefault(entry.scene, []).append(entry)
    said = bible.days or {}
    if not cues and not said:
        return
    yield "## Timeline"
    for number, label in bible.scenes:
        mine = cues.get(number, [])
        known = {each.day for each in mine if each.day is not None}
        days = sorted(known | ({said[number]} if number in said else set()))
        day = "" if not days else f"day {days[0]}" if len(days) == 1 else f"days {days[0]}–{days[-1]}"
        words = "; ".join(f"“{each.text}”" for each in mine[:_CUES])
        told = " — ".join(each for each in (day, words) if each)
        yield f"**{number}. {_plain(label)}:** {_plain(told) if told else 'no word of time'}"


def _open(bible: Bible) -> Iterator[str]:
    loose = [note for note in bible.notes if not note.character or bible.cast.find(note.character) is None]
    yield "## Open contradictions"
    if not bible.conflicts:
        yield "None that Redraft found, or all are answered."
    for conflict in bible.conflicts:
        yield f"**{_plain(conflict.subject)}:** {_plain(conflict.message)}"
    if loose:
        yield "## Notes"
        for note in loose:
            yield f"{_plain(note.text)} (“{_plain(note.place.words)}”)"


def _plain(words: str) -> str:
    """Words that Markdown takes for nothing else."""
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))
