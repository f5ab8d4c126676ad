# SPDX-License-Identifier: GPL-3.0-or-later
"""Two records of one note become one: the later word counts, no answer is lost, and the order does not matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from redraft.notes.note import Note, Place, Reply


def merged(one: Note, other: Note) -> Note:
    """One note of two records with the same id.

    What it says is taken from the one modified later, where it stands from the one placed later, answers from both.
    """
    said = max(one, other, key=_said)
    where = max(one, other, key=_placed)
    return replace(
        said, place=where.place, quote=where.quote, placed=where.placed,
        origin=said.origin or one.origin or other.origin, replies=merged_replies((*one.replies, *other.replies)),
    )


def merged_replies(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """Each answer once, in its latest wording, in order of time."""
    kept: dict[str, Reply] = {}
    for each in replies:
        known = kept.get(each.id)
        kept[each.id] = each if known is None else max(known, each, key=_answered)
    return tuple(sorted(kept.values(), key=lambda each: (each.created, each.id)))


def same_content(one: Note, other: Note) -> bool:
    """Whether two notes say the same of the same words: one note that came in twice, whatever its ids."""
    return content(one) == content(other)


def content(note: Note) -> tuple[object, ...]:
    """What a note says of which words, by which it is known again under another id."""
    where = _where(note.origin) or note.quote
    return (note.author.casefold(), " ".join(note.body.split()), note.suggestion, note.reaction, note.target, where)


def _said(note: Note) -> tuple[object, ...]:
    told = (note.author, note.body, note.kind, note.target, note.suggestion or "", note.reaction or "", note.created,
            note.source, _where(note.origin))  # fmt: skip
    return (note.modified or note.created, note.gone, note.done, told)


def _placed(note: Note) -> tuple[object, ...]:
    quote = note.quote
    return (note.placed, note.place is not None, _where(note.place), (quote.exact, quote.prefix, quote.suffix))


def _where(place: Place | None) -> tuple[object, ...]:
    return (place.text, place.start, place.end) if place else ()


def _answered(reply: Reply) -> tuple[object, ...]:
    return (reply.modified or reply.created, reply.gone, reply.body, reply.author, reply.created)
