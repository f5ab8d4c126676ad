# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves into an OpenDocument file what the author changed, and nothing else.

Each paragraph is tied to its element by its number in the file. Changed words are put into the text where they stand,
new paragraphs take their neighbour's style, and every other part of the file stays byte for byte.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from redraft.formats.archive import replaced
from redraft.formats.guards import Package
from redraft.formats.odt.editing import rewrite
from redraft.formats.odt.names import q
from redraft.formats.odt.points import Pool, milestones
from redraft.formats.odt.reader import CONTENT, Tree
from redraft.formats.odt.reshape import reshape
from redraft.formats.odt.restyle import Restyler
from redraft.formats.odt.settle import settle
from redraft.formats.odt.tracking import Recorder, records
from redraft.formats.odt.walk import Place, Walk
from redraft.formats.ordering import longest_in_order
from redraft.formats.pieces import whole
from redraft.manuscript.model import Paragraph
from redraft.manuscript.revising import TRACKED
from redraft.manuscript.shape import BODY, ShapeKind

_LIST, _ITEM = q("text:list"), q("text:list-item")
_FRAME = q("draw:frame")
_STYLE, _LEVEL = q("text:style-name"), q("text:outline-level")
_HEADS = (ShapeKind.HEADING, ShapeKind.TITLE, ShapeKind.MARK)


def patched(package: Package, tree: Tree, before: Sequence[Paragraph], now: Sequence[Paragraph]) -> bytes:
    """The file with the paragraphs ``now`` in the place of those ``before``, as they were read from it."""
    old, new = whole(before), whole(now)
    if [(each.text, each.marks, each.shape) for each in old] == [(each.text, each.marks, each.shape) for each in new]:
        return package.data
    _Patch(tree, old).make(new)
    text = etree.tostring(tree.root.getroottree(), encoding="UTF-8", xml_declaration=True)
    return replaced(package, {CONTENT: text})


