# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns "these texts instead of those paragraphs" into a change: who keeps its id, and what stands in between.

What parts paragraphs in the file is kept where it was: a scene's extra blank lines stay behind the last of what was
replaced, a file without a final newline stays so, and a piece of a giant paragraph stays joined to the next one
unless the author split it there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from redraft.manuscript.carrying import carried, following_shape
from redraft.manuscript.model import Manuscript, Paragraph, ends_line
from redraft.manuscript.shape import BODY, Shape, ShapeKind


@dataclass(frozen=True, slots=True)
class Change:
    """From paragraph ``index`` on, the paragraphs ``removed`` gave way to ``inserted``."""

    index: int
    removed: tuple[Paragraph, ...]
    inserted: tuple[Paragraph, ...]

    def inverse(self) -> Change:
        """The change that leads back."""
        return Change(self.index, self.inserted, self.removed)

    def then(self, later: Change) -> Change | None:
        """Both changes as one, where the later one touches only what this one put in; else None."""
        start = later.index - self.index
        end = start + len(later.removed)
        if start < 0 or end > len(self.inserted):
            return None
        return Change(self.index, self.removed, self.inserted[:start] + later.inserted + self.inserted[end:])


@dataclass(frozen=True, slots=True)
class Habit:
    """How a file usually parts and indents its paragraphs."""

    gap: str = "\n"
    lead: str = ""

    @classmethod
    def of(cls, manuscript: Manuscript, file: int) -> Habit:
        """The habit of one file of a manuscript; by its format where it has too few paragraphs to tell."""
        source = manuscript.files[file]
        own = [each for each in manuscript.paragraphs if each.file == file]
        gaps = Counter(kept for each in own[:-1] if (kept := _newlines(each.gap)))
        leads = Counter(each.lead for each in own if each.text)
        blank_line = source.format == "markdown" or source.width is not None
        gap = gaps.most_common(1)[0][0] if gaps else source.newline * (2 if blank_line else 1)
        return cls(gap, leads.most_common(1)[0][0] if leads else "")


class Fitter:
    """Makes changes for one manuscript: knows its files' habits and hands out paragraph ids."""

    def __init__(self, manuscript: Manuscript, ids: Iterator[int] | None = None) -> None:
        self._manuscript = manuscript
        self._ids = ids or count(0)
        if ids is None:
            self.reserve(manuscript.paragraphs)
        self._habits: dict[int, Habit] = {}

    def reserve(self, paragraphs: Iterable[Paragraph]) -> None:
        """Hand out no id that one of these paragraphs has."""
        self._ids = count(max(next(self._ids), *(each.id + 1 for each in paragraphs), 0))

    def change(self, paragraphs: Sequence[Paragraph], first: int, last: int, texts: Sequence[str]) -> Change | None:
        """The change that puts ``texts`` in the place of paragraphs ``first`` up to, not including, ``last``.

        None when they are the same. The change may begin one paragraph earlier, where what stands behind that
        paragraph has to change (a line break typed between two pieces of one paragraph).
        """
        change = self._fitted(paragraphs, first, last, texts)
        if change is None:
            return None
        return replace(change, inserted=carried(change.removed, change.inserted))

    def _fitted(self, paragraphs: Sequence[Paragraph], first: int, last: int, texts: Sequence[str]) -> Change | None:
        removed = tuple(paragraphs[first:last])
        if [each.text for each in removed] == list(texts):
            return None
        before = paragraphs[first - 1] if first else None
        after = paragraphs[last] if last < len(paragraphs) else None
        if not removed:
            return self._insertion(first, before, after, texts)
        if not texts:
            return _deletion(first, before, removed, after)
        fitted = self._replacement(removed, texts)
        if before and before.glued and before.file == removed[0].file and fitted[0].id != removed[0].id:
            parted = replace(before, gap=self._habit(before.file).gap)
            return Change(first - 1, (before, *removed), (parted, *fitted))
        return Change(first, removed, tuple(fitted))

    def _habit(self, file: int) -> Habit:
        if file not in self._habits:
            self._habits[file] = Habit.of(self._manuscript, file)
        return self._habits[file]

    def _insertion(self, first: int, before: Paragraph | None, after: Paragraph | None, texts: Sequence[str]) -> Change:
        file = before.file if before else after.file if after else 0
        habit = self._habit(file)
        shape = following_shape(before) if before and before.file == file else BODY
        made = [self._made(text, file, habit, shape=shape) for text in texts]
        at_end = after is None or after.file != file
        if before is None:
            if after is None:
                made[-1] = replace(made[-1], gap="")
            return Change(first, (), tuple(made))
        if at_end:
            made[-1] = replace(made[-1], gap=before.gap)
        if at_end or before.glued:
            return Change(first - 1, (before,), (replace(before, gap=habit.gap), *made))
        return Change(first, (), tuple(made))

    def _replacement(self, removed: Sequence[Paragraph], texts: Sequence[str]) -> list[Paragraph]:
        """The new paragraphs: equal texts keep their paragraph, the others follow by order."""
        sources = _sources(removed, texts)
        fitted: list[Paragraph] = []
        for position, (text, source) in enumerate(zip(texts, sources, strict=True)):
            neighbour = removed[source] if source is not None else fitted[-1] if fitted else removed[0]
            habit = self._habit(neighbour.file)
            if source is not None:
                paragraph = _edited(removed[source], text, habit)
            else:
                lead = neighbour.lead if len(removed) == 1 and removed[0].text else habit.lead
                parted = neighbour.edited and not any(neighbour.text == each.text for each in removed)
                shape = neighbour.shape if parted else following_shape(neighbour)
                paragraph = self._made(text, neighbour.file, replace(habit, lead=lead), neighbour.hang, shape)
            gap = removed[-1].gap
            if position + 1 < len(texts):
                gap = _gap(removed, source, sources[position + 1], habit)
            fitted.append(paragraph if gap == paragraph.gap else replace(paragraph, gap=gap))
        return fitted

    def _made(self, text: str, file: int, habit: Habit, hang: str = "", shape: Shape = BODY) -> Paragraph:
        lead = habit.lead if text else ""
        return Paragraph(
            next(self._ids), text, lead + text, habit.gap, file, ((0, len(lead)),), hang, edited=True, shape=shape
        )


