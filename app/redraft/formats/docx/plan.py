# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be done to the paragraphs of a file so that they become those of the manuscript.

The paragraphs that are in both, in one order, part the work into segments: each has one paragraph that stays, the ones
of the file behind it that are gone, and the new ones of the manuscript behind it. A segment is one text, its paragraphs
parted by line ends, so that splitting and joining are edits like all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from redraft.formats.ordering import longest_in_order
from redraft.manuscript.carrying import fine_edits
from redraft.manuscript.model import Paragraph
from redraft.text.edits import Edit
from redraft.text.span import Span


@dataclass(slots=True)
class Segment:
    """``old``: of the file, the first of them stays; ``gone``: those that go as a whole; ``new``: what shall stand
    there, the first continues the first of ``old``. ``lead``: new ones before the very first paragraph that stays.
    """

    old: list[Paragraph]
    new: list[Paragraph]
    gone: list[Paragraph] = field(default_factory=list)
    lead: list[Paragraph] = field(default_factory=list)

    @property
    def unchanged(self) -> bool:
        """Whether there is nothing to do."""
        return not self.gone and not self.lead and len(self.old) == len(self.new) and all(
            (one.text, one.marks, one.shape) == (other.text, other.marks, other.shape)
            for one, other in zip(self.old, self.new, strict=True)
        )

    def edits(self, borders: Iterator[int]) -> list[Edit]:
        """The edits of the segment's text, in order: each either within lines, or a deletion or insertion alone.

        ``borders``: where formatting begins or ends in it.
        """
        old, new = (_text(each) for each in (self.old, self.new))
        return [part for edit in fine_edits(old, new, borders) for part in _by_line(edit, old)]


def plan(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Segment]:
    """The segments in the order of the file. Ties that come twice, or out of order, count as new paragraphs."""
    fresh = _kept_in_order(old, _adopted(old, new))
    where = {each.tied: place for place, each in enumerate(old)}
    segments: list[Segment] = []
    lead: list[Paragraph] = []
    reached = 0
    for paragraph in fresh:
        if not paragraph.tied:
            (segments[-1].new if segments else lead).append(paragraph)
            continue
        place = where[paragraph.tied]
        between = list(old[reached:place])
        if segments:
            segments[-1].old.extend(between)
            segments.append(Segment([old[place]], [paragraph]))
        else:
            segments.append(Segment([old[place]], [paragraph], between, lead))
        reached = place + 1
    if segments:
        segments[-1].old.extend(old[reached:])
    for segment in segments:
        _settle(segment)
    return segments


def _adopted(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Paragraph]:
    """The new paragraphs; where none is tied to the file any more, the first takes the place of the file's first."""
    ties = {each.tied for each in old}
    known = [each if each.tied in ties else replace(each, tied="") for each in new]
    if old and not any(each.tied for each in known):
        known = known or [replace(old[0], text="", marks=())]
        known[0] = replace(known[0], tied=old[0].tied)
    return known


def _kept_in_order(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Paragraph]:
    """The new paragraphs; tied are only those of the longest run in the order of the file."""
    where = {each.tied: place for place, each in enumerate(old)}
    kept = longest_in_order({number: where[each.tied] for number, each in enumerate(new) if each.tied})
    return [each if number in kept or not each.tied else replace(each, tied="") for number, each in enumerate(new)]


def _settle(segment: Segment) -> None:
    """Tell paragraphs that go as a whole from those that were joined with others."""
    if len(segment.old) == 1:
        return
    old = _text(segment.old)
    deleted = [each.span for each in fine_edits(old, _text(segment.new), ()) if len(each.span)]
    place = len(segment.old[0].text) + 1
    kept, surplus = [segment.old[0]], len(segment.old) - len(segment.new)
    for each in segment.old[1:]:
        span = Span(place, place + len(each.text))
        whole = any(hit.start <= span.start and span.end <= hit.end for hit in deleted) if each.text else surplus > 0
        if whole:
            segment.gone.append(each)
            surplus -= 1
        else:
            kept.append(each)
        place = span.end + 1
    segment.old = kept


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return "\n".join(each.text.replace("\n", " ") for each in paragraphs)


def _by_line(edit: Edit, old: str) -> Iterator[Edit]:
    """The edit as edits within lines, and, where the number of lines changes, one of line ends and whole lines."""
    removed, put = edit.span.of(old).split("\n"), edit.replacement.split("\n")
    if len(removed) == len(put) == 1 or not edit.replacement or not len(edit.span):
        yield edit
        return
    place = edit.span.start
    for at in range(min(len(removed), len(put))):
        if removed[at] != put[at]:
            yield Edit(Span(place, place + len(removed[at])), put[at])
        place += len(removed[at]) + 1
    shared = min(len(removed), len(put))
    end = edit.span.end
    if len(removed) > shared:
        yield Edit(Span(place - 1, end), "")
    elif len(put) > shared:
        yield Edit(Span(end, end), "\n" + "\n".join(put[shared:]))
