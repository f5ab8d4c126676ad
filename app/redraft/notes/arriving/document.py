# SPDX-License-Identifier: GPL-3.0-or-later
"""A document that came back: its comments as notes, what the reader changed in its text as suggestions of theirs.

Where a comment stands is told by offsets in the text of the document itself, which the caller keeps as a copy. A
change is one against the text that was handed out, whether the document tracked it or the reader just typed.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import FileNote, Manuscript
from redraft.notes import times
from redraft.notes.arriving.arrived import NOBODY
from redraft.notes.note import Kind, Note, Place, Quote, Reply, Target, text_digest
from redraft.text.aligning import Pair, aligned
from redraft.text.edits import Edit, word_edits
from redraft.text.span import Span

_MOST_CHANGED = 0.6
"""A paragraph of which more was changed was written anew: one suggestion for all of it."""
_LARGEST = 4_000
_END = (-1, -1)


def comments(manuscript: Manuscript, source: str, *, parted: bool = False) -> list[Note]:
    """The comments of a document as notes; ``source`` is "docx" or "odt".

    ``parted``: the program that wrote it parts threads, so a later comment on the very same words is an answer.
    """
    text = manuscript.source
    digest = text_digest(text)
    indices = {each.id: index for index, each in enumerate(manuscript.paragraphs)}
    ends = _ends(manuscript)
    found: list[Note] = []
    alike: Counter[tuple[str, str, str]] = Counter()
    for each in (note for file in manuscript.files for note in file.notes):
        said = (each.author, each.time, each.text)
        note = _note(each, source, alike[said])
        alike[said] += 1
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
    return _threaded(found) if parted else found


def _threaded(notes: Sequence[Note]) -> list[Note]:
    first: dict[Place, Note] = {}
    rest: list[Note] = []
    for note in sorted(notes, key=lambda each: each.created):
        parent = first.get(note.origin) if note.origin else None
        if note.origin is None or note.replies or not note.created:
            rest.append(note)
        elif parent is None:
            first[note.origin] = note
        elif parent.created < note.created:
            reply = Reply(note.id, note.author, note.body, note.created, note.created)
            first[note.origin] = replace(parent, replies=(*parent.replies, reply))
        else:
            rest.append(note)
    return sorted((*first.values(), *rest), key=lambda each: each.origin.start if each.origin else -1)


def suggestions(before: str, after: str, author: str, source: str, when: str = "") -> Iterator[Note]:
    """What was changed from ``before`` to ``after``, one suggestion for words that were changed together."""
    digest = text_digest(before)
    for edit in changes(before, after):
        if edit.replacement.startswith("\n"):
            yield _put_in(edit, before, digest, author, source, when)
            continue
        span, replacement = edit.span, edit.replacement
        if not len(span) or len(span) > _LARGEST or span.of(before) == replacement:
            continue
        quote = Quote.at(before, span.start, span.end)
        key = uuid.uuid5(uuid.NAMESPACE_URL, repr((author, quote.exact, quote.prefix, quote.suffix, replacement)))
        yield Note(
            f"urn:uuid:{key}", author or NOBODY, "", Kind.SUGGESTION, quote=quote, suggestion=replacement,
            origin=Place(digest, span.start, span.end), created=when, source=source,
        )  # fmt: skip


def _put_in(edit: Edit, before: str, digest: str, author: str, source: str, when: str) -> Note:
    """A paragraph that the reader wrote: a note on the paragraph before it."""
    words = edit.replacement.strip()
    end = edit.span.start
    start = before.rfind("\n", 0, end) + 1
    target = Target.PARAGRAPH if before[start:end].strip() else Target.MANUSCRIPT
    return Note(
        _id(author, before[start:end], words), author or NOBODY, f"Put in after this paragraph: {words}", target=target,
        quote=Quote.at(before, start, end), created=when, source=source,
        origin=Place(digest, start, end) if target is Target.PARAGRAPH else None,
    )  # fmt: skip


def changes(before: str, after: str) -> Iterator[Edit]:
    """The edits by whole words, paragraph by paragraph (lines of either text); neighbouring words change together.

    A paragraph that was put in is an edit without length behind the one before it.
    """
    old, new = before.split("\n"), after.split("\n")
    starts = [0]
    for each in old:
        starts.append(starts[-1] + len(each) + 1)
    last = 0
    for one, other in _paired(aligned(old, new)):
        if one is not None:
            last = starts[one] + len(old[one])
        if one is None and other is not None and new[other].strip():
            yield Edit(Span(last, last), "\n" + new[other])
        elif one is not None and other is None and old[one].strip():
            yield Edit(Span(starts[one], last), "")
        elif one is not None and other is not None and old[one] != new[other]:
            for edit in _apart(_together(word_edits(old[one], new[other]), old[one]), old[one]):
                yield Edit(edit.span.shifted(starts[one]), edit.replacement)


def _paired(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs, where paragraphs taken out and others put in at one place are each other's, in order."""
    gone: list[int] = []
    came: list[int] = []
    for one, other in (*pairs, _END):
        if other is not None and one is not None:
            shared = min(len(gone), len(came))
            yield from zip(gone, came, strict=False)
            yield from ((each, None) for each in gone[shared:])
            yield from ((None, each) for each in came[shared:])
            gone, came = [], []
            if (one, other) != _END:
                yield one, other
        elif one is not None:
            gone.append(one)
        elif other is not None:
            came.append(other)


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