def _newlines(gap: str) -> str:
    return "".join(char for char in gap if char in "\r\n")


def _deletion(first: int, before: Paragraph | None, removed: tuple[Paragraph, ...], after: Paragraph | None) -> Change:
    """Nothing comes in the place of ``removed``: the longer of the two gaps stays, at a file's end its last one."""
    gap = removed[-1].gap
    if before is None or before.file != removed[-1].file or before.gap == gap:
        return Change(first, removed, ())
    at_end = after is None or after.file != before.file
    if not at_end and len(_newlines(gap)) <= len(_newlines(before.gap)):
        return Change(first, removed, ())
    return Change(first - 1, (before, *removed), (replace(before, gap=gap),))


def _sources(removed: Sequence[Paragraph], texts: Sequence[str]) -> list[int | None]:
    """For each new text the removed paragraph that it continues."""
    heads = _common(removed, texts)
    tails = min(_common(removed[::-1], texts[::-1]), min(len(removed), len(texts)) - heads)
    sources: list[int | None] = []
    for position in range(len(texts)):
        if position >= len(texts) - tails:
            sources.append(position - len(texts) + len(removed))
        else:
            sources.append(position if position < len(removed) - tails else None)
    return sources


def _common(removed: Sequence[Paragraph], texts: Sequence[str]) -> int:
    same = 0
    for paragraph, text in zip(removed, texts, strict=False):
        if paragraph.text != text:
            break
        same += 1
    return same


def _gap(removed: Sequence[Paragraph], source: int | None, following: int | None, habit: Habit) -> str:
    """What belongs between the paragraph that continues ``source`` and the one that continues ``following``."""
    if source is None or source == len(removed) - 1:
        return habit.gap
    own = removed[source].gap
    return own if following == source + 1 or ends_line(own) else habit.gap


def _edited(old: Paragraph, text: str, habit: Habit) -> Paragraph:
    """The paragraph with another text: its indentation stays, its line breaks are made anew when it is saved."""
    if old.text == text:
        return old
    lead = (old.lead if old.text else habit.lead) if text else ""
    shape = BODY if old.shape.kind is ShapeKind.MARK else old.shape
    return replace(old, text=text, raw=lead + text, joints=((0, len(lead)),), edited=True, shape=shape)
