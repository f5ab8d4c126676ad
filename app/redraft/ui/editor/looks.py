# SPDX-License-Identifier: GPL-3.0-or-later
"""How each paragraph is set: first-line indent, headings, scene marks, front matter. Knows no Qt.

The first paragraph of a scene has no indent, as in printed books; an inferred scene break is not shown on the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Break, Kind, Outline

_HASHES = re.compile(r"\s{0,3}(#{1,6})\s")


class Role(Enum):
    """What a paragraph is on the page."""

    BODY = "body"
    HEADING = "heading"
    MARK = "mark"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Look:
    """``indent``: its first line is indented. ``above``: space before it, in lines of text. ``level``: of a heading."""

    role: Role = Role.BODY
    indent: bool = True
    above: float = 0.0
    level: int = 0


BODY = Look()
SPACED = Look(indent=False, above=0.6)
_HEADINGS = {level: Look(Role.HEADING, indent=False, above=1.6 if level < 2 else 1.2, level=level) for level in (1, 2)}
_MARK = Look(Role.MARK, indent=False, above=0.6)
_AFTER_MARK = Look(indent=False, above=0.6)
_AFTER_HEADING = Look(indent=False, above=0.5)
_BREAK = Look(indent=False, above=1.4)
_QUIET = Look(Role.QUIET, indent=False, above=0.25)


def looks(paragraphs: Sequence[Paragraph], outline: Outline, *, spaced: bool) -> list[Look]:
    """The look of each paragraph; with an outline of another length all look like the body."""
    body = SPACED if spaced else BODY
    if len(outline.kinds) != len(paragraphs):
        return [body] * len(paragraphs)
    breaks = {each.first: each.break_ for each in outline.scenes}
    result: list[Look] = []
    before: Look | None = None
    for index, (paragraph, kind) in enumerate(zip(paragraphs, outline.kinds, strict=True)):
        look = _look(paragraph, kind, breaks.get(index), before, body)
        result.append(look)
        if kind is not Kind.EMPTY:
            before = look
    return result


def _look(paragraph: Paragraph, kind: Kind, opened: Break | None, before: Look | None, body: Look) -> Look:
    hashes = _HASHES.match(paragraph.text)
    if kind is Kind.HEADING or (kind is Kind.FRONT and hashes):
        return _HEADINGS[min(len(hashes[1]), 2) if hashes else 1]
    if kind is Kind.MARK:
        return _MARK
    if kind in (Kind.FRONT, Kind.NOTE):
        return _QUIET
    if before is None:
        return Look(indent=False)
    if before.role is Role.MARK:
        return _AFTER_MARK
    if before.role is Role.HEADING:
        return _AFTER_HEADING
    if opened is Break.BLANK or before.role is Role.QUIET:
        return _BREAK
    return body
