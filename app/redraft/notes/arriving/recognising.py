# SPDX-License-Identifier: GPL-3.0-or-later
"""Knows a note again that went out as a comment in a document and came back as one.

Word processors keep no id of ours: a comment is known by who says what, and of several alike by where it stands. One
that says what an answer here says is that answer, for LibreOffice before 7.6 parts the threads of Word documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from redraft.notes.as_comment import comment_text
from redraft.notes.note import Note

SOURCES = frozenset({"docx", "odt", "rtf"})
_Said = tuple[str, str]


class Recogniser:
    """The notes that are here, by what they say as comments."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._notes: defaultdict[_Said, list[Note]] = defaultdict(list)
        self._answers: set[_Said] = set()
        self._said: set[_Said] = set()
        for note in notes:
            said = _said(note.author, comment_text(note))
            self._notes[said].append(note)
            self._said.add(said)
            self._answers.update(_said(each.author, each.body) for each in note.replies)

    def known(self, came: Note) -> Note | None:
        """The note that ``came`` back: as it is here, with what was answered to it and whether it is settled there.

        None for a new one. Each note here is known once.
        """
        alike = self._notes.get(_said(came.author, came.body))
        if not alike or came.source not in SOURCES:
            return None
        found = min(alike, key=lambda each: _distance(each, came))
        alike.remove(found)
        here = {_said(each.author, each.body) for each in found.replies} | self._said
        fresh = tuple(each for each in came.replies if _said(each.author, each.body) not in here)
        return replace(found, replies=(*found.replies, *fresh), done=came.done)

    def without_known(self, came: Note) -> Note:
        """A new note without the answers that are notes here of their own."""
        if came.source not in SOURCES:
            return came
        return replace(came, replies=tuple(
            each for each in came.replies if _said(each.author, each.body) not in self._said))  # fmt: skip

    def is_answer(self, came: Note) -> bool:
        """Whether it says what an answer here says."""
        return came.source in SOURCES and _said(came.author, came.body) in self._answers


def _said(author: str, text: str) -> _Said:
    return author.casefold(), " ".join(text.split())


def _distance(one: Note, other: Note) -> int:
    if one.place is None or other.place is None:
        return 0 if one.place is other.place else 1 << 60
    return abs(one.place.start - other.place.start)
