# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument text → blocks.

[X] styles, automatic and named, with their parents   [X] headings, lists, sections, block quotations, rules
[X] spans, runs of spaces, tabs, line breaks, links   [X] footnotes and endnotes as marks, comments as notes of the file
[X] tracked changes: insertions marked, deletions as marks without length   [-] tables: a paragraph a cell
[-] pictures and objects in the text: marks   [X] text boxes behind their paragraph, tables of contents, indexes
[ ] headers and footers (they stay in the file)
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from redraft.formats.flow import Flow, Look, look
from redraft.formats.guards import Package
from redraft.formats.odt.names import PARAGRAPHS, q
from redraft.formats.odt.styles import Styles
from redraft.formats.odt.walk import Pieces, Place, Walk, body_of, frame_kind
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import FileNote
from redraft.manuscript.shape import Shape, ShapeKind

CONTENT, STYLES = "content.xml", "styles.xml"


@dataclass(slots=True)
class Tree:
    """A document's content, parsed: its root, its text, its styles."""

    root: etree._Element
    body: etree._Element
    styles: Styles


@dataclass(slots=True)
class Story:
    """What was read: blocks, and the comments with the number of their block as ``paragraph``."""

    flow: Flow
    notes: list[FileNote] = field(default_factory=list)


def tree_of(package: Package) -> Tree | None:
    """The parsed content; None where the file has no text part.

    Raises:
        FormatError: when the XML is damaged or unsafe.
    """
    if CONTENT not in package.names:
        return None
    root = package.text(CONTENT)
    body = body_of(root)
    if body is None:
        return None
    named = package.text(STYLES) if STYLES in package.names else None
    return Tree(root, body, Styles(named, root))


def read_story(tree: Tree) -> Story:
    """The story in a parsed document; each block is tied by the number of its paragraph in the file."""
    return _Reader(tree).run()


class _Reader:
    """Walks once over the paragraphs; keeps in mind what spans several of them."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._story = Story(Flow())
        self._changes = _changes(tree.body)
        self._ranges: dict[str, Look] = {}
        self._named = {each.get(q("office:name")) for each in tree.body.iter(q("office:annotation-end"))}

    def run(self) -> Story:
        """Read everything."""
        walk, flow = Walk(self._tree.body, self._tree.styles), self._story.flow
        for number, place in enumerate(walk.places()):
            self._paragraph(place)
            if flow.empty and self._tree.styles.is_rule(place.element.get(q("text:style-name")) or ""):
                flow.scene_mark(str(number))
            else:
                flow.end(place.shape, str(number), keep_empty=True)
        flow.left_out.update(walk.left_out)
        self._story.notes = _threads(self._story.notes)
        return self._story

    def _paragraph(self, place: Place) -> None:
        pieces = Pieces(self._tree.styles).read(place)
        flow, at = self._story.flow, 0
        flow.left_out.update(["concealed"] if pieces.concealed else ())
        for before, element in pieces.others:
            for piece in pieces.found[at:before]:
                flow.put(piece.text, piece.looks | set(self._ranges.values()) if self._ranges else piece.looks)
            at = before
            self._other(element)
        for piece in pieces.found[at:]:
            flow.put(piece.text, piece.looks | set(self._ranges.values()) if self._ranges else piece.looks)

    def _other(self, element: etree._Element) -> None:
        """An element that shows nothing in the line: a note, a comment, a picture, the bounds of a change."""
        tag, flow = element.tag, self._story.flow
        point = point_of(element)
        if point is not None:
            if tag == q("draw:frame") and frame_kind(element) != "text box":
                flow.left_out[frame_kind(element)] += 1
            flow.point(*point)
        elif tag == q("office:annotation"):
            self._comment(element)
        elif tag == q("office:annotation-end"):
            self._ranges.pop("comment " + (element.get(q("office:name")) or ""), None)
        elif tag in (q("text:change"), q("text:change-start"), q("text:change-end")):
            self._change(element)
        elif str(tag).startswith(q("draw:")) and element.find(f".//{q('text:p')}") is None:
            flow.left_out["picture"] += 1

    def _comment(self, element: etree._Element) -> None:
        flow, notes = self._story.flow, self._story.notes
        key = element.get(q("office:name")) or f"annotation {len(notes)}"
        author, time = element.findtext(q("dc:creator")) or "", element.findtext(q("dc:date")) or ""
        words = "\n".join(_line(each) for each in element.iter(*PARAGRAPHS))
        parent = element.get(q("loext:parent-name")) or ""
        notes.append(FileNote(
            key, author, time[:19], words, resolved=element.get(q("loext:resolved")) == "true",
            replies=(FileNote(parent, "", "", ""),) if parent else (), paragraph=len(flow.blocks),
            start=flow.length, end=flow.length,
        ))  # fmt: skip
        if parent:
            return
        if key in self._named:
            self._ranges["comment " + key] = look(MarkKind.COMMENT, "", key)
        else:
            flow.point(MarkKind.COMMENT, "", key)

    def _change(self, element: etree._Element) -> None:
        key = element.get(q("text:change-id")) or ""
        kind, told, words = self._changes.get(key, ("", "", ""))
        if element.tag == q("text:change-end"):
            self._ranges.pop(key, None)
        elif kind == "insertion" and element.tag == q("text:change-start"):
            self._ranges[key] = look(MarkKind.INSERTED, told, key)
        elif kind == "deletion":
            self._story.flow.point(MarkKind.DELETED, words, key)


def point_of(element: etree._Element) -> tuple[MarkKind, str, str] | None:
    """The kind, value and key of the mark that a note, a picture or an object is; None for other elements."""
    if element.tag == q("text:note"):
        return MarkKind.NOTE, _words(element, q("text:note-body")), element.get(q("text:id")) or ""
    if element.tag != q("draw:frame"):
        return None
    name = next((each.text for each in element.iter(q("svg:title"), q("svg:desc")) if each.text), "")
    kind = MarkKind.IMAGE if frame_kind(element) == "picture" else MarkKind.OBJECT
    return kind, name or element.get(q("draw:name")) or "", ""


def _changes(body: etree._Element) -> dict[str, tuple[str, str, str]]:
    """The tracked changes by id: insertion or deletion, who and when, and the words deleted."""
    found: dict[str, tuple[str, str, str]] = {}
    for region in body.iterfind(f"{q('text:tracked-changes')}/{q('text:changed-region')}"):
        key = region.get(q("text:id")) or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        for change in region:
            kind = str(change.tag).rpartition("}")[2]
            told = " ".join(each.text or "" for each in change.iter(q("dc:creator"), q("dc:date")))
            words = "\n".join(_line(each) for each in change.iter(*PARAGRAPHS))
            found[key] = kind, told, words
    return found


def _threads(notes: list[FileNote]) -> list[FileNote]:
    """The notes with their replies in them; the end of each one's range is found by its marks."""
    own = {each.key: each for each in notes if not each.replies}
    for note in notes:
        if note.replies:
            parent = own.get(note.replies[0].key)
            plain = replace(note, replies=())
            if parent is None:
                own[note.key] = plain
            else:
                own[parent.key] = replace(parent, replies=(*parent.replies, plain))
    return list(own.values())


def _words(element: etree._Element, inside: str) -> str:
    return "\n".join(_line(each) for part in element.iter(inside) for each in part.iter(*PARAGRAPHS))


def _line(paragraph: etree._Element) -> str:
    """The words of a paragraph without looks."""
    return "".join(each.text for each in Pieces(Styles()).read(Place(paragraph, Shape(ShapeKind.BODY), {})).found)

