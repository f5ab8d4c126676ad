# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author decided of cast and continuity, as records of the sidecar, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from redraft.characters.decisions import CastDecisions
from redraft.continuity.alike import Alike
from redraft.continuity.decisions import (
    Answer,
    ContinuityDecisions,
    ContinuityNote,
    Kept,
    Reply,
    alike_answer,
    answer,
)
from redraft.continuity.places import Conflict
from redraft.storage.sidecar import Record, Sidecar

PRONOUNS = ("he", "she", "they")


class _Decided(Protocol):
    """What of the decisions is about cast and continuity."""

    @property
    def cast(self) -> CastDecisions: ...
    @property
    def continuity(self) -> ContinuityDecisions: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A record to put: its kind, its id among that kind, and its fields; ``fields`` None takes it out."""

    kind: str
    id: str
    fields: Mapping[str, Any] | None


def split(character: str, alias: str) -> Entry:
    """``alias``, taken for another name of ``character``, is somebody else."""
    return Entry("character-split", key_of(character, alias), {"one": character, "other": alias})


def add(name: str) -> Entry:
    """The name is a person's."""
    return Entry("character-added", name, {})


def pin(name: str, pinned: bool = True) -> Entry:
    """The character is listed first, or no longer."""
    return Entry("character-pinned", name, {} if pinned else None)


def keep_apart(one: str, other: str) -> Entry:
    """The two are not one person; it is not proposed again."""
    return Entry("character-apart", key_of(*sorted((one, other))), {"one": one, "other": other})


def call(name: str, pronouns: str) -> Entry:
    """The character is "he", "she" or "they"; "" leaves it to the text.

    Raises:
        ValueError: for any other pronoun.
    """
    if pronouns and pronouns not in PRONOUNS:
        raise ValueError(f"no pronoun of a character: {pronouns}")
    return Entry("character-pronouns", name, {"pronouns": pronouns} if pronouns else None)


def reply(conflict: Conflict, said: Reply, text_of: Callable[[int], str]) -> Entry:
    """The author's answer to a conflict; ``text_of`` gives a paragraph's text by its id."""
    return _answered(answer(conflict, said, text_of))


def _answered(made: Answer) -> Entry:
    fields = {"reply": made.reply.value, "kind": made.kind, "subject": made.subject, "about": made.about,
              "places": [_kept(each) for each in made.places]}
    return Entry("conflict", key_of(made.kind, made.subject, made.about, *(each.words for each in made.places)), fields)


def mean_alike(pair: Alike) -> Entry:
    """Two names much alike are meant to be."""
    return _answered(alike_answer(pair))


def take_back(told: Answer) -> Entry:
    """An answer no longer counts: the conflict is open again."""
    return Entry("conflict", key_of(told.kind, told.subject, told.about, *(each.words for each in told.places)), None)


def begin_on(scene_key: str, day: int | None) -> Entry:
    """A scene begins on a day; None leaves it to the text."""
    return Entry("scene-day", scene_key, None if day is None else {"day": day})


def pass_over(text: str, start: int, end: int) -> Entry:
    """Words of time are not about now."""
    kept = Kept.make(text, start, end)
    return Entry("time-aside", key_of(kept.words, kept.before, kept.after), _kept(kept))


def note(id: str, words: str, text: str, start: int, end: int, character: str = "") -> Entry:
    """A note by hand, saying ``words``, pinned to ``start``–``end`` of ``text``."""
    return Entry("continuity-note", id, {"text": words, "character": character, **_kept(Kept.make(text, start, end))})


def drop_note(id: str) -> Entry:
    """A note is no longer wanted."""
    return Entry("continuity-note", id, None)


def cast_told(sidecar: Sidecar) -> CastDecisions:
    """What the records say of the cast."""
    return CastDecisions(
        tuple((each.id, _word(each, "wanted") or each.id) for each in sidecar.records("character-name")),
        _pairs(sidecar, "character-merge"), frozenset(each.id for each in sidecar.records("not-a-person")),
        splits=_pairs(sidecar, "character-split"),
        added=frozenset(each.id for each in sidecar.records("character-added")),
        pinned=frozenset(each.id for each in sidecar.records("character-pinned")),
        apart=frozenset(_pairs(sidecar, "character-apart")),
        pronouns=tuple((each.id, _word(each, "pronouns")) for each in sidecar.records("character-pronouns")
                       if _word(each, "pronouns") in PRONOUNS),
    )  # fmt: skip


def continuity_told(sidecar: Sidecar) -> ContinuityDecisions:
    """What the records say of contradictions and of time; a record that cannot be read is passed over."""
    answers = (_answer(each) for each in sidecar.records("conflict"))
    days = ((each.id, each.fields.get("day")) for each in sidecar.records("scene-day"))
    return ContinuityDecisions(
        tuple(each for each in answers if each is not None),
        tuple((key, day) for key, day in days if isinstance(day, int) and day > 0),
        tuple(_place(each.fields) for each in sidecar.records("time-aside")),
        tuple(ContinuityNote(each.id, _word(each, "text"), _place(each.fields), _word(each, "character"))
              for each in sidecar.records("continuity-note")),
    )  # fmt: skip


def renamed(current: _Decided, old: str, new: str) -> list[Entry]:
    """What must be put and taken out for the author's word on ``old`` to hold for ``new``, its name in the text now."""
    cast, entries = current.cast, []
    for kind, names in (("character-pinned", cast.pinned), ("character-added", cast.added)):
        if old in names:
            entries += [Entry(kind, old, None), Entry(kind, new, {})]
    for name, pronouns in cast.pronouns:
        if name == old:
            entries += [Entry("character-pronouns", old, None), call(new, pronouns)]
    for one, other in cast.merges:
        if old in (one, other):
            pair = (new if one == old else one, new if other == old else other)
            entries.append(Entry("character-merge", key_of(*pair), {"one": pair[0], "other": pair[1]}))
    for told in current.continuity.answers:
        if told.subject == old:
            entries += [take_back(told), _answered(replace(told, subject=new))]
    for each in current.continuity.notes:
        if each.character == old:
            fields = {"text": each.text, "character": new, **_kept(each.place)}
            entries.append(Entry("continuity-note", each.id, fields))
    return entries


def key_of(*parts: str) -> str:
    """A short id for what belongs together."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def _pairs(sidecar: Sidecar, kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((_word(each, "one"), _word(each, "other")) for each in sidecar.records(kind))


def _word(record: Record, name: str) -> str:
    return str(record.fields.get(name, ""))


def _kept(place: Kept) -> dict[str, str]:
    return {"words": place.words, "before": place.before, "after": place.after}


def _place(fields: Mapping[str, Any]) -> Kept:
    return Kept(str(fields.get("words", "")), str(fields.get("before", "")), str(fields.get("after", "")))


def _answer(record: Record) -> Answer | None:
    said, places = record.fields.get("reply"), record.fields.get("places")
    if said not in (Reply.INTENDED, Reply.CHANGED) or not isinstance(places, list):
        return None
    kept = tuple(_place(each) for each in places if isinstance(each, Mapping))
    return Answer(Reply(said), _word(record, "kind"), _word(record, "subject"), _word(record, "about"), kept)
