# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets what arrived join the notes that are here: each once, each where its words are now, with a report of it all.

A note is known by its id, or by saying the same of the same words. A reader's second file updates the first: what they
changed is taken over, what they took back goes, and what the author did with a note meanwhile stays done. Two notes
with one id by different people are two notes. A file whose words are nowhere in this story is another story's: it is
said, and its notes are not mixed in unless the author asks for them.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from redraft.notes import times
from redraft.notes.arriving.arrived import NOBODY, Arrived
from redraft.notes.arriving.recognising import Recogniser
from redraft.notes.merging import content, merged_replies
from redraft.notes.note import Note, Target
from redraft.notes.notebook import Notebook
from redraft.notes.placing.placer import Placer
from redraft.notes.webannotation import Answer

_FEWEST = 3
_OURS = 0.25
"""Of three or more notes from an unknown copy at least so many must be found, or they are another story's."""
_HEARD = "heard"


@dataclass
class Report:
    """What came of it. ``lost`` are notes whose words are not in the text now; ``moved`` how many stand elsewhere than
    in the copy, or on words that were changed; ``foreign`` what seems to be another story's and was left out;
    ``refused`` sentences on files that could not be read."""

    new: list[Note] = field(default_factory=list)
    updated: list[Note] = field(default_factory=list)
    withdrawn: list[Note] = field(default_factory=list)
    lost: list[Note] = field(default_factory=list)
    foreign: list[Arrived] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    moved: int = 0
    same: int = 0
    answers: int = 0


