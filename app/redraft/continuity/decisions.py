# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author decided of contradictions and of time. Places are kept by their words and what stands around them,
so that a decision outlives edits elsewhere, a round trip through another program and a new version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from redraft.continuity.alike import Alike
from redraft.continuity.places import Conflict
from redraft.text.folding import straighten

CONTEXT = 24
"""How many characters on either side are kept."""
NEAR = 10
"""How many of them must be the same on one side."""
_ALIKE = "alike"
"""The kind of an answer to a hint that two names are much alike."""


class Reply(StrEnum):
    """``INTENDED``: both stand, that is how it is meant; ``CHANGED``: it changed on the way (dyed, grew up)."""

    INTENDED = "intended"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Kept:
    """A place by its words, and what stands before and after them; all with straight quotes and single spaces."""

    words: str
    before: str = ""
    after: str = ""

    @classmethod
    def make(cls, text: str, start: int, end: int) -> Kept:
        """The characters ``start``–``end`` of ``text``."""
        before = text[max(0, start - CONTEXT) : start]
        return cls(_fold(text[start:end]), _fold(before), _fold(text[end : end + CONTEXT]))

    def is_at(self, text: str, start: int, end: int) -> bool:
        """Whether this is the place ``start``–``end`` of ``text``: the same words, and one side of them unchanged."""
        other = Kept.make(text, start, end)
        if self.words != other.words:
            return False
        behind = other.after[:NEAR] == self.after[:NEAR]
        return behind or other.before[::-1][:NEAR] == self.before[::-1][:NEAR]

    def find(self, text: str) -> tuple[int, int] | None:
        """Where the place is in ``text``, if it is there."""
        folded = straighten(text)
        start = folded.find(self.words)
        while start >= 0:
            if self.is_at(text, start, start + len(self.words)):
                return start, start + len(self.words)
            start = folded.find(self.words, start + 1)
        return None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the author said to a conflict of that kind, subject and attribute, between those places."""

    reply: Reply
    kind: str
    subject: str
    about: str
    places: tuple[Kept, ...]

    def covers(self, conflict: Conflict, text_of: Callable[[int], str]) -> bool:
        """Whether it answers a conflict: nothing in it is new. ``text_of`` gives a paragraph's text by its id.

        After "changed", more places with the same words are nothing new; after "intended" each place must be known.
        A character may go by another name by now, when every place is known.
        """
        if (self.kind, self.about) != (conflict.kind, conflict.about):
            return False
        known = {each.words for each in self.places} if self.subject == conflict.subject else set()
        for place in conflict.places:
            if self.reply is Reply.CHANGED and _fold(place.text) in known:
                continue
            if not any(each.is_at(text_of(place.paragraph), place.start, place.end) for each in self.places):
                return False
        return True


@dataclass(frozen=True, slots=True)
class ContinuityNote:
    """A note by the author's hand on what must hold, pinned to a place and, if ``character`` is"
      " not "", to somebody."""

    id: str
    text: str
    place: Kept
    character: str = ""

    def find(self, texts: Sequence[str]) -> tuple[int, int, int] | None:
        """(Index, start, end) of its place among paragraphs; None when the words are gone."""
        for index, text in enumerate(texts):
            found = self.place.find(text)
            if found is not None:
                return index, *found
        return None


@dataclass(frozen=True, slots=True)
class ContinuityDecisions:
    """``answers`` to conflicts; ``days``: (key of a scene, day on which it begins); ``asides``: words of time that are
    not about now; ``notes`` by hand."""

    answers: tuple[Answer, ...] = ()
    days: tuple[tuple[str, int], ...] = ()
    asides: tuple[Kept, ...] = ()
    notes: tuple[ContinuityNote, ...] = ()


def answer(conflict: Conflict, reply: Reply, text_of: Callable[[int], str]) -> Answer:
    """The author's reply to a conflict, with its places kept."""
    places = tuple(Kept.make(text_of(each.paragraph), each.start, each.end) for each in conflict.places)
    return Answer(reply, conflict.kind, conflict.subject, conflict.about, places)


def open_conflicts(
    conflicts: Iterable[Conflict], answers: Sequence[Answer], text_of: Callable[[int], str],
) -> list[Conflict]:
    """The conflicts that the author has not answered. Offsets are those of the texts that ``text_of`` gives."""
    return [each for each in conflicts if not any(told.covers(each, text_of) for told in answers)]


def alike_answer(pair: Alike) -> Answer:
    """Two names much alike are meant to be: the hint is not given again."""
    return Answer(Reply.INTENDED, _ALIKE, f"{pair.one} · {pair.other}", "names", ())


def open_alike(pairs: Iterable[Alike], answers: Sequence[Answer]) -> list[Alike]:
    """The pairs of names much alike that the author has not said to be intended."""
    told = {each.subject for each in answers if each.kind == _ALIKE}
    return [each for each in pairs if alike_answer(each).subject not in told]


def _fold(words: str) -> str:
    return " ".join(straighten(words).split())
