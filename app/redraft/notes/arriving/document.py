# SPDX-License-Identifier: GPL-3.0-or-later
"""A document that came back: its comments as notes, what the reader changed in its text as suggestions of theirs.

Where a comment stands is told by offsets in the text of the document itself, which the caller keeps as a copy. A
change is one against the text that was handed out, whether the document tracked it or the reader just typed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import FileNote, Manuscript
from redraft.notes import times
from redraft.notes.arriving.arrived import NOBODY
from redraft.notes.note import Kind, Note, Place, Quote, Reply, Target, text_digest
from redraft.text.aligning import aligned
from redraft.text.edits import Edit, word_edits
from redraft.text.span import Span

_MOST_CHANGED = 0.6
"""A paragraph of which more was changed was written anew: one suggestion for all of it."""
_LARGEST = 4_000


def comments(manuscript: Manuscript, source: str) -> list[Note]:
    """The comments of a document as notes; ``source`` is "docx" or "odt"."""
    text = manuscript.source
    digest = text_digest(text)
    indices = {each.id: index for index, each in enumerate(manuscript.paragraphs)}
    ends = _ends(manuscript)
    found: list[Note] = []
    for each in (note for file in manuscript.files for note in file.notes):
        note = _note(each, source)
        index = None if each.paragraph is None else indices.get(each.paragraph)
        if index is None:
            found.append(replace(note, target=Target.MANUSCRIPT))
            continue
        start, _ = manuscript.source_span(index, each.start, each.start)
        end = max(ends.get(each.key, 0), manuscript.source_span(index, each.end, each.end)[1])
        if end <= start:
            first, last = manuscript.source_span(index, 0, len(manuscript.paragraphs[index].text))
            start, end, note = first, last, replace(note, target=Target.PARAGRAPH)
        if end > start:
            note = replace(note, origin=Place(digest, start, end), quote=Quote.at(text, start, end))
        found.append(note)
    return found


def suggestions(before: str, after: str, author: str, source: str, when: str = "") -> Iterator[Note]:
    """What was changed from ``before`` to ``after``, one suggestion for words that were changed together."""
    digest = text_digest(before)
    for edit in changes(before, after):
        span, replacement = _visible(edit, before)
        if not len(span) or len(span) > _LARGEST or span.of(before) == replacement:
            continue
        quote = Quote.at(before, span.start, span.end)
        key = uuid.uuid5(uuid.NAMESPACE_URL, repr((author, quote.exact, quote.prefix, quote.suffix, replacement)))
        yield Note(
            f"urn:uuid:{key}", author or NOBODY, "", Kind.SUGGESTION, quote=quote, suggestion=replacement,
            origin=Place(digest, span.start, span.end), created=when, source=source,
        )  # fmt: skip


def changes(before: str, after: str) -> Iterator[Edit]:
    """The edits by whole words, paragraph by paragraph (lines of either text); neighbouring words change together."""
    old, new = before.split("\n"), after.split("\n")
    starts = [0]
    for each in old:
        starts.append(starts[-1] + len(each) + 1)
    for one, other in aligned(old, new):
        if one is None or (other is not None and old[one] == new[other]):
            continue
        if other is None:
            if old[one].strip():
                yield Edit(Span(starts[one], starts[one] + len(old[one])), "")
            continue
        for edit in _together(word_edits(old[one], new[other]), old[one]):
            yield Edit(edit.span.shifted(starts[one]), edit.replacement)


def _together(edits: Sequence[Edit], text: str) -> list[Edit]:
    """Edits with no more than a space between them are one; nearly all of a paragraph is all of it."""
    joined: list[Edit] = []
    for each in edits:
        last = joined[-1] if joined else None
        if last is not None and not text[last.span.end : each.span.start].strip():
            between = text[last.span.end : each.span.start]
            joined[-1] = Edit(Span(last.span.start, each.span.end), last.replacement + between + each.replacement)
        else:
            joined.append(each)
    if len(joined) > 1 and sum(len(each.span) for each in joined) > _MOST_CHANGED * len(text):
        start, end = joined[0].span.start, joined[-1].span.end
        made, place = [], start
        for each in joined:
            made += [text[place : each.span.start], each.replacement]
            place = each.span.end
        return [Edit(Span(start, end), "".join(made))]
    return joined


def _visible(edit: Edit, text: str) -> tuple[Span, str]:
    """The edit on at least one word or mark: an insertion takes the word before it along, at a line's start the one
    behind it."""
    if edit.span.of(text).strip():
        return edit.span, edit.replacement
    start, end = edit.span.start, edit.span.end
    line = text.rfind("\n", 0, start) + 1
    left = start
    while left > line and text[left - 1].isspace():
        left -= 1
    while left > line and not text[left - 1].isspace():
        left -= 1
    if text[left:start].strip():
        return Span(left, end), text[left:start] + edit.replacement
    right = end
    while right < len(text) and text[right] != "\n" and (text[right].isspace() or right == end):
        right += 1
    while right < len(text) and not text[right].isspace():
        right += 1
    return Span(start, right), edit.replacement + text[end:right]


def _note(told: FileNote, source: str) -> Note:
    """The comment as a note, with an id made of what it says, so that the same document gives the same notes."""
    when = times.normal(told.time)
    author = " ".join(told.author.split()) or NOBODY
    replies = tuple(
        Reply(_id(each.author, each.time, each.text, told.key), " ".join(each.author.split()) or NOBODY, each.text,
              times.normal(each.time), times.normal(each.time))
        for each in told.replies
    )  # fmt: skip
    return Note(_id(told.author, told.time, told.text, str(told.paragraph) if not told.time else ""), author, told.text,
                created=when, modified=when, replies=replies, done=told.resolved, source=source)  # fmt: skip


def _id(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr(parts))}"


def _ends(manuscript: Manuscript) -> dict[str, int]:
    """For each comment the last place in the source that it covers: it may go on over several paragraphs."""
    ends: dict[str, int] = {}
    for index, paragraph in enumerate(manuscript.paragraphs):
        for mark in paragraph.marks:
            if mark.kind is MarkKind.COMMENT and mark.end > mark.start:
                ends[mark.key] = manuscript.source_span(index, mark.start, mark.end)[1]
    return ends
