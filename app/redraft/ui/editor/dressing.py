# SPDX-License-Identifier: GPL-3.0-or-later
"""How the letters of a paragraph look, stretch by stretch: by its marks, and by the markup in its text. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from redraft.manuscript.marks import LOOKS, Mark, MarkKind
from redraft.text.markup import Mark as Markup
from redraft.text.markup import marks as markup

POINTS = (MarkKind.NOTE, MarkKind.IMAGE, MarkKind.OBJECT, MarkKind.DELETED)
"""Marks without length for which a small sign stands on the page."""

_SEEN = LOOKS | {MarkKind.LINK, MarkKind.INSERTED, MarkKind.COMMENT}
_WRITTEN = {"italic": MarkKind.ITALIC, "bold": MarkKind.BOLD}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters ``start``–``end`` (code points) look so; ``dim``: they are markup. ``room``: the points that
    stand directly behind the last of them (it is one character then)."""

    start: int
    end: int
    kinds: frozenset[MarkKind] = frozenset()
    dim: bool = False
    room: tuple[Mark, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether it looks like the body."""
        return not self.kinds and not self.dim and not self.room


def stretches(text: str, marks: Sequence[Mark]) -> list[Stretch]:
    """The whole text in stretches that look alike; a plain text without marks is one."""
    written = _written(text)
    points = points_behind(marks)
    if not marks and not written:
        return [Stretch(0, len(text))] if text else []
    spans = [each for each in marks if not each.is_point and each.kind in _SEEN]
    cuts = {0, len(text), *(each.start for each in spans), *(each.end for each in spans),
            *(place for each in written for place in (each.start, each.end)),
            *(place + step for place in points for step in (-1, 0) if place)}  # fmt: skip
    made: list[Stretch] = []
    for start, end in pairwise(sorted(each for each in cuts if 0 <= each <= len(text))):
        here = next((each for each in written if each.start <= start < each.end), None)
        kinds = frozenset(each.kind for each in spans if each.start <= start < each.end)
        made.append(Stretch(
            start, end, kinds | here.kinds if here else kinds, here.dim if here else False, points.get(end, ())))
    return made


def points_behind(marks: Sequence[Mark]) -> dict[int, tuple[Mark, ...]]:
    """The points of a paragraph that are shown, by their place."""
    found: dict[int, tuple[Mark, ...]] = {}
    for each in marks:
        if each.is_point and each.kind in POINTS:
            found[each.start] = (*found.get(each.start, ()), each)
    return found


def _written(text: str) -> list[Stretch]:
    """What the markup in the text says: dimmed signs, and the looks of what they embrace."""
    found = markup(text)
    made: list[Stretch] = []
    depth: dict[str, int] = {}
    place = 0
    for each in found:
        made.extend(_embraced(place, each.span.start, depth))
        made.append(Stretch(each.span.start, each.span.end, dim=True))
        _turn(each, depth)
        place = each.span.end
    made.extend(_embraced(place, len(text), depth) if found else ())
    return made


def _turn(sign: Markup, depth: dict[str, int]) -> None:
    if sign.kind in _WRITTEN:
        depth[sign.kind] = max(0, depth.get(sign.kind, 0) + sign.turn)


def _embraced(start: int, end: int, depth: dict[str, int]) -> list[Stretch]:
    kinds = frozenset(_WRITTEN[name] for name, count in depth.items() if count)
    return [Stretch(start, end, kinds)] if kinds and start < end else []
