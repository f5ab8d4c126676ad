# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text and Markdown ↔ paragraphs, character for character.

[X] paragraphs by line or by blank line   [X] hard-wrapped paragraphs   [X] indentation, trailing space, blank lines
[X] mixed newlines, form feeds, U+2028    [X] front matter (--- … ---)  [X] giant paragraphs in pieces
[-] quotations and lists: each line is a paragraph                      [ ] code blocks (shown as prose)
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redraft.formats.lines import Line, cut, indent, trimmed, usual_newline
from redraft.formats.pieces import cuts
from redraft.formats.wrapping import continued, width_of
from redraft.manuscript.model import Paragraph

_FENCE = "---"
_SPACE = re.compile(r"\s+")
_FAR = 1 << 60


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as paragraphs: ``prefix`` and the ``raw + gap`` of each are the text again."""

    prefix: str
    paragraphs: tuple[Paragraph, ...]
    newline: str
    width: int | None


def parse(text: str, *, markdown: bool = False, file: int = 0, first_id: int = 0) -> Parsed:
    """Cut a decoded text into paragraphs with ids from ``first_id`` on; there is always at least one."""
    lines = cut(text)
    prefix, lines = _prefix(lines)
    front = _front_matter(lines)
    newline = usual_newline(lines)
    width = width_of(lines[front:])
    paragraphs: list[Paragraph] = []
    for block, gap in _blocks(lines):
        joined = [False] * len(block)
        if width is not None and front <= 0:
            joined = continued(block, width, hard_breaks=markdown)
        front -= len(block) + 1
        for group, end in _groups(block, joined, gap):
            paragraphs.extend(_paragraphs(group, end, first_id + len(paragraphs), file))
    if not paragraphs:
        paragraphs.append(Paragraph(first_id, "", "", "", file))
    return Parsed(prefix, tuple(paragraphs), newline, width)


def _prefix(lines: list[Line]) -> tuple[str, list[Line]]:
    """The byte order mark and the blank lines before the first paragraph; and the rest."""
    mark = "\ufeff" if lines and lines[0].text.startswith("\ufeff") else ""
    if mark:
        lines = [Line(lines[0].text[1:], lines[0].end), *lines[1:]]
    first = next((place for place, line in enumerate(lines) if not line.blank), len(lines))
    return mark + "".join(line.text + line.end for line in lines[:first]), lines[first:]


def _front_matter(lines: Sequence[Line]) -> int:
    """How many lines a YAML block at the very start takes; 0 where there is none."""
    if not lines or lines[0].text.rstrip() != _FENCE:
        return 0
    for place, line in enumerate(lines[1:80], 1):
        if line.text.rstrip() in (_FENCE, "..."):
            return place + 1
    return 0


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[list[Line], str]]:
    """Runs of lines without a blank one among them, each with the blank lines behind it as text."""
    block: list[Line] = []
    gap: list[str] = []
    for line in lines:
        if line.blank:
            gap.append(line.text + line.end)
            continue
        if gap:
            yield block, "".join(gap)
            block, gap = [], []
        block.append(line)
    if block:
        yield block, "".join(gap)


def _groups(block: Sequence[Line], joined: Sequence[bool], gap: str) -> Iterator[tuple[list[Line], str]]:
    """The lines of each paragraph of a block, with what stands behind it."""
    group: list[Line] = []
    for line, continues in zip(block, joined, strict=True):
        if group and not continues:
            yield group, ""
            group = []
        group.append(line)
    yield group, gap


def _paragraphs(group: Sequence[Line], gap: str, first_id: int, file: int) -> list[Paragraph]:
    """The paragraph that the lines are, in pieces when it is giant."""
    last = group[-1]
    body = trimmed(last.text)
    gap = last.text[len(body) :] + last.end + gap
    if len(group) == 1:
        return _single(body, gap, first_id, file)
    raw: list[str] = []
    shown: list[str] = []
    joints: list[tuple[int, int]] = []
    at_raw = at_shown = 0
    for line in group:
        space = indent(line.text)
        words = trimmed(line.text).lstrip()
        if at_shown and not _closed_up(shown[-1], words):
            shown.append(" ")
            at_shown += 1
        joints.append((at_shown, at_raw + space))
        shown.append(words)
        at_shown += len(words)
        whole = body if line is last else line.text + line.end
        raw.append(whole)
        at_raw += len(whole)
    second = group[1].text
    hang = second[: indent(second)]
    paragraph = Paragraph(first_id, "".join(shown), "".join(raw), gap, file, _needed(joints), hang)
    return in_pieces(paragraph)


def _single(body: str, gap: str, first_id: int, file: int) -> list[Paragraph]:
    lead = indent(body)
    paragraph = Paragraph(first_id, body[lead:] if lead else body, body, gap, file, ((0, lead),) if lead else ((0, 0),))
    return in_pieces(paragraph)


def _closed_up(before: str, after: str) -> bool:
    """Whether a line broken at a hyphen or a dash goes on without a space ("well-" / "known")."""
    if before.endswith("—"):
        return not before.endswith(" —")
    return before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()


def _needed(joints: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The joints without those that change nothing (a newline of one character shown as a space)."""
    kept = joints[:1]
    for shown, raw in joints[1:]:
        if raw - shown != kept[-1][1] - kept[-1][0]:
            kept.append((shown, raw))
    return tuple(kept)


def in_pieces(paragraph: Paragraph) -> list[Paragraph]:
    """The paragraph, or its pieces when it is giant: what parts them is the space between two sentences."""
    places = cuts(paragraph.text)
    if not places:
        return [paragraph]
    pieces: list[Paragraph] = []
    start = 0
    for end in [*places, len(paragraph.text)]:
        pieces.append(_piece(paragraph, start, end, paragraph.id + len(pieces)))
        start = _past_space(paragraph.text, end)
    return pieces


def _past_space(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _piece(whole: Paragraph, start: int, end: int, number: int) -> Paragraph:
    first = whole.to_raw(start) if start else 0
    last = whole.end_to_raw(end)
    gap = whole.raw[last : whole.to_raw(_past_space(whole.text, end))] if end < len(whole.text) else whole.gap
    base = whole.to_raw(start) - first
    joints = [(0, base)]
    inside = whole.joints[bisect_right(whole.joints, (start, _FAR)) : bisect_left(whole.joints, (end, 0))]
    joints += [(shown - start, raw - first) for shown, raw in inside]
    return Paragraph(number, whole.text[start:end], whole.raw[first:last], gap, whole.file, tuple(joints), whole.hang)