class _Patch:
    """One saving: the places of the file, and which paragraph stands in which."""

    def __init__(self, tree: Tree, old: Sequence[Paragraph]) -> None:
        self._tree = tree
        self._places = list(Walk(tree.body, tree.styles).places())
        self._old = {int(each.tied): each for each in old if each.tied.isdecimal()}
        self._pool = Pool(tree.styles)
        self._restyler = Restyler(tree)
        self._recorder = Recorder(tree.body, tree.styles) if records(tree.body) else None

    def make(self, new: Sequence[Paragraph]) -> None:
        """Change, put in, take out."""
        kept = self._kept(new)
        moved = {int(each.tied): deepcopy(self._places[int(each.tied)].element) for at, each in enumerate(new)
                 if at not in kept and self._is_moved(each, kept)}  # fmt: skip
        changed = [(self._places[number], new[at]) for at, number in kept.items()
                   if _differs(self._old[number], new[at])]
        gone = [place for number, place in enumerate(self._places) if number not in kept.values()]
        for place, paragraph in changed:
            self._pool.drop(place, paragraph.marks)
            self._reword(place, paragraph)
            reshape(place, paragraph.shape, self._places)
            if not paragraph.text and self._is_ruled(place):
                del place.element.attrib[_STYLE]  # empty, it would be a rule again
        boxes = self._boxes_that_stay(gone, kept)
        for place in gone:
            if self._recorder is not None and id(place) not in boxes:
                self._recorder.went(place)
            self._pool.drop(place, ())
        come = self._put_in(new, kept, moved)
        changed += come
        for place in gone:
            if id(place) not in boxes:
                self._take_out(place)
        if self._recorder is not None:
            for place, _ in come:
                self._recorder.came(place.element)
        for place, paragraph in changed:
            self._pool.settle(place, paragraph.marks)
            self._restyler.restyle(place, paragraph.marks)
        for place in gone:
            if id(place) in boxes:
                self._empty(place, boxes[id(place)])
        settle(self._tree.root, self._settled(new))

    def _reword(self, place: Place, paragraph: Paragraph) -> None:
        """Tracked where the document records changes; but what the author accepts or rejects is no new change."""
        tracked = self._recorder is not None and not self._settles(paragraph)
        if not tracked or self._recorder is None or not self._recorder.rewrite(place, paragraph.text):
            rewrite(place, self._tree.styles, paragraph.text)

    def _settles(self, paragraph: Paragraph) -> bool:
        """Whether a tracked change of the file is settled in a paragraph."""
        before, now = ({mark.key for mark in each.marks if mark.kind in TRACKED and mark.key} for each in
                       (self._old[int(paragraph.tied)], paragraph))  # fmt: skip
        return bool(before - now)

    def _boxes_that_stay(self, gone: Sequence[Place], kept: dict[int, int]) -> dict[int, list[etree._Element]]:
        """For each paragraph that goes and has boxes with paragraphs that stay (by its id()): what holds these."""
        stay = {self._places[number].element for number in kept.values()}
        inside = {above for each in stay for above in each.iterancestors()}
        return {id(place): [each for each in place.element.iter(_FRAME) if each in inside]
                for place in gone if place.element in inside}

    def _empty(self, place: Place, frames: Sequence[etree._Element]) -> None:
        """Take the words out of a paragraph whose boxes stay; the paragraph too, where they hang on another now."""
        lost = [each for each in frames if each.getparent() is None]
        others = [each for each in place.element if each.tag != _FRAME and each.find(f".//{q('text:p')}") is not None]
        rewrite(place, self._tree.styles, "")
        place.element.extend(lost)
        if not lost and not others:
            self._take_out(place)

    def _settled(self, new: Sequence[Paragraph]) -> set[str]:
        """The keys of tracked changes that are settled: their paragraph is there still, their mark not."""
        stay = {int(each.tied) for each in new if each.tied.isdecimal()}
        left = {mark.key for each in new for mark in each.marks if mark.kind in TRACKED}
        before = (mark.key for number, each in self._old.items() if number in stay for mark in each.marks
                  if mark.kind in TRACKED and mark.key)  # fmt: skip
        return {key for key in before if key not in left}

    def _kept(self, new: Sequence[Paragraph]) -> dict[int, int]:
        """Which new paragraphs stay in which place."""
        return longest_in_order({
            at: int(each.tied) for at, each in enumerate(new) if each.tied.isdecimal() and int(each.tied) in self._old
        })  # fmt: skip

    def _is_moved(self, paragraph: Paragraph, kept: dict[int, int]) -> bool:
        """Whether a paragraph stands elsewhere now, and not also where it was."""
        number = int(paragraph.tied) if paragraph.tied.isdecimal() else -1
        return number in self._old and number not in kept.values()

    def _put_in(
        self, new: Sequence[Paragraph], kept: dict[int, int], moved: dict[int, etree._Element]
    ) -> list[tuple[Place, Paragraph]]:
        """The elements of new and moved paragraphs, each behind the one before it."""
        made: list[tuple[Place, Paragraph]] = []
        previous: Place | None = None
        for at, paragraph in enumerate(new):
            if at in kept:
                previous = self._places[kept[at]]
                continue
            following = next((self._places[kept[each]] for each in range(at + 1, len(new)) if each in kept), None)
            place = self._made(paragraph, previous or following, moved)
            _insert(place.element, self._tree.body, previous, following)
            rewrite(place, self._tree.styles, paragraph.text)
            made.append((place, paragraph))
            previous = place
        return made

    def _made(self, paragraph: Paragraph, neighbour: Place | None, moved: dict[int, etree._Element]) -> Place:
        """The element of a paragraph that is new in its place: its own one, or one like its neighbour's."""
        number = int(paragraph.tied) if paragraph.tied.isdecimal() else -1
        if number in moved:
            element = moved.pop(number)
            place = Place(element, self._places[number].shape, self._places[number].props)
            self._pool.drop(place, ())
            return place
        like = neighbour
        if like is not None and not self._may_be_like(paragraph, like):
            like = self._body_like(like)
        if like is None:
            return Place(etree.Element(q("text:p")), BODY, {})
        element = etree.Element(like.element.tag)
        for name in (_STYLE, _LEVEL):
            if (value := like.element.get(name)) is not None:
                element.set(name, value)
        return Place(element, like.shape, like.props)

    def _may_be_like(self, paragraph: Paragraph, like: Place) -> bool:
        """Whether a new paragraph may take a neighbour's style: no heading’s, no rule’s, none that hides it."""
        heads = like.shape.kind in _HEADS and paragraph.shape.kind not in _HEADS
        return not (heads or self._is_ruled(like) or like.props.get("hidden") == "1")

    def _is_ruled(self, place: Place) -> bool:
        return self._tree.styles.is_rule(place.element.get(_STYLE) or "")

    def _body_like(self, heading: Place) -> Place | None:
        """A body paragraph of the document, the next behind the heading if there is one."""
        at = next((number for number, each in enumerate(self._places) if each.element is heading.element), 0)
        order = [*self._places[at:], *self._places[:at]]
        full = (each for each in order if len(each.element) or each.element.text)
        return next((each for each in full if each.shape.kind is ShapeKind.BODY and not self._is_ruled(each)
                     and each.props.get("hidden") != "1"), None)  # fmt: skip

    def _take_out(self, place: Place) -> None:
        """Remove a paragraph; what bounds a stretch that goes beyond it moves to the paragraph before it."""
        element = place.element
        before = next(iter(element.itersiblings(q("text:p"), q("text:h"), preceding=True)), None)
        for each in milestones(place, self._tree.styles):
            each.tail = None
            if before is not None:
                before.append(each)
        parent = element.getparent()
        while parent is not None:
            parent.remove(element)
            if parent.tag not in (_LIST, _ITEM) or len(parent):
                return
            element, parent = parent, parent.getparent()


def _differs(one: Paragraph, other: Paragraph) -> bool:
    return (one.text, one.marks, one.shape) != (other.text, other.marks, other.shape)


def _insert(element: etree._Element, body: etree._Element, previous: Place | None, following: Place | None) -> None:
    """Put a new paragraph into the tree: as an item of the list that its neighbour stands in, else beside it."""
    near = previous or following
    if near is None or near.element.getparent() is None:
        body.append(element)
        return
    parent = near.element.getparent()
    anchor = near.element
    if parent is not None and parent.tag == _ITEM:
        rest = list(anchor.itersiblings(etree.Element)) if previous is not None else []
        if rest and rest[0].tag != _LIST:
            anchor = near.element  # a further paragraph of the same item
        elif _same_list(previous, following) or near.shape.kind is ShapeKind.ITEM:
            item = etree.Element(_ITEM)
            item.extend([element, *rest])
            element, anchor = item, parent
        else:
            anchor = next(reversed(list(near.element.iterancestors(_LIST))), near.element)
    element.tail = None
    if previous is not None:
        anchor.addnext(element)
    else:
        anchor.addprevious(element)


def _same_list(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return False
    tops = [next(reversed(list(each.element.iterancestors(_LIST))), None) for each in (one, other)]
    return tops[0] is not None and tops[0] is tops[1]
