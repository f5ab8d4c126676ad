# SPDX-License-Identifier: GPL-3.0-or-later
"""The manuscript's scenes: from headings, marks, larger gaps, and jumps of time or place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from redraft.manuscript import front, gaps
from redraft.manuscript.model import Paragraph
from redraft.manuscript.shape import ShapeKind
from redraft.manuscript.signs import Signs, signs
from redraft.text.folding import read_markup, straighten

_FEWEST_WORDS = 60
_LABEL_WORDS = 8


class Break(StrEnum):
    """What stands before a scene."""

    START = "start"
    HEADING = "heading"
    MARK = "mark"
    BLANK = "blank"
    INFERRED = "inferred"


class Kind(StrEnum):
    """A paragraph's part. ``FRONT``: title, by-line, disclaimer; ``NOTE``: an author's note."""

    BODY = "body"
    HEADING = "heading"
    MARK = "mark"
    FRONT = "front"
    NOTE = "note"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Scene:
    """Paragraphs ``first`` up to, not including, ``last`` (indices), from the first words of its prose on.

    ``title`` is its heading or point-of-view line ("" without one); ``label`` the title or the scene's first words;
    ``evidence`` says why a scene begins here. ``key`` knows the scene again after edits elsewhere.
    """

    number: int
    title: str
    label: str
    first: int
    last: int
    break_: Break
    evidence: str
    key: str = ""
    accepted: bool = False


@dataclass(frozen=True)
class Outline:
    """The scenes in order and each paragraph's kind."""

    scenes: tuple[Scene, ...] = ()
    kinds: tuple[Kind, ...] = ()

    def scene_of(self, index: int) -> int:
        """The number of the scene that paragraph ``index`` belongs to: 0 for front matter and notes.

        A heading or mark belongs to the scene that it opens.
        """
        return self._numbers[index] if 0 <= index < len(self._numbers) else 0

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        numbers = [0] * len(self.kinds)
        upcoming = 0
        for scene in reversed(self.scenes):
            for place in range(scene.first, scene.last):
                numbers[place] = scene.number
        for place in range(len(numbers) - 1, -1, -1):
            if self.kinds[place] in (Kind.FRONT, Kind.NOTE):
                numbers[place] = 0
            elif numbers[place]:
                upcoming = numbers[place]
            else:
                numbers[place] = upcoming
        return tuple(numbers)


@dataclass(frozen=True, slots=True)
class SceneDecisions:
    """What the author said of breaks that were not marked, by :attr:`Scene.key`."""

    accepted: frozenset[str] = frozenset()
    dismissed: frozenset[str] = frozenset()


def outline(paragraphs: Sequence[Paragraph], decisions: SceneDecisions | None = None) -> Outline:
    """Find the scenes. Cheap to call again: what a paragraph's own words say is remembered by its text."""
    looks = shaped_signs(paragraphs)
    ends = gaps.before(paragraphs)
    kinds, titles = _kinds(paragraphs, looks, ends)
    walk = _Walk(paragraphs, looks, kinds, titles, ends, decisions or SceneDecisions())
    return Outline(tuple(walk.scenes()), tuple(kinds))


def shaped_signs(paragraphs: Sequence[Paragraph]) -> list[Signs]:
    """The signs of each paragraph; what a document's formatting says of it goes before what its words say."""
    found: list[Signs] = []
    titled = False
    for paragraph in paragraphs:
        look, shape = signs(paragraph.text), paragraph.shape
        text = paragraph.text.strip()
        if shape.kind is ShapeKind.MARK:
            look = replace(look, mark=True, heading=None, level=0)
        elif shape.kind is ShapeKind.HEADING and text:
            look = replace(look, heading=text, level=shape.level + titled, mark=False, note=False)
        elif shape.kind is ShapeKind.TITLE and text and not titled:
            look = replace(look, heading=text, level=1, mark=False, note=False)
            titled = True
        found.append(look)
    return found


def key_of(text: str) -> str:
    """The key of a scene that begins with ``text``: its first words, folded."""
    return " ".join(straighten(read_markup(text[:200]).text).lower().split()[:_LABEL_WORDS])


def _kinds(
    paragraphs: Sequence[Paragraph], looks: list[Signs], ends: Sequence[int]
) -> tuple[list[Kind], dict[int, str]]:
    """Each paragraph's kind, and the titles of headings and marks by place."""
    texts = [each.text for each in paragraphs]
    titles = {place: look.heading or look.title for place, look in enumerate(looks) if look.heading or look.title}
    kinds = [_own_kind(text, look) for text, look in zip(texts, looks, strict=True)]
    _underlined(paragraphs, looks, kinds, titles)
    title = front.title_heading(looks)
    if title is not None:
        kinds[title] = Kind.FRONT
    heads = [kind in (Kind.HEADING, Kind.MARK) for kind in kinds]
    first = front.front_matter(texts, looks, heads) if title is None else title + 1
    if title is not None:
        labels = [replace(each, short=False) for each in looks[first : first + front.TOP]]
        first += front.front_matter(texts[first:], labels, heads[first:])
    kinds[:first] = [Kind.EMPTY if kind is Kind.EMPTY else Kind.FRONT for kind in kinds[:first]]
    level = gaps.threshold(_body_gaps(kinds, ends)) or 99
    set_off = [count >= level or (place > 0 and heads[place - 1]) for place, count in enumerate(ends)]
    for place in front.notes(looks, heads, set_off, first):
        if kinds[place] is Kind.BODY:
            kinds[place] = Kind.NOTE
    return kinds, titles


