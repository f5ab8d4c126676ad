# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes as a list: for programs (``redraft notes list --format json``), for people, and as a file to be imported."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from redraft.manuscript.model import Manuscript
from redraft.manuscript.outline import Outline
from redraft.notes.note import Note, Place, State, text_digest
from redraft.notes.webannotation import Data, annotations_of

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Listed:
    """A note, and the number and label of its scene (0 and "" for one without a place, or in none)."""

    note: Note
    scene: int = 0
    label: str = ""


def listed(notes: Iterable[Note], manuscript: Manuscript, found: Outline) -> list[Listed]:
    """Notes that were placed in ``manuscript``, in the order of the text; those without a place last, by time."""
    rows = [_row(each, manuscript, found) for each in notes]
    return sorted(rows, key=lambda each: (each.note.place is None, _start(each.note), each.note.created, each.note.id))


def as_json(rows: Sequence[Listed]) -> Data:
    """The notes as ``redraft notes list`` promises them; offsets are code points of the manuscript's source."""
    return {"version": 1, "notes": [_told(each) for each in rows]}


def as_markdown(rows: Sequence[Listed], manuscript: Manuscript) -> str:
    """The notes as a list to read and tick off, scene by scene."""
    name = manuscript.path.name if manuscript.path else "the story"
    lines = [f"# Notes on {_escaped(name)}", ""]
    heading: str | None = None
    for row in rows:
        here = _heading(row)
        if here != heading:
            lines += [f"## {_escaped(here)}", ""]
            heading = here
        lines += [*_item(row.note), ""]
    return "\n".join(lines if rows else [*lines, "There are none.", ""])


def as_reader_file(rows: Sequence[Listed], manuscript: Manuscript) -> str:
    """The notes as a file of the form that readers send back; offsets count in the manuscript as it is now."""
    copy = text_digest(manuscript.source)
    told = [each for row in rows for each in annotations_of(_as_sent(row.note, copy))]
    head = {"version": 1, "copy": copy, "title": manuscript.path.stem if manuscript.path else "", "reader": ""}
    return json.dumps({"redraft": head, "annotations": told}, ensure_ascii=False, indent=1) + "\n"


def _as_sent(note: Note, copy: str) -> Note:
    place = Place(copy, note.place.start, note.place.end) if note.place else None
    return replace(note, place=place, origin=None)


def _row(note: Note, manuscript: Manuscript, found: Outline) -> Listed:
    if note.place is None or not manuscript.paragraphs:
        return Listed(note)
    number = found.scene_of(max(0, bisect_right(manuscript.starts, note.place.start) - 1))
    scene = next((each for each in found.scenes if each.number == number), None)
    return Listed(note, number, (scene.title or scene.label) if scene else "")


def _start(note: Note) -> int:
    return note.place.start if note.place else 0


def _told(row: Listed) -> Data:
    note = row.note
    place = note.place
    return {
        "id": note.id, "author": note.author, "kind": note.kind.value, "state": note.state.value,
        "start": place.start if place else None, "end": place.end if place else None, "quote": note.quote.exact,
        "body": note.body, "replies": [
            {"id": each.id, "author": each.author, "body": each.body, "created": each.created} for each in note.answers
        ],
        "target": note.target.value, "created": note.created, "scene": row.scene, "suggestion": note.suggestion,
        "reaction": note.reaction.value if note.reaction else None, "question": note.asked or None,
    }  # fmt: skip


def _heading(row: Listed) -> str:
    if row.note.state is State.LOST:
        return "Lost: their words are not in the text now"
    if row.note.place is None:
        return "On the whole story"
    return f"Scene {row.scene}: {row.label}" if row.scene else "Before and between the scenes"


def _item(note: Note) -> Iterator[str]:
    tick = "x" if note.done else " "
    what = note.reaction or note.kind
    quote = " ".join(note.quote.exact.split())
    yield f"- [{tick}] **{_escaped(note.author)}** ({what})" + (f" on “{_escaped(_short(quote))}”" if quote else "")
    said = [note.asked and f"Asked: {note.asked}", note.body]
    said += [] if note.suggestion is None else [f"Instead: {note.suggestion or '(take it out)'}"]
    for text in said:
        for line in (text or "").splitlines():
            yield f"  {_escaped(line)}  "
    for reply in note.answers:
        yield f"  - **{_escaped(reply.author)}**: {_escaped(' '.join(reply.body.split()))}"


def _short(quote: str) -> str:
    return quote if len(quote) <= 120 else quote[:119].rstrip() + "…"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