def _apart(edits: Sequence[Edit], text: str) -> list[Edit]:
    """Each edit on visible words; two that would share one are one."""
    found: list[tuple[Edit, Edit]] = []
    for edit in edits:
        whole = edit
        shown = _visible(whole, text)
        while found and found[-1][1].span.end > shown.span.start:
            before = found.pop()[0]
            between = text[before.span.end : whole.span.start]
            whole = Edit(Span(before.span.start, whole.span.end), before.replacement + between + whole.replacement)
            shown = _visible(whole, text)
        found.append((whole, shown))
    return [shown for _, shown in found]


def _visible(edit: Edit, text: str) -> Edit:
    """The edit on at least one word or mark: an insertion takes the word before it along, at a line's start the one
    behind it."""
    if edit.span.of(text).strip():
        return _bare(edit.span, edit.replacement, text)
    start, end = edit.span.start, edit.span.end
    line = text.rfind("\n", 0, start) + 1
    left = start
    while left > line and text[left - 1].isspace():
        left -= 1
    while left > line and not text[left - 1].isspace():
        left -= 1
    if text[left:start].strip():
        return _bare(Span(left, end), text[left:start] + edit.replacement, text)
    right = end
    while right < len(text) and text[right] != "\n" and (text[right].isspace() or right == end):
        right += 1
    while right < len(text) and not text[right].isspace():
        right += 1
    return _bare(Span(start, right), edit.replacement + text[end:right], text)


def _bare(span: Span, replacement: str, text: str) -> Edit:
    """Without the spaces that both end with."""
    while len(span) > 1 and replacement and text[span.end - 1].isspace() and replacement[-1] == text[span.end - 1]:
        span, replacement = Span(span.start, span.end - 1), replacement[:-1]
    return Edit(span, replacement)


def _note(told: FileNote, source: str, earlier: int) -> Note:
    """The comment as a note, with an id made of what it says, so that the same document gives the same notes.

    ``earlier``: how many before it say the same at the same time, for Word's clock counts in minutes.
    """
    when = times.normal(told.time)
    author = " ".join(told.author.split()) or NOBODY
    replies = tuple(
        Reply(_id(each.author, each.time, each.text, told.key), " ".join(each.author.split()) or NOBODY, each.text,
              times.normal(each.time), times.normal(each.time))
        for each in told.replies
    )  # fmt: skip
    return Note(_id(told.author, told.time, told.text, str(earlier)), author, told.text, created=when, modified=when,
                replies=replies, done=told.resolved, source=source)  # fmt: skip


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
