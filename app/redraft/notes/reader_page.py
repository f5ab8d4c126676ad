# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraphs of a reader copy as HTML whose letters are the manuscript's own text, less its markup.

The page must know for every letter where it stands in the text as ``redraft text`` prints it. So a paragraph is written
as its ``raw`` (a line break in it is shown as a space by the page's style), markup is taken out, and ``data-j`` says
where and what it was; ``data-g`` is what stands between a paragraph and the next where that is not the usual thing.
``resources/reader/places.js`` reads this back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redraft.manuscript.looks import looks
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Kind
from redraft.manuscript.shape import Align, ShapeKind
from redraft.text.folding import Look
from redraft.text.utf16 import Utf16Map

_TAGS = {Look.ITALIC: ("i",), Look.BOLD: ("b",), Look.STRONG_ITALIC: ("b", "i")}
MARKUP = {"i": "*", "b": "**"}
"""The usual markup of a text without formatting of its own: where a paragraph has just this, ``data-j`` is left out."""
_MARK_TAGS = {
    MarkKind.UNDERLINE: "u", MarkKind.STRIKE: "s", MarkKind.SUPERSCRIPT: "sup", MarkKind.SUBSCRIPT: "sub",
    MarkKind.SMALL_CAPS: "span class=sc",
}  # fmt: skip
_KINDS = {Kind.MARK: "k", Kind.FRONT: "f", Kind.NOTE: "n"}
_SHAPES = {ShapeKind.QUOTE: "q", ShapeKind.VERSE: "q", ShapeKind.ITEM: "li", ShapeKind.MARK: "k"}
_ALIGNS = {Align.CENTRE: "ce", Align.RIGHT: "ri"}
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_UNSAFE = re.compile("[\x00\ud800-\udfff]")
_SPECIAL = re.compile("[&<>\r\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Shown:
    """One paragraph to show. ``gap`` is all that the text holds between its ``raw`` and the next one shown.

    ``number`` is what readers call it by; ``first``: no paragraph of prose runs into it; ``apart``: a blank line parts
    it from the one before; ``twice``: the cover shows these words already.
    """

    paragraph: Paragraph
    number: int
    kind: Kind
    gap: str
    first: bool = False
    apart: bool = False
    twice: bool = False


def element(shown: Shown, usual_gap: str, marked: bool) -> str:
    """The paragraph's element; the end tag of a paragraph is left out, as HTML allows.

    ``marked``: its file has the usual :data:`MARKUP`.
    """
    words, joints, usual = _content(shown.paragraph)
    tag = "h2" if shown.kind is Kind.HEADING else "p"
    parts = [f"<{tag}\nid={shown.number}"]
    if names := " ".join(_classes(shown)):
        parts.append(f'class="{names}"' if " " in names else f"class={names}")
    if joints != (usual if marked else []):
        parts.append(f"data-j={_json(joints)}")
    if shown.gap != usual_gap:
        parts.append(f"data-g={_json(shown.gap)}")
    return f"{' '.join(parts)}>{words}" + ("</h2>" if tag == "h2" else "")


def attribute(text: str) -> str:
    """A text inside single quotes."""
    return escaped(text).replace("'", "&#39;")


def escaped(text: str) -> str:
    """Characters as HTML that means just them; what HTML cannot hold is shown as U+FFFD."""
    return _SPECIAL.sub(lambda each: _ESCAPES.get(each.group(), "\ufffd"), text)


def _json(told: object) -> str:
    """JSON as a quoted attribute: all that a page cannot hold is escaped in it."""
    return f"'{attribute(json.dumps(told, separators=(',', ':')))}'"


def _classes(shown: Shown) -> Iterator[str]:
    if shown.kind in _KINDS:
        yield _KINDS[shown.kind]
    elif shown.kind is Kind.BODY:
        shape = shown.paragraph.shape
        if shape.kind in _SHAPES:
            yield _SHAPES[shape.kind]
        elif shown.paragraph.text.lstrip().startswith(">"):
            yield "q"
        if shape.align in _ALIGNS:
            yield _ALIGNS[shape.align]
        if shown.first:
            yield "o"
    if shown.apart:
        yield "b"
    if shown.twice:
        yield "twice"


def _content(paragraph: Paragraph) -> tuple[str, list[int | str], list[int | str]]:
    """The words with their looks, the joints (places count UTF-16 units of what is shown), and the joints that there
    would be with the usual markup.
    """
    raw = paragraph.raw
    looked = _looks(paragraph)
    unsafe = _UNSAFE.search(raw) is not None
    if not looked and not unsafe:
        return escaped(raw), [], []
    parts: list[str] = []
    joints: list[int | str] = []
    usual: list[int | str] = []
    opened: tuple[str, ...] = ()
    place = 0
    for start, end in pairwise(sorted({0, len(raw), *(cut for first, last, _ in looked for cut in (first, last))})):
        tags = _tags(start, looked)
        if tags is None:
            joints += [place, raw[start:end]]
            continue
        if tags != opened:
            usual += [each for tag in (*reversed(opened), *tags) for each in (place, MARKUP.get(tag, ""))]
            parts.append(_turned(opened, tags))
            opened = tags
        parts.append(escaped(raw[start:end]))
        if unsafe:
            joints += _replaced(raw[start:end], place)
        place += Utf16Map.of(raw[start:end]).units(end - start)
    usual += [each for tag in reversed(opened) for each in (place, MARKUP.get(tag, ""))]
    return "".join(parts) + _turned(opened, ()), joints, usual


def _looks(paragraph: Paragraph) -> list[tuple[int, int, tuple[str, ...] | None]]:
    """Stretches of ``raw`` with their tags; None for markup, which is not shown."""
    found: list[tuple[int, int, tuple[str, ...] | None]] = []
    for span, look in looks(paragraph):
        tags = None if look is Look.MARK else _TAGS[look]
        found.append((paragraph.to_raw(span.start), paragraph.end_to_raw(span.end), tags))
    for mark in paragraph.marks:
        if mark.kind in _MARK_TAGS and not mark.is_point:
            found.append((mark.start, mark.end, (_MARK_TAGS[mark.kind],)))
    return found


def _tags(place: int, looked: Sequence[tuple[int, int, tuple[str, ...] | None]]) -> tuple[str, ...] | None:
    """The tags of the letter at ``place``; None where it is markup."""
    tags: list[str] = []
    for start, end, own in looked:
        if start <= place < end:
            if own is None:
                return None
            tags += [each for each in own if each not in tags]
    return tuple(tags)


def _turned(opened: Sequence[str], wanted: Sequence[str]) -> str:
    return "".join(f"</{each.split()[0]}>" for each in reversed(opened)) + "".join(f"<{each}>" for each in wanted)


def _replaced(text: str, place: int) -> list[int | str]:
    """The joints of characters that a page cannot hold."""
    units = Utf16Map.of(text)
    found: list[int | str] = []
    for match in _UNSAFE.finditer(text):
        found += [~(place + units.units(match.start())), match.group()]
    return found
