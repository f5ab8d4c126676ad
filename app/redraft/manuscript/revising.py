# SPDX-License-Identifier: GPL-3.0-or-later
"""Tracked changes that a document brought, accepted or rejected: by the marks that they are in a paragraph.

An insertion that is accepted loses its mark, one that is rejected its words; a deletion that is accepted loses its
mark, one that is rejected gives its words back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from redraft.manuscript.marks import Mark, MarkKind, through, tidy
from redraft.manuscript.model import Paragraph
from redraft.text.edits import Edit
from redraft.text.span import Span

TRACKED = (MarkKind.INSERTED, MarkKind.DELETED)


def tracked_changes(paragraph: Paragraph) -> list[tuple[Mark, ...]]:
    """The tracked changes of a paragraph, in order; words deleted beside words that the same hand put in their place at
    the same time are one change.
    """
    changes: list[tuple[Mark, ...]] = []
    for mark in sorted((each for each in paragraph.marks if each.kind in TRACKED), key=lambda each: each.start):
        if changes and _belongs(changes[-1][-1], mark):
            changes[-1] = (*changes[-1], mark)
        else:
            changes.append((mark,))
    return changes


def revised(paragraph: Paragraph, marks: Iterable[Mark], *, accept: bool) -> Paragraph:
    """The paragraph with these of its tracked changes accepted, or rejected."""
    text, kept = paragraph.text, list(paragraph.marks)
    for mark in sorted(marks, key=lambda each: (each.start, each.end), reverse=True):
        if mark not in kept:
            continue
        kept.remove(mark)
        edit = None if accept else _back(mark)
        if edit is not None:
            kept = [found for each in kept if (found := through(each, edit, text)) is not None]
            text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    raw = text if paragraph.raw == paragraph.text else paragraph.raw
    return replace(paragraph, text=text, raw=raw, marks=tidy(kept), edited=True)


def revised_all(paragraphs: Sequence[Paragraph], *, accept: bool) -> dict[int, Paragraph]:
    """The paragraphs that have tracked changes, by index, with all of them accepted or rejected."""
    return {
        index: revised(each, (mark for change in tracked_changes(each) for mark in change), accept=accept)
        for index, each in enumerate(paragraphs) if any(mark.kind in TRACKED for mark in each.marks)
    }


def _belongs(one: Mark, other: Mark) -> bool:
    """Whether a deletion and an insertion meet, made by the same hand at the same time."""
    same = (one.key or one.value) == (other.key or other.value)
    return same and one.kind is not other.kind and one.end == other.start


def _back(mark: Mark) -> Edit | None:
    """The edit that rejecting a change is."""
    if mark.kind is MarkKind.DELETED:
        return Edit(Span(mark.start, mark.start), mark.value.replace("\n", " "))
    return Edit(Span(mark.start, mark.end), "")
