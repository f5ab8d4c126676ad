# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author decided about a manuscript, as one value; and the book in which decisions are written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from redraft.characters.decisions import CastDecisions
from redraft.checks.dismissed import Dismissed, dismiss, matches
from redraft.checks.finding import Finding
from redraft.checks.house_style import CHOICES, HouseStyle
from redraft.continuity.decisions import ContinuityDecisions
from redraft.manuscript.outline import SceneDecisions
from redraft.manuscript.session import Decision
from redraft.storage.sidecar import Record, Sidecar
from redraft.storage.story_bible import cast_told, continuity_told

if TYPE_CHECKING:
    from redraft.characters.cast import Cast

_WORDLIKE = ("spelling", "variant", "case")


@dataclass(frozen=True)
class Decisions:
    """All that counts now. ``place``: (paragraph index, offset) at which the author left off; ``reviewed``: keys of
    scenes the author is through with; ``own_words``: the story's words, in lower case; ``style``: what the
    author chose where several ways are right; ``in_speech``: (rule, character) where a rule is not wanted in what
    a character says."""

    dismissed: tuple[Dismissed, ...] = ()
    own_words: frozenset[str] = frozenset()
    rules_off: frozenset[str] = frozenset()
    cast: CastDecisions = field(default_factory=CastDecisions)
    scenes: SceneDecisions = field(default_factory=SceneDecisions)
    reviewed: frozenset[str] = frozenset()
    place: tuple[int, int] | None = None
    style: HouseStyle = field(default_factory=HouseStyle)
    continuity: ContinuityDecisions = field(default_factory=ContinuityDecisions)
    in_speech: frozenset[tuple[str, str]] = frozenset()

    def hides_from(self, finding: Finding, cast: Cast) -> bool:
        """Whether the author does not want to see its rule in the speech of whoever says the words found."""
        mine = {name for check, name in self.in_speech if check == finding.check}
        return bool(mine) and speaker_of(finding, cast) in mine

    def hides(self, finding: Finding, text: str) -> bool:
        """Whether the author does not want to see a finding in the paragraph ``text``."""
        if finding.check in self.rules_off:
            return True
        if finding.category in _WORDLIKE and finding.text.lower() in self.own_words:
            return True
        return any(matches(each, finding, text) for each in self.dismissed if each.check == finding.check)


def speaker_of(finding: Finding, cast: Cast) -> str | None:
    """Who says the words that were found; None for narration, and where it is unclear."""
    return next((each.speaker for each in cast.quotes
                 if each.paragraph == finding.paragraph and each.start <= finding.start < each.end), None)  # fmt: skip


class _Entry(Decision):
    """Put a record into the sidecar, or take one out; undoing restores what stood there."""

    def __init__(self, book: DecisionBook, kind: str, id: str, fields: Mapping[str, Any] | None) -> None:
        self._book, self._kind, self._id, self._fields = book, kind, id, fields
        self._earlier: Mapping[str, Any] | None = None

    def do(self) -> None:
        self._earlier = self._book.entry(self._kind, self._id)
        self._book.write(self._kind, self._id, self._fields)

    def undo(self) -> None:
        self._book.write(self._kind, self._id, self._earlier)


