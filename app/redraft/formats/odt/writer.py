# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks → a new OpenDocument text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from redraft.formats.archive import packed
from redraft.formats.flow import LINE_BREAK, Block, Looks
from redraft.formats.odt.template import DECLARATIONS, MANIFEST, META, MIME, STYLES, VERSION
from redraft.formats.rich import spans
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.shape import Align, Shape, ShapeKind

PROPERTIES = {
    MarkKind.ITALIC: ('fo:font-style="italic"', 'fo:font-style="normal"'),
    MarkKind.BOLD: ('fo:font-weight="bold"', 'fo:font-weight="normal"'),
    MarkKind.UNDERLINE: (
        'style:text-underline-style="solid" style:text-underline-width="auto" '
        'style:text-underline-color="font-color"', 'style:text-underline-style="none"'),
    MarkKind.STRIKE: ('style:text-line-through-style="solid"', 'style:text-line-through-style="none"'),
    MarkKind.SMALL_CAPS: ('fo:font-variant="small-caps"', 'fo:font-variant="normal"'),
    MarkKind.SUPERSCRIPT: ('style:text-position="super 58%"', 'style:text-position="0% 100%"'),
    MarkKind.SUBSCRIPT: ('style:text-position="sub 58%"', 'style:text-position="0% 100%"'),
}  # fmt: skip
"""The attributes of style:text-properties that set a look, and that take it away."""

RAISED = frozenset({MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT})
"""Looks of which a character has one at most."""

_STYLES = {ShapeKind.TITLE: "Title", ShapeKind.QUOTE: "Quotations", ShapeKind.VERSE: "Verse",
           ShapeKind.MARK: "Scene_20_mark", ShapeKind.ITEM: "List"}  # fmt: skip
_ALIGNS = {Align.CENTRE: "center", Align.RIGHT: "end", Align.LEFT: "start", Align.JUSTIFY: "justify"}
_SPECIAL = re.compile(f"  +|^ | $|[\t{LINE_BREAK}\n]")
_TAG = re.compile(r"([A-Za-z]{2,8})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}|\d{3}))?(?:-.*)?")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_IN_ADDRESS = "%:/?#@!$&'()*+,;=~-._"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_odt(blocks: Sequence[Block]) -> bytes:
    """The bytes of a new document; the same blocks always give the same bytes."""
    content = _Content()
    body = "".join(content.body(blocks))
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {DECLARATIONS} office:version="{VERSION}">'
        f"<office:automatic-styles>{content.styles()}</office:automatic-styles><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    parts = (("mimetype", MIME), ("content.xml", text), ("styles.xml", STYLES), ("meta.xml", META),
             ("META-INF/manifest.xml", MANIFEST))  # fmt: skip
    return packed([(name, each.encode("utf-8")) for name, each in parts], frozenset({"mimetype"}))


def possible(kinds: Iterable[MarkKind]) -> frozenset[MarkKind]:
    """The looks that one character can have: of raised and lowered at once it is raised."""
    found = frozenset(kinds)
    return found - {MarkKind.SUBSCRIPT} if found >= RAISED else found


def spaced(text: str) -> str:
    """Characters as OpenDocument writes them: runs of spaces, tabs and line breaks are elements."""
    parts: list[str] = []
    place = 0
    for match in _SPECIAL.finditer(text):
        parts += (_escaped(text[place : match.start()]), _element(match.group()))
        place = match.end()
    return "".join(parts) + _escaped(text[place:])


def _language(tag: str) -> Iterator[str]:
    """The attributes that name a language ("en", "en-GB", "zh-Hans-CN"); the country is one of its own, "none" where
    there is none. None for what is no such name.
    """
    found = _TAG.fullmatch(tag)
    if found:
        yield f'fo:language="{found.group(1)}"'
        yield f'fo:country="{found.group(2) or "none"}"'


def _address(text: str) -> str:
    """An address as the schema has it: characters that no address holds are written as their numbers."""
    return quote(_LONE_PERCENT.sub("%25", text.encode("utf-8", "replace").decode()), safe=_IN_ADDRESS)


