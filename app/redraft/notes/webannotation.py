# SPDX-License-Identifier: GPL-3.0-or-later
"""A note as a W3C Web Annotation (Recommendation of 2017-02-23), and back.

The words noted are a TextQuoteSelector and a TextPositionSelector, whose ``unit`` is written beside it because the
Recommendation leaves it open. A kind or reaction is a body with the purpose "tagging", a suggested replacement one with
the purpose "editing"; an answer is an annotation of its own with the motivation "replying". What the vocabulary has no
word for stands under "redraft". What is not known here is kept in ``extra`` and written again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from redraft.notes import times
from redraft.notes.note import CONTEXT, Kind, Note, Place, Quote, Reaction, Reply, Target

CONTEXT_NAME = "http://www.w3.org/ns/anno.jsonld"
UNIT = "code point"
LONGEST = 100_000
"""More characters than this in one note or quotation are cut off: no reader wrote them by hand."""

Data = dict[str, object]
_SOURCE = "urn:sha256:"
_MOTIVATIONS = {Kind.QUESTION: "questioning", Kind.SUGGESTION: "editing", Kind.PRAISE: "assessing"}
_KINDS = {"questioning": Kind.QUESTION, "editing": Kind.SUGGESTION}
_KNOWN = frozenset(
    {"@context", "id", "type", "motivation", "created", "modified", "creator", "body", "bodyValue", "target", "redraft"}
)
_OURS = frozenset({"target", "state", "placed", "origin", "source", "gone", "question"})


class Answer(NamedTuple):
    """An answer as it was read, and the id of the note that it answers."""

    note: str
    reply: Reply


def annotation(note: Note) -> Data:
    """The note as an annotation, without its answers. Keys that say nothing are left out."""
    made: Data = {**_outer(note.extra), "type": "Annotation", "id": note.id}
    made["motivation"] = "assessing" if note.reaction else _MOTIVATIONS.get(note.kind, "commenting")
    made |= _signed(note.author, note.created, note.modified)
    if bodies := [*_bodies(note), *_list(note.extra.get("body"))]:
        made["body"] = bodies
    if selectors := [*_selectors(note), *_list(note.extra.get("selector"))]:
        source = {"source": _SOURCE + note.place.text} if note.place else {}
        made["target"] = {**source, "selector": selectors}
    if ours := _ours(note):
        made["redraft"] = ours
    return made


def reply_annotation(note: str, reply: Reply) -> Data:
    """The answer to the note of that id as an annotation."""
    made: Data = {**reply.extra, "type": "Annotation", "id": reply.id, "motivation": "replying", "target": note}
    made |= _signed(reply.author, reply.created, reply.modified)
    made["body"] = [_body("replying", reply.body)]
    if reply.gone:
        made["redraft"] = {"gone": True}
    return made


def annotations_of(note: Note) -> Iterator[Data]:
    """The note and its answers, an annotation each."""
    yield annotation(note)
    for each in note.replies:
        yield reply_annotation(note.id, each)


def note_of(data: Mapping[str, object], author: str = "") -> Note:
    """The note that an annotation tells; its selectors give ``place`` and ``quote``. Missing: ``author``, "".

    Raises:
        ValueError: when it is no annotation at all.
    """
    if data.get("type", "Annotation" if {"body", "bodyValue", "target"} & data.keys() else None) != "Annotation":
        raise ValueError("no annotation")
    ours = _map(data.get("redraft"))
    target = next((_map(each) for each in _list(data.get("target")) if isinstance(each, dict)), {})
    quote, place, strange = _pointed(target)
    note = Note(
        id=_text(data.get("id"))[:200], author=_creator(data.get("creator")) or author, quote=quote, place=place,
        kind=_KINDS.get(_text(data.get("motivation")), Kind.NOTE), target=_target(ours, bool(quote.exact or place)),
        origin=_origin(_map(ours.get("origin"))), done=ours.get("state") == "done", gone=ours.get("gone") is True,
        created=times.normal(data.get("created")), modified=times.normal(data.get("modified")),
        placed=times.normal(ours.get("placed")), source=_text(ours.get("source"))[:40],
        asked=_text(ours.get("question"))[:LONGEST],
        extra=_extra(data, ours, strange),
    )  # fmt: skip
    for body in _list(data.get("body", data.get("bodyValue"))):
        note = _with_body(note, body)
    return note


def answer_of(data: Mapping[str, object], author: str = "") -> Answer | None:
    """The answer that an annotation tells; None when it tells none."""
    target = data.get("target")
    if data.get("motivation") != "replying" or not isinstance(target, str) or not _text(data.get("id")):
        return None
    words = "\n".join(_value(each) for each in _list(data.get("body")))[:LONGEST]
    extra = {key: held for key, held in data.items() if key not in _KNOWN}
    return Answer(target[:200], Reply(
        _text(data.get("id"))[:200], _creator(data.get("creator")) or author, words, times.normal(data.get("created")),
        times.normal(data.get("modified")), _map(data.get("redraft")).get("gone") is True, extra,
    ))  # fmt: skip


def _signed(author: str, created: str, modified: str) -> Data:
    made: Data = {}
    if author:
        made["creator"] = {"type": "Person", "name": author}
    if created:
        made["created"] = created
    if modified:
        made["modified"] = modified
    return made


def _bodies(note: Note) -> Iterator[Data]:
    if note.body:
        yield _body("commenting", note.body)
    if note.suggestion is not None:
        yield _body("editing", note.suggestion)
    if note.reaction:
        yield _body("tagging", note.reaction.value)
    if note.kind is not Kind.NOTE:
        yield _body("tagging", note.kind.value)


def _body(purpose: str, value: str) -> Data:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _selectors(note: Note) -> Iterator[Data]:
    if note.place:
        yield {"type": "TextPositionSelector", "start": note.place.start, "end": note.place.end, "unit": UNIT}
    if note.quote.exact:
        quote = note.quote
        yield {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}


def _ours(note: Note) -> Data:
    made: Data = dict(_map(note.extra.get("redraft")))
    if note.target is not _target({}, bool(note.quote.exact or note.place)):
        made["target"] = note.target.value
    if note.done:
        made["state"] = "done"
    if note.placed:
        made["placed"] = note.placed
    if note.origin:
        made["origin"] = {"copy": note.origin.text, "start": note.origin.start, "end": note.origin.end}
    if note.source:
        made["source"] = note.source
    if note.asked:
        made["question"] = note.asked
    if note.gone:
        made["gone"] = True
    return made


def _outer(extra: Mapping[str, object]) -> Data:
    return {key: held for key, held in extra.items() if key not in _KNOWN and key != "selector"}


def _extra(data: Mapping[str, object], ours: Mapping[str, object], selectors: list[object]) -> Data:
    """What a newer version, or another program, wrote and this one does not know."""
    extra: Data = {key: held for key, held in data.items() if key not in _KNOWN}
    if rest := {key: held for key, held in ours.items() if key not in _OURS}:
        extra["redraft"] = rest
    if bodies := [each for each in _list(data.get("body")) if not _understood(each)]:
        extra["body"] = bodies
    if selectors:
        extra["selector"] = selectors
    return extra


def _understood(body: object) -> bool:
    if isinstance(body, str):
        return True
    told = _map(body)
    if not isinstance(told.get("value"), str):
        return False
    return told.get("purpose") not in ("tagging", "classifying") or _tag(_text(told["value"])) is not None


def _tag(value: str) -> Kind | Reaction | None:
    if value in Kind.__members__.values():
        return Kind(value)
    return Reaction(value) if value in Reaction.__members__.values() else None


def _with_body(note: Note, body: object) -> Note:
    words, purpose = _value(body)[:LONGEST], _text(_map(body).get("purpose"))
    if purpose == "editing":
        return replace(note, suggestion=words, kind=Kind.SUGGESTION)
    if purpose in ("tagging", "classifying"):
        tag = _tag(words)
        if isinstance(tag, Reaction):
            return replace(note, reaction=tag)
        return replace(note, kind=tag) if tag else note
    if not words or not _understood(body):
        return note
    return replace(note, body=f"{note.body}\n{words}"[:LONGEST] if note.body else words)


def _pointed(target: Mapping[str, object]) -> tuple[Quote, Place | None, list[object]]:
    """The words and the place that a target's selectors give, and the selectors that are not known."""
    quote, place, strange = Quote(), None, []
    source = _text(target.get("source")).removeprefix(_SOURCE)[:64]
    for each in _list(target.get("selector")):
        told = _map(each)
        if told.get("type") == "TextQuoteSelector":
            quote = Quote(_text(told.get("exact"))[:LONGEST], _text(told.get("prefix"))[-CONTEXT:],
                          _text(told.get("suffix"))[:CONTEXT])  # fmt: skip
        elif told.get("type") == "TextPositionSelector" and told.get("unit", UNIT) == UNIT:
            place = _stretch(source, told) or place
        else:
            strange.append(each)
    return quote, place, strange


def _origin(told: Mapping[str, object]) -> Place | None:
    return _stretch(_text(told.get("copy"))[:64], told)


def _stretch(text: str, told: Mapping[str, object]) -> Place | None:
    start, end = told.get("start"), told.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end < 1 << 40:
        return None
    return Place(text, start, end)


def _target(ours: Mapping[str, object], pointed: bool) -> Target:
    told = ours.get("target")
    if told in Target.__members__.values():
        return Target(str(told))
    return Target.WORDS if pointed else Target.MANUSCRIPT


def _creator(told: object) -> str:
    name = told if isinstance(told, str) else _map(told).get("name")
    return " ".join(_text(name).split())[:200]


def _value(body: object) -> str:
    return body if isinstance(body, str) else _text(_map(body).get("value"))


def _text(told: object) -> str:
    return told if isinstance(told, str) else ""


def _map(told: object) -> Mapping[str, object]:
    return told if isinstance(told, dict) else {}


def _list(told: object) -> list[object]:
    if told is None:
        return []
    return list(told) if isinstance(told, list) else [told]