class DecisionBook:
    """Reads and writes a sidecar in the author's terms.

    Each method but :meth:`remember_place` returns a :class:`Decision` that is not in force until its ``do()`` is
    called (``Session`` does so for the decisions of a transaction); then it is on disk at once, and can be undone.
    """

    def __init__(self, sidecar: Sidecar) -> None:
        self.sidecar = sidecar
        self._current: Decisions | None = None

    def go_on_in(self, sidecar: Sidecar) -> None:
        """The story lies elsewhere now: what is decided from now on, and what is taken back of what was decided before,
        counts there."""
        self.sidecar, self._current = sidecar, None

    @property
    def current(self) -> Decisions:
        """What counts now."""
        if self._current is None:
            self._current = _gathered(self.sidecar)
        return self._current

    def refresh(self) -> bool:
        """Take in what was decided in another window or on another machine since; whether anything counts anew."""
        if not self.sidecar.refresh():
            return False
        self._current = None
        return True

    def ignore(self, finding: Finding, text: str, anywhere: bool = False) -> Decision:
        """Leave a finding in the paragraph ``text`` alone: here, or its words in the whole manuscript."""
        made = dismiss(finding, text, anywhere)
        fields = {"check": made.check, "words": made.words, "before": made.before, "after": made.after,
                  "anywhere": made.anywhere}
        return self._entry("dismissed", _key(*map(str, fields.values())), fields)

    def ignore_in_speech(self, check: str, character: str) -> Decision:
        """A rule is not wanted in what a character says: it is how they speak."""
        return self._entry("in-speech", _key(check, character), {"check": check, "character": character})

    def add_word(self, word: str) -> Decision:
        """The word belongs to the story."""
        return self._entry("word", word.lower(), {"word": word})

    def remove_word(self, word: str) -> Decision:
        """The word is to be checked again."""
        return self._entry("word", word.lower(), None)

    def switch_off(self, check: str) -> Decision:
        """A rule is not wanted in this manuscript."""
        return self._entry("rule-off", check, {})

    def switch_on(self, check: str) -> Decision:
        """The rule is wanted again."""
        return self._entry("rule-off", check, None)

    def rename_character(self, found: str, wanted: str) -> Decision:
        """Call the character found as ``found`` by another name."""
        return self._entry("character-name", found, {"wanted": wanted})

    def merge_characters(self, one: str, other: str) -> Decision:
        """The two are one person, shown as ``one``."""
        return self._entry("character-merge", _key(one, other), {"one": one, "other": other})

    def not_a_person(self, name: str) -> Decision:
        """The name is no character's."""
        return self._entry("not-a-person", name, {})

    def put(self, kind: str, id: str, fields: Mapping[str, Any] | None) -> Decision:
        """Any record as a decision; None takes it out. :mod:`redraft.storage.story_bible` names those of cast and
        continuity."""
        return self._entry(kind, id, fields)

    def choose_style(self, field: str, choice: str | None) -> Decision:
        """One of :data:`CHOICES` for this manuscript; None: as the text itself has it."""
        return self._entry("style", field, None if choice is None else {"choice": choice})

    def accept_scene(self, key: str) -> Decision:
        """An inferred scene break is one."""
        return self._entry("scene", key, {"accepted": True})

    def dismiss_scene(self, key: str) -> Decision:
        """An inferred scene break is none."""
        return self._entry("scene", key, {"accepted": False})

    def review_scene(self, key: str, reviewed: bool = True) -> Decision:
        """The author is through with a scene, or not any more."""
        return self._entry("reviewed", key, {} if reviewed else None)

    def remember_place(self, paragraph: int, offset: int) -> None:
        """Where the author is; no step of undo."""
        self.write("place", "here", {"paragraph": paragraph, "offset": offset})

    def entry(self, kind: str, id: str) -> Mapping[str, Any] | None:
        """The fields of a record that stands; None when none does."""
        return next((each.fields for each in self.sidecar.records(kind) if each.id == id), None)

    def write(self, kind: str, id: str, fields: Mapping[str, Any] | None) -> None:
        """Put a record, or with None remove it.

        Raises:
            SaveError: when it could not be written; it counts until the program ends.
        """
        self._current = None
        if fields is None:
            self.sidecar.remove(kind, id)
        else:
            self.sidecar.put(kind, id, fields)

    def _entry(self, kind: str, id: str, fields: Mapping[str, Any] | None) -> Decision:
        return _Entry(self, kind, id, fields)


def _gathered(sidecar: Sidecar) -> Decisions:
    scenes = sidecar.records("scene")
    accepted = frozenset(each.id for each in scenes if each.fields.get("accepted"))
    return Decisions(
        dismissed=tuple(_dismissed(each) for each in sidecar.records("dismissed")),
        own_words=frozenset(each.id for each in sidecar.records("word")),
        rules_off=frozenset(each.id for each in sidecar.records("rule-off")),
        cast=cast_told(sidecar), continuity=continuity_told(sidecar),
        scenes=SceneDecisions(accepted, frozenset(each.id for each in scenes) - accepted),
        reviewed=frozenset(each.id for each in sidecar.records("reviewed")),
        place=_place(sidecar), style=_style(sidecar),
        in_speech=frozenset((str(each.fields.get("check", "")), str(each.fields.get("character", "")))
                            for each in sidecar.records("in-speech")),
    )


def _dismissed(record: Record) -> Dismissed:
    get = record.fields.get
    return Dismissed(str(get("check", "")), str(get("words", "")), str(get("before", "")), str(get("after", "")),
                     bool(get("anywhere", False)))


def _style(sidecar: Sidecar) -> HouseStyle:
    told = {each.id: str(each.fields.get("choice")) for each in sidecar.records("style")}
    return HouseStyle(**{field: choice for field, choice in told.items() if choice in CHOICES.get(field, ())})


def _place(sidecar: Sidecar) -> tuple[int, int] | None:
    for record in sidecar.records("place"):
        paragraph, offset = record.fields.get("paragraph"), record.fields.get("offset")
        if isinstance(paragraph, int) and isinstance(offset, int):
            return paragraph, offset
    return None


def _key(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
