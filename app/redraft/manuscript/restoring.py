# SPDX-License-Identifier: GPL-3.0-or-later
"""An earlier state brought back into the present one, as paragraphs that keep who they are.

A paragraph of then that is still there in some form takes the place of that one, with its id, so that notes follow
it word by word; the others come in as new. In a document with formatting the looks of then come back (italics, bold),
while what the file holds beside its text (footnotes, comments, pictures) stays as it is now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from redraft.manuscript.carrying import carried
from redraft.manuscript.differences import scene_name
from redraft.manuscript.marks import LOOKS, Mark, tidy
from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.outline import outline
from redraft.text.aligning import aligned
from redraft.text.words import pieces_of

_ALIKE = 0.6
_SAME_TITLE, _SAME_PLACE = 0.5, 0.05


def restored(now: Sequence[Paragraph], then: Sequence[Paragraph], *, rich: bool) -> list[Paragraph]:
    """The paragraphs of ``then`` in the place of all of ``now``. ``rich``: the file holds formatting beside its text.

    The files of ``then`` must be numbered as those of ``now`` are.
    """
    pairs = aligned([each.text for each in now], [each.text for each in then])
    return _made(now, then, {b: a for a, b in pairs if a is not None and b is not None}, now, rich)


def in_files_of(now: Manuscript, then: Manuscript) -> tuple[list[Paragraph], list[str]]:
    """The paragraphs of ``then`` with its files numbered as those of ``now``, by their names; and the names of those
    that are not there any more, which are left out. What came since stays as it is now."""
    if len(now.files) == len(then.files) == 1:
        return list(then.paragraphs), []
    names = [each.path.name if each.path else "" for each in then.files]
    found: list[Paragraph] = []
    for number, file in enumerate(now.files):
        name = file.path.name if file.path else ""
        source, at = (then, names.index(name)) if name in names else (now, number)
        found += [replace(each, file=number) for each in source.paragraphs if each.file == at]
    present = {each.path.name for each in now.files if each.path}
    return found, [name for name in names if name not in present]


@dataclass(frozen=True, slots=True)
class SceneBack:
    """The whole story with one scene as it was. ``name`` is that scene, ``instead`` the one of now that it replaces, ""
    where none is like it and it was put in."""

    paragraphs: tuple[Paragraph, ...]
    name: str
    instead: str


def with_scene(now: Sequence[Paragraph], then: Sequence[Paragraph], number: int, *, rich: bool) -> SceneBack:
    """The present state with scene ``number`` (from 1) of an earlier one.

    The scene is found again by what it says, its heading and its place; one that is gone is put in behind the one that
    it stood behind.

    Raises:
        ValueError: when the earlier state has no such scene.
    """
    before, present = _Scenes(then), _Scenes(now)
    if not 0 < number <= len(before.outline.scenes):
        raise ValueError(number)
    a, b = before.extent(number)
    here = present.like(before, number)
    c, d = present.extent(here) if here else present.behind(before, number)
    scene, old = then[a:b], now[c:d]
    beside = [*old, *now[max(c - 1, 0) : c + 1]]
    scene = [replace(each, file=beside[0].file if beside else 0) for each in scene]
    pairs = aligned([each.text for each in old], [each.text for each in scene])
    made = _made(old, scene, {y: x for x, y in pairs if x is not None and y is not None}, now, rich)
    head = list(now[:c])
    if old:
        made[-1] = replace(made[-1], gap=old[-1].gap)
    elif head:
        made[-1] = replace(made[-1], gap=head[-1].gap)
        head[-1] = replace(head[-1], gap=then[a - 1].gap if a else made[-1].gap)
    return SceneBack((*head, *made, *now[d:]), scene_name(before.outline, number),
                     scene_name(present.outline, here) if here else "")


class _Scenes:
    """The scenes of a state, and how alike they are to those of another."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.outline = outline(paragraphs)
        self._bags: dict[int, Counter[str]] = {}

    def bag(self, number: int) -> Counter[str]:
        """How often a scene has which word."""
        if number not in self._bags:
            scene = self.outline.scenes[number - 1]
            pieces = (piece for each in self.paragraphs[scene.first : scene.last] for piece in pieces_of(each.text))
            self._bags[number] = Counter(each.lower() for each in pieces if each[:1].isalnum())
        return self._bags[number]

    def like(self, other: _Scenes, number: int) -> int:
        """The number of the scene here that scene ``number`` of another state is, by its words, its heading and its
        place; 0 when none is like it."""
        bag, title = other.bag(number), other.outline.scenes[number - 1].title
        best, found = 0.0, 0
        for scene in self.outline.scenes:
            alike, named = _likeness(bag, self.bag(scene.number)), bool(title) and scene.title == title
            score = alike + _SAME_TITLE * named + _SAME_PLACE * (scene.number == number)
            if alike >= (_ALIKE / 2 if named else _ALIKE) and score > best:
                best, found = score, scene.number
        return found

    def behind(self, other: _Scenes, number: int) -> tuple[int, int]:
        """Where a scene of another state that is gone here belongs: behind what became of the nearest one before it,
        else before the first."""
        for earlier in range(number - 1, 0, -1):
            here = self.like(other, earlier)
            if here:
                end = self.extent(here)[1]
                return end, end
        start = self.extent(1)[0] if self.outline.scenes else len(self.paragraphs)
        return start, start

    def extent(self, number: int) -> tuple[int, int]:
        """The paragraphs of a scene with the heading or mark that opens it: the first, and the one behind the last."""
        scene = self.outline.scenes[number - 1]
        first, last = scene.first, scene.last
        while first and self.outline.scene_of(first - 1) == number:
            first -= 1
        while self.outline.scene_of(last) == number:
            last += 1
        return first, last


def _made(
    old: Sequence[Paragraph], new: Sequence[Paragraph], pairs: dict[int, int], whole: Sequence[Paragraph], rich: bool
) -> list[Paragraph]:
    fresh = count(max((each.id for each in whole), default=-1) + 1)
    made: list[Paragraph] = []
    for place, each in enumerate(new):
        before = old[pairs[place]] if place in pairs else None
        if before is None:
            plain = replace(each, marks=_looks(each), tied="", edited=True) if rich else each
            made.append(replace(plain, id=next(fresh)))
        elif rich:
            made.append(_dressed(before, each))
        else:
            made.append(replace(each, id=before.id))
    return made


def _dressed(now: Paragraph, then: Paragraph) -> Paragraph:
    """The paragraph of now with words, looks and shape of then."""
    bare = replace(now, text=then.text, raw=then.text, gap=then.gap, joints=((0, 0),), shape=then.shape)
    kept = tuple(each for each in carried((now,), (bare,))[0].marks if each.kind not in LOOKS)
    made = replace(bare, marks=tidy([*kept, *_looks(then)]))
    return made if made == now else replace(made, edited=True)


def _looks(paragraph: Paragraph) -> tuple[Mark, ...]:
    return tuple(each for each in paragraph.marks if each.kind in LOOKS)


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words that both have, from 0 to 1 (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
