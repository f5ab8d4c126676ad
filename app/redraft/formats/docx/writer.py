# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a story as a new Word document: styles, headings, looks, scene marks, footnotes; nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from redraft.formats.archive import packed
from redraft.formats.docx.names import Element, R, W, made
from redraft.formats.docx.order import put
from redraft.formats.docx.runs import content, new_run
from redraft.formats.docx.skeleton import (
    LAYOUTS,
    LEVELS,
    Layout,
    content_types,
    footnotes,
    numbering,
    relations,
    settings,
    styles,
)
from redraft.formats.docx.theme import font_table, theme
from redraft.formats.flow import Block
from redraft.manuscript.marks import LOOKS, Mark, MarkKind
from redraft.manuscript.shape import Align, Shape, ShapeKind

_STYLES = {
    ShapeKind.TITLE: "Title", ShapeKind.QUOTE: "Quote", ShapeKind.VERSE: "Verse", ShapeKind.MARK: "SceneBreak",
    ShapeKind.ITEM: "ListParagraph",
}  # fmt: skip
_ALIGNS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_TAGS = {
    MarkKind.ITALIC: ("i", ""), MarkKind.BOLD: ("b", ""), MarkKind.STRIKE: ("strike", ""),
    MarkKind.SMALL_CAPS: ("smallCaps", ""), MarkKind.UNDERLINE: ("u", "single"),
    MarkKind.SUPERSCRIPT: ("vertAlign", "superscript"), MarkKind.SUBSCRIPT: ("vertAlign", "subscript"),
    MarkKind.LANGUAGE: ("lang", ""),
}  # fmt: skip
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write(blocks: Sequence[Block], layout: str = "plain") -> bytes:
    """The bytes of a document; ``layout`` is one of :data:`LAYOUTS`."""
    return _Writer(LAYOUTS[layout]).write(blocks)


@dataclass
class _Writer:
    layout: Layout
    notes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    lists: bool = False
    root: Element = field(init=False)

    def __post_init__(self) -> None:
        self.root = etree.Element(f"{{{W}}}document", nsmap={"w": W, "r": R})

    def write(self, blocks: Sequence[Block]) -> bytes:
        """The bytes."""
        body = made("body", self.root)
        self.root.append(body)
        body.extend(self._paragraphs(blocks))
        body.append(self.layout.section())
        main = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        parts = [
            ("_rels/.rels", relations([("officeDocument", "word/document.xml", False)])),
            ("word/document.xml", main.decode()),
            ("word/styles.xml", styles(self.layout)),
            ("word/settings.xml", settings(bool(self.notes))),
            ("word/fontTable.xml", font_table(self.layout.font)),
            ("word/theme/theme1.xml", theme(self.layout.font)),
        ]
        linked = [("styles", "styles.xml", False), ("settings", "settings.xml", False),
                  ("fontTable", "fontTable.xml", False), ("theme", "theme/theme1.xml", False)]  # fmt: skip
        if self.lists:
            parts.append(("word/numbering.xml", numbering()))
            linked.append(("numbering", "numbering.xml", False))
        if self.notes:
            parts.append(("word/footnotes.xml", footnotes(self.notes)))
            linked.append(("footnotes", "footnotes.xml", False))
        if self.layout.header:
            parts.append(("word/header1.xml", self.layout.header))
            linked.append(("header", "header1.xml", False))
        keyed = [(f"rId{100 + at}", "hyperlink", each, True) for at, each in enumerate(self.links)]
        named = [(self.layout.key(kind, at), kind, target, out) for at, (kind, target, out) in enumerate(linked)]
        parts.append(("word/_rels/document.xml.rels", relations([*named, *keyed])))
        parts.insert(0, ("[Content_Types].xml", content_types(name for name, _ in parts)))
        return packed([(name, _bytes(text)) for name, text in parts])

    def _paragraphs(self, blocks: Iterable[Block]) -> Iterator[Element]:
        """A ``w:p`` for each block; a paragraph after a heading or a scene mark is not indented."""
        opens = True
        for block in blocks:
            yield self._paragraph(block, opens)
            opens = block.shape.kind in (ShapeKind.HEADING, ShapeKind.TITLE, ShapeKind.MARK) or not block.text

    def _paragraph(self, block: Block, opens: bool) -> Element:
        paragraph = made("p", self.root)
        properties = made("pPr", self.root)
        style = _style(block.shape, opens)
        if style:
            put(properties, made("pStyle", self.root, val=style))
        if block.shape.kind is ShapeKind.ITEM:
            list_ = made("numPr", self.root)
            list_.append(made("ilvl", self.root, val=str(min(block.shape.level, LEVELS - 1))))
            list_.append(made("numId", self.root, val="2" if block.shape.numbered else "1"))
            put(properties, list_)
            self.lists = True
        if block.shape.align in _ALIGNS:
            put(properties, made("jc", self.root, val=_ALIGNS[block.shape.align]))
        if len(properties):
            paragraph.append(properties)
        text = block.text
        if block.shape.kind is ShapeKind.MARK and (self.layout.mark or not text.strip()):
            paragraph.append(new_run(self.layout.mark or "* * *", self.root, None))
            return paragraph
        self._runs(paragraph, text, block.marks)
        return paragraph

    def _runs(self, paragraph: Element, text: str, marks: Sequence[Mark]) -> None:
        cuts = sorted({0, len(text), *(place for each in marks for place in (each.start, each.end))})
        holder, address = paragraph, ""
        for at, start in enumerate(cuts):
            for each in marks:
                if each.is_point and each.start == start and each.kind is MarkKind.NOTE and each.value:
                    paragraph.append(self._note(each.value))
            if at + 1 == len(cuts):
                break
            inside = [each for each in marks if each.start <= start < each.end]
            link = next((each.value for each in inside if each.kind is MarkKind.LINK), "")
            if link != address:
                holder, address = self._link(paragraph, link) if link else paragraph, link
            holder.append(self._run(text[start : cuts[at + 1]], inside))

    def _run(self, text: str, marks: Iterable[Mark]) -> Element:
        run = made("r", self.root)
        properties = made("rPr", self.root)
        for each in marks:
            if each.kind in LOOKS or each.kind is MarkKind.LANGUAGE:
                name, value = _TAGS[each.kind]
                value = value or (each.value if each.kind is MarkKind.LANGUAGE else "")
                put(properties, made(name, self.root, val=value) if value else made(name, self.root))
        if len(properties):
            run.append(properties)
        run.extend(content(text, run))
        return run

    def _link(self, paragraph: Element, address: str) -> Element:
        link = made("hyperlink", self.root)
        if address.startswith("#"):
            link.set(f"{{{W}}}anchor", address[1:])
        else:
            self.links.append(address)
            link.set(f"{{{R}}}id", f"rId{99 + len(self.links)}")
        paragraph.append(link)
        return link

    def _note(self, text: str) -> Element:
        self.notes.append(text)
        run = made("r", self.root)
        properties = made("rPr", self.root)
        properties.append(made("vertAlign", self.root, val="superscript"))
        run.append(properties)
        run.append(made("footnoteReference", self.root, id=str(len(self.notes) + 1)))
        return run


def _style(shape: Shape, opens: bool) -> str:
    if shape.kind is ShapeKind.HEADING:
        return f"Heading{min(max(shape.level, 1), 6)}"
    if shape.kind in (ShapeKind.BODY, ShapeKind.CELL):
        return "FirstParagraph" if opens else ""
    return _STYLES[shape.kind]


def _bytes(text: str) -> bytes:
    return (text if text.startswith("<?xml") else _DECLARATION + text).encode()