class Taking:
    """Takes arrivals into ``notebook``. ``known`` tells whether a copy's text is kept here."""

    def __init__(
        self, notebook: Notebook, placer: Placer, known: Callable[[str], bool], clock: Callable[[], str] = times.now
    ) -> None:
        self._notebook, self._placer, self._known = notebook, placer, known
        self._now = clock()
        self._kept: dict[str, Note] = {each.id: each for each in notebook.records}
        self._contents = {content(each): each.id for each in notebook.records}
        self._recogniser = Recogniser(each for each in notebook.records if not each.gone)
        self._changed: dict[str, None] = {}
        self.report = Report()

    def take(self, arrivals: Iterable[Arrived], *, foreign: bool = False) -> Report:
        """Take all of it in and say what came of it; ``foreign``: another story's notes too, to be put by hand."""
        for arrived in arrivals:
            self.report.notices += arrived.notices
            placed = [self._placer.placed(self._proper(each, arrived)) for each in arrived.notes]
            if not foreign and self._is_foreign(arrived, placed):
                self.report.foreign.append(arrived)
                continue
            for note in placed:
                self._note(note)
            for answer in arrived.answers:
                self._answer(answer)
        self._notebook.merge(self._kept[each] for each in self._changed)
        return self.report

    def _proper(self, note: Note, arrived: Arrived) -> Note:
        """The note with an author, an id, and times that have come."""
        author = note.author or arrived.reader or NOBODY
        created, modified = (self._past(each, arrived) for each in (note.created, note.modified))
        made = replace(note, author=author, created=created or self._now, modified=modified or created or self._now)
        return replace(made, id=note.id or _id_of(replace(note, author=author)))

    def _past(self, told: str, arrived: Arrived) -> str:
        if not times.in_future(told, self._now):
            return times.normal(told)
        notice = f"“{arrived.name}” has notes from the future: a clock was wrong there. They count as written today."
        if notice not in self.report.notices:
            self.report.notices.append(notice)
        return self._now

    def _is_foreign(self, arrived: Arrived, placed: Sequence[Note]) -> bool:
        if arrived.copy and self._known(arrived.copy):
            return False
        wanted = [each for each in placed if each.target is not Target.MANUSCRIPT and not each.gone]
        found = sum(each.place is not None for each in wanted)
        if arrived.copy and not found and wanted:
            return True
        return len(wanted) >= _FEWEST and found < _OURS * len(wanted)

    def _note(self, note: Note) -> None:
        again = self._recogniser.known(note)
        if again is not None:
            self._update(self._kept[again.id], again)
            return
        if self._recogniser.is_answer(note):
            self.report.same += 1
            return
        note = self._recogniser.without_known(note)
        known = self._kept.get(note.id)
        if known is not None and not note.gone and _somebody_elses(known, note):
            note = replace(note, id=_id_of(note))
            known = self._kept.get(note.id)
        if known is None and not note.gone:
            known = self._kept.get(self._contents.get(content(note), ""))
        if note.gone:
            self._withdraw(known, note)
        elif known is None:
            self._keep(_heard(note, note.modified), self.report.new)
            self._count(note)
        else:
            self._update(known, note)

    def _update(self, known: Note, note: Note) -> None:
        replies = merged_replies((*known.replies, *note.replies))
        fresh = note.modified > _heard_at(known) and _said(note) != _said(known)
        if known.gone or (not fresh and replies == known.replies and note.done <= known.done):
            self.report.same += 1
            return
        made = replace(known, replies=replies, done=known.done or note.done)
        if fresh:
            made = replace(
                made, body=note.body, kind=note.kind, suggestion=note.suggestion, reaction=note.reaction,
                asked=note.asked, origin=note.origin or known.origin, quote=note.quote, place=note.place,
                done=note.done,
            )  # fmt: skip
            self._count(made)
        modified, placed = times.later(self._now, known.modified), times.later(self._now, known.placed)
        made = replace(made, modified=modified, placed=placed)
        self._keep(_heard(made, max(note.modified, _heard_at(known))), self.report.updated)

    def _withdraw(self, known: Note | None, note: Note) -> None:
        """A note that its reader took back goes, unless somebody answered it already."""
        if known is None or known.gone or _somebody_elses(known, note) or note.modified <= _heard_at(known):
            return
        if known.answers:
            return
        self._keep(replace(known, gone=True, modified=times.later(self._now, known.modified)), self.report.withdrawn)

    def _answer(self, answer: Answer) -> None:
        note = self._kept.get(answer.note)
        if note is None:
            return
        created = answer.reply.created
        created = self._now if times.in_future(created, self._now) else times.normal(created)
        reply = replace(answer.reply, author=answer.reply.author or NOBODY, created=created)
        replies = merged_replies((*note.replies, reply))
        if replies != note.replies:
            self._keep(replace(note, replies=replies), [])
            self.report.answers += 1

    def _keep(self, note: Note, group: list[Note]) -> None:
        self._kept[note.id] = note
        self._contents[content(note)] = note.id
        self._changed[note.id] = None
        group.append(note)

    def _count(self, note: Note) -> None:
        if note.target is Target.MANUSCRIPT:
            return
        if note.place is None:
            self.report.lost.append(note)
        elif note.origin is None or (note.origin.start, note.origin.end) != (note.place.start, note.place.end):
            self.report.moved += 1


def _id_of(note: Note) -> str:
    """An id made of what a note says, so that the same file read twice gives the same notes."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr((note.id, *content(note), note.created)))}"


def _somebody_elses(known: Note, note: Note) -> bool:
    return known.author.casefold() != note.author.casefold()


def _said(note: Note) -> tuple[object, ...]:
    return (note.body, note.kind, note.suggestion, note.reaction, note.asked, note.origin or note.quote.exact)


def _heard(note: Note, when: str) -> Note:
    """The note, with the time of the reader's wording that was taken in last."""
    ours = note.extra.get("redraft")
    told = {**ours, _HEARD: when} if isinstance(ours, dict) else {_HEARD: when}
    return replace(note, extra={**note.extra, "redraft": told})


def _heard_at(note: Note) -> str:
    ours = note.extra.get("redraft")
    told = ours.get(_HEARD) if isinstance(ours, dict) else None
    return told if isinstance(told, str) else note.modified
