# SPDX-License-Identifier: GPL-3.0-or-later
"""The file that a reader copy saves: ``{"redraft": {"version": 1, "copy": …}, "annotations": […]}``.

It may have gone through a mail: with a line before and behind it, or every line quoted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from redraft.notes.arriving.arrived import NOBODY, Arrived, NoNotes
from redraft.notes.note import Note, Place
from redraft.notes.webannotation import Answer, answer_of, note_of

VERSION = 1
_MOST = 20_000
_READ = 0.97
"""Who came so far has read it all; what is left is acknowledgements."""
_DIGEST = re.compile(r"[0-9a-f]{64}")
_QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)


def holds_reader_file(text: str) -> bool:
    """Whether a text is, or holds, such a file, whole or broken."""
    return text.lstrip("\ufeff \t\r\n>").startswith("{") or '"annotations"' in text


def read_reader_file(text: str, name: str) -> Arrived:
    """The notes in it.

    Raises:
        NoNotes: when it is broken or none.
    """
    told = _parsed(text)
    if told is None:
        raise NoNotes(f"“{name}” is damaged: it begins like a file of notes, but breaks off or was changed on the way. "
                      "Ask for it again, best as an attachment.")  # fmt: skip
    items = told.get("annotations")
    if not isinstance(items, list):
        raise NoNotes(f"“{name}” holds no notes: it is not a file that a reader copy saved.")
    head = told.get("redraft")
    head = head if isinstance(head, dict) else {}
    copy, reader = _digest(head.get("copy")), _line(head.get("reader"))
    notices = [*_told_of_version(head.get("version"), name), *_told_of_progress(head.get("stopped"), reader or NOBODY)]
    if len(items) > _MOST:
        notices.append(f"“{name}” holds {len(items):,} notes; the first {_MOST:,} were read.")
    notes, answers, strange = _read(items[:_MOST], reader or NOBODY, copy)
    if strange:
        what = "one entry that is" if strange == 1 else f"{strange} entries that are"
        notices.append(f"“{name}” has {what} no note; the rest was read.")
    return Arrived(name, tuple(notes), tuple(answers), copy, reader, _line(head.get("title")), tuple(notices))


def _parsed(text: str) -> Mapping[str, object] | None:
    for candidate in (text, _QUOTED.sub("", text)):
        start = candidate.find("{")
        if start < 0:
            continue
        try:
            told, _ = json.JSONDecoder().raw_decode(candidate, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict):
            return told
    return None


def _read(items: list[object], reader: str, copy: str) -> tuple[list[Note], list[Answer], int]:
    notes: list[Note] = []
    answers: list[Answer] = []
    strange = 0
    for each in items:
        told = each if isinstance(each, dict) else {}
        answer = answer_of(told, reader)
        if answer is not None:
            answers.append(answer)
            continue
        try:
            notes.append(_as_it_came(note_of(told, reader), copy))
        except ValueError:
            strange += 1
    return notes, answers, strange


def _as_it_came(note: Note, copy: str) -> Note:
    """What a reader's file tells as the place is where the words stood in the reader's copy."""
    place = note.place
    if place is not None and not place.text:
        place = Place(copy, place.start, place.end)
    return replace(note, place=None, placed="", origin=note.origin or place, source=note.source or "reader copy")


def _told_of_version(version: object, name: str) -> list[str]:
    if not isinstance(version, int) or version <= VERSION:
        return []
    return [f"“{name}” was made by a newer version of Redraft; what this one knows was read, and the rest is kept."]


def _told_of_progress(stopped: object, reader: str) -> list[str]:
    share = stopped.get("share") if isinstance(stopped, dict) else None
    if not isinstance(share, int | float) or not 0 < share < _READ:
        return []
    return [f"{reader} has read {share:.0%} of the copy so far."]


def _digest(told: object) -> str:
    return told if isinstance(told, str) and _DIGEST.fullmatch(told) else ""


def _line(told: object) -> str:
    return " ".join(told.split())[:200] if isinstance(told, str) else ""
