# SPDX-License-Identifier: GPL-3.0-or-later
"""A note on the story, by its author or a reader, as frozen data.

Where a note belongs is told three times: in ``origin`` by offsets in the copy that its reader had before them, which
never changes; in ``place`` by offsets in the text that Redraft saw last; and in ``quote`` by the words themselves. The
first two name their text by its digest, so that an offset is never used on another text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

CONTEXT = 64
"""How many characters before and behind its words a note remembers."""


class Kind(StrEnum):
    """What a note wants."""

    NOTE = "note"
    QUESTION = "question"
    PRAISE = "praise"
    CONFUSION = "confusion"
    SUGGESTION = "suggestion"
    CONTINUITY = "continuity"
    TODO = "to-do"


class Reaction(StrEnum):
    """What a reader says with one tap."""

    LAUGHED = "laughed"
    CONFUSED = "confused"
    BORED = "bored"
    LOVED = "loved"
    TYPO = "typo"


class State(StrEnum):
    """How a note stands: to be read, dealt with, or without its words in the text now."""

    OPEN = "open"
    DONE = "done"
    LOST = "lost"


class Target(StrEnum):
    """What a note speaks of. Of a paragraph and a scene the words noted are its beginning; the manuscript has none."""

    WORDS = "words"
    PARAGRAPH = "paragraph"
    SCENE = "scene"
    MANUSCRIPT = "manuscript"


@dataclass(frozen=True, slots=True)
class Place:
    """The code points ``start``–``end`` of the text whose :func:`text_digest` is ``text``.

    The text is a manuscript's ``source``, as ``redraft text`` prints it.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """The words noted, and up to 64 characters on either side of them."""

    exact: str = ""
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Quote:
        """The words ``start``–``end`` of ``text`` with what stands round them."""
        return cls(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a note, or to another answer. Times are ISO 8601 in UTC; ``modified`` counts when two differ."""

    id: str
    author: str
    body: str
    created: str = ""
    modified: str = ""
    gone: bool = False
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Note:
    """One note with its answers.

    ``body`` is plain text, never markup. ``suggestion`` is what a reader would have instead of the words ("" deletes
    them), ``asked`` the author's question that the note answers. ``placed`` is when ``place`` was last found: two
    records of one note are merged by ``modified`` in what they say and by ``placed`` in where they stand. ``source``
    says how it came in ("reader copy", "docx", "odt", "mail"; "" written here). ``extra`` keeps what a newer version
    wrote and this one does not know. A note that is ``gone`` was deleted; it is kept so that merging does not bring
    it back.
    """

    id: str
    author: str = ""
    body: str = ""
    kind: Kind = Kind.NOTE
    target: Target = Target.WORDS
    quote: Quote = Quote()
    place: Place | None = None
    origin: Place | None = None
    suggestion: str | None = None
    reaction: Reaction | None = None
    done: bool = False
    created: str = ""
    modified: str = ""
    placed: str = ""
    replies: tuple[Reply, ...] = ()
    source: str = ""
    asked: str = ""
    gone: bool = False
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def state(self) -> State:
        """How it stands. What is done stays done, wherever its words went."""
        if self.done:
            return State.DONE
        return State.LOST if self.place is None and self.target is not Target.MANUSCRIPT else State.OPEN

    @property
    def answers(self) -> tuple[Reply, ...]:
        """The answers that stand, in order of time."""
        return tuple(sorted((each for each in self.replies if not each.gone), key=lambda each: (each.created, each.id)))


def text_digest(text: str) -> str:
    """The SHA-256 (hex) of a text in UTF-8, by which a copy and an offset's text are known."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