def _own_kind(text: str, look: Signs) -> Kind:
    if look.heading is not None:
        return Kind.HEADING
    if look.mark:
        return Kind.MARK
    return Kind.BODY if text.strip() else Kind.EMPTY


def _underlined(
    paragraphs: Sequence[Paragraph], looks: Sequence[Signs], kinds: list[Kind], titles: dict[int, str]
) -> None:
    """Markdown's other headings: a short line with a rule of = or - directly under it."""
    for place in range(1, len(paragraphs)):
        rule = paragraphs[place].text.strip()
        above = looks[place - 1]
        if not (above.short and len(rule) >= 3 and set(rule) in ({"="}, {"-"})):
            continue
        if gaps.line_ends(paragraphs[place - 1].gap) == 1:
            kinds[place - 1] = kinds[place] = Kind.HEADING
            titles[place - 1] = read_markup(paragraphs[place - 1].text).text.strip()


def _body_gaps(kinds: Sequence[Kind], ends: Sequence[int]) -> list[int]:
    """The line ends between body paragraphs that follow one another."""
    result: list[int] = []
    body = False
    for kind, count in zip(kinds, ends, strict=True):
        if kind is Kind.BODY and body:
            result.append(count)
        if kind is not Kind.EMPTY:
            body = kind is Kind.BODY
    return result


@dataclass(slots=True)
class _Walk:
    """Goes through the paragraphs once and opens and closes scenes."""

    paragraphs: Sequence[Paragraph]
    looks: Sequence[Signs]
    kinds: Sequence[Kind]
    titles: dict[int, str]
    ends: Sequence[int]
    decisions: SceneDecisions
    found: list[Scene] = field(default_factory=list)
    pending: Break | None = Break.START
    title: str = ""
    evidence: str = "the story begins"
    words: int = 0
    body_before: bool = False

    def scenes(self) -> list[Scene]:
        """All scenes, numbered from 1."""
        level = gaps.threshold(_body_gaps(self.kinds, self.ends))
        inset = gaps.insets(self.paragraphs, self.ends, level) if level is not None else set()
        for place, kind in enumerate(self.kinds):
            if kind is Kind.HEADING or kind is Kind.MARK:
                self._close(place, kind)
            elif kind is Kind.BODY:
                if self.pending is None:
                    self._look(place, level if place not in inset else None)
                self._body(place)
            if kind is not Kind.EMPTY:
                self.body_before = kind is Kind.BODY
        return self.found

    def _close(self, place: int, kind: Kind) -> None:
        """A heading or mark ends the scene; the next words begin one. A mark under a heading adds its title only."""
        title = self.titles.get(place, "")
        if self.pending is not Break.HEADING or kind is Kind.HEADING:
            if self.pending is not Break.HEADING:
                self.title = ""
            self.pending = Break.HEADING if kind is Kind.HEADING else Break.MARK
            shown = title or self.paragraphs[place].text.strip()
            self.evidence = f"{'the heading' if kind is Kind.HEADING else 'the scene mark'} “{shown}”"
        if title:
            self.title = f"{self.title} · {title}" if self.title else title

    def _look(self, place: int, level: int | None) -> None:
        """Whether an unmarked scene begins with this paragraph."""
        found: tuple[Break, str] | None = None
        jump = self.looks[place].jump
        if level is not None and self.body_before and self.ends[place] >= level:
            found = Break.BLANK, "a larger gap before it"
        elif jump is not None and self.body_before and self.words >= _FEWEST_WORDS:
            found = Break.INFERRED, f"a jump of {jump.kind}: “{jump.words}”"
        if found and key_of(self.paragraphs[place].text) not in self.decisions.dismissed:
            self.pending, self.evidence = found
            self.title = ""

    def _body(self, place: int) -> None:
        if self.pending is not None:
            text = self.paragraphs[place].text
            key = key_of(text)
            label = self.title or _first_words(text)
            accepted = self.pending is Break.INFERRED and key in self.decisions.accepted
            number = len(self.found) + 1
            scene = Scene(number, self.title, label, place, place + 1, self.pending, self.evidence, key, accepted)
            self.found.append(scene)
            self.pending, self.title, self.words = None, "", 0
        else:
            self.found[-1] = replace(self.found[-1], last=place + 1)
        self.words += self.looks[place].words


def _first_words(text: str) -> str:
    read = read_markup(text[:200]).text.split()
    return " ".join(read[:_LABEL_WORDS]) + ("…" if len(read) > _LABEL_WORDS else "")