def _element(found: str) -> str:
    if found == "\t":
        return "<text:tab/>"
    if found in (LINE_BREAK, "\n"):
        return "<text:line-break/>"
    return "<text:s/>" if len(found) == 1 else f'<text:s text:c="{len(found)}"/>'


def _escaped(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text))


class _Content:
    """Collects the automatic styles and the notes while the text is written."""

    def __init__(self) -> None:
        self._text_styles: dict[tuple[frozenset[MarkKind], str], str] = {}
        self._paragraph_styles: dict[tuple[str, Align], str] = {}
        self._notes = 0

    def body(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The elements of the text."""
        for kind, group in groupby(blocks, key=lambda each: each.shape.kind):
            if kind is ShapeKind.ITEM:
                yield from self._lists(list(group))
            else:
                yield from (self._paragraph(each) for each in group)

    def styles(self) -> str:
        """The automatic styles that the text uses."""
        text = "".join(
            f'<style:style style:name="{name}" style:family="text"><style:text-properties '
            f"{' '.join([*(PROPERTIES[each][0] for each in sorted(kinds)), *_language(language)])}/></style:style>"
            for (kinds, language), name in self._text_styles.items()
        )
        return text + "".join(
            f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}">'
            f'<style:paragraph-properties fo:text-align="{_ALIGNS[align]}"/></style:style>'
            for (parent, align), name in self._paragraph_styles.items()
        )

    def _paragraph(self, block: Block) -> str:
        words = self._words(block)
        style = quoteattr(self._style(block.shape))
        if block.shape.kind is ShapeKind.HEADING:
            level = max(1, min(block.shape.level, 6))
            return f'<text:h text:style-name={style} text:outline-level="{level}">{words}</text:h>'
        return f"<text:p text:style-name={style}>{words}</text:p>"

    def _style(self, shape: Shape) -> str:
        name = _STYLES.get(shape.kind, "Standard")
        if shape.kind is ShapeKind.HEADING:
            name = f"Heading_20_{max(1, min(shape.level, 6))}"
        if not shape.align:
            return name
        return self._paragraph_styles.setdefault((name, shape.align), f"P{len(self._paragraph_styles) + 1}")

    def _lists(self, items: Sequence[Block]) -> Iterator[str]:
        """Nested lists of consecutive items: each level deeper stands in an item of its own list."""
        opened: list[str] = []
        for item in items:
            name = "Figures" if item.shape.numbered else "Dots"
            depth = min(item.shape.level, 9) + 1
            while len(opened) > depth or (len(opened) == depth and opened[-1] != name):
                opened.pop()
                yield "</text:list-item></text:list>"
            if len(opened) == depth:
                yield "</text:list-item><text:list-item>"
            while len(opened) < depth:
                opened.append(name)
                yield f'<text:list text:style-name="{name}"><text:list-item>'
            yield self._paragraph(item)
        yield "</text:list-item></text:list>" * len(opened)

    def _words(self, block: Block) -> str:
        parts: list[str] = []
        for span in spans(block):
            if not isinstance(span, tuple):
                parts.append(self._note(span.value) if span.kind is MarkKind.NOTE and span.value else "")
                continue
            parts.append(self._run(*span))
        return "".join(parts)

    def _run(self, text: str, looks: Looks) -> str:
        kinds = possible(kind for kind, _, _ in looks if kind in PROPERTIES)
        words = spaced(text)
        language = next((value for kind, value, _ in looks if kind is MarkKind.LANGUAGE), "")
        if kinds or language:
            name = self._text_styles.setdefault((kinds, language), f"T{len(self._text_styles) + 1}")
            words = f'<text:span text:style-name="{name}">{words}</text:span>'
        address = next((value for kind, value, _ in looks if kind is MarkKind.LINK), "")
        if address:
            words = f'<text:a xlink:type="simple" xlink:href={quoteattr(_address(address))}>{words}</text:a>'
        return words

    def _note(self, text: str) -> str:
        self._notes += 1
        lines = "".join(f'<text:p text:style-name="Footnote">{spaced(each)}</text:p>' for each in text.split("\n"))
        return (
            f'<text:note text:id="note{self._notes}" text:note-class="footnote"><text:note-citation>{self._notes}'
            f"</text:note-citation><text:note-body>{lines}</text:note-body></text:note>"
        )
