# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes as rows of a list, filtered and sorted, and how many each reader wrote. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redraft.manuscript.outline import Outline
from redraft.notes.note import Kind, State, Target
from redraft.ui.notes.desk import Placed
from redraft.ui.notes.looks import look_of, said
from redraft.ui.panels.words import plural

STATES = {"open": "To be read", "done": "Done", "lost": "Words gone", "": "All"}
"""What the author may ask for, by the name of the state."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note: ``scene`` 0 where it is in none, ``quote`` its words (of a lost one those that it had)."""

    id: str
    author: str
    look: str
    icon: str
    colours: tuple[str, str]
    scene: int
    where: str
    quote: str
    said: str
    answers: int
    state: State
    suggests: bool
    when: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of all notes is listed. Empty: everything. ``scene`` None: all scenes."""

    reader: str = ""
    kind: Kind | None = None
    state: str = "open"
    scene: int | None = None
    by_time: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many notes there are, by reader and by scene, of those in the state asked for."""

    readers: dict[str, int] = field(default_factory=dict)
    scenes: dict[int, int] = field(default_factory=dict)
    total: int = 0


def rows(placed: Iterable[Placed], outline: Outline, wanted: Wanted) -> tuple[list[NoteRow], Counts]:
    """The rows asked for; ``placed`` comes in the order of the story."""
    found: list[NoteRow] = []
    readers: Counter[str] = Counter()
    scenes: Counter[int] = Counter()
    for each in placed:
        if wanted.state and each.state.value != wanted.state:
            continue
        row = _row(each, outline)
        readers[row.author] += 1
        scenes[row.scene] += 1
        if wanted.reader not in ("", row.author) or wanted.kind not in (None, each.note.kind):
            continue
        if wanted.scene in (None, row.scene):
            found.append(row)
    if wanted.by_time:
        found.sort(key=lambda row: (row.when, row.id), reverse=True)
    return found, Counts(dict(sorted(readers.items())), dict(sorted(scenes.items())), sum(readers.values()))


def summary(counts: Counts) -> str:
    """"7 notes · Ann 4 · Bob 3"."""
    each = [f"{name or 'Somebody'} {count}" for name, count in counts.readers.items()]
    return " · ".join([plural(counts.total, "note"), *(each if len(each) > 1 else [])])


def speak(row: NoteRow) -> str:
    """A note in words, for screen readers."""
    quote = f" on “{row.quote}”" if row.quote else ""
    return f"{row.look} of {row.author or 'somebody'}, {row.where}{quote}: {row.said}"


def _row(placed: Placed, outline: Outline) -> NoteRow:
    note, spot = placed.note, placed.spot
    look = look_of(note)
    scene = outline.scene_of(spot.first) if spot else 0
    where = f"sc. {scene}" if scene else {Target.MANUSCRIPT: "whole story"}.get(note.target, "")
    if placed.state is State.LOST:
        where = "words gone"
    quote = " ".join(note.quote.exact.split()) if note.target is not Target.MANUSCRIPT else ""
    return NoteRow(
        note.id, note.author, look.name, look.icon, (look.light, look.dark), scene, where, quote, said(note),
        len(note.answers), placed.state, note.suggestion is not None and not note.done, note.created,
    )  # fmt: skip


def names(counts: Counts) -> Sequence[tuple[str, str]]:
    """The readers for a choice: name, and what is shown."""
    return [("", "Everybody"), *((name, f"{name or 'Somebody'} ({count})") for name, count in counts.readers.items())]
