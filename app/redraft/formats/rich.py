# SPDX-License-Identifier: GPL-3.0-or-later
"""A manuscript of any format as blocks with marks and shapes: what every writer of another format starts from.

The markup in plain and Markdown texts becomes marks; headings, scene marks and titles that are known by their words
become shapes; larger gaps that part scenes become empty blocks, and all other empty paragraphs are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redraft.formats.flow import LINE_BREAK, Block, Look, Looks, look
from redraft.formats.footnotes import is_note, notes_in, signed, with_notes
from redraft.formats.pieces import whole
from redraft.manuscript.marks import Mark, MarkKind, mapped, tidy
from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.outline import Break, Kind, outline
from redraft.manuscript.shape import Align, Shape, ShapeKind
from redraft.text.edits import Edit, apply_all
from redraft.text.markup import marks as markup
from redraft.text.span import Span

_TAG = re.compile(r"<(/?)(u|ins|s|del|strike|sup|sub)\b", re.IGNORECASE)
_TAGS = {"u": MarkKind.UNDERLINE, "ins": MarkKind.UNDERLINE, "s": MarkKind.STRIKE, "del": MarkKind.STRIKE,
         "strike": MarkKind.STRIKE, "sup": MarkKind.SUPERSCRIPT, "sub": MarkKind.SUBSCRIPT}  # fmt: skip
_LOOKS = {"italic": MarkKind.ITALIC, "bold": MarkKind.BOLD}
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^\s()]+)\)")
_QUOTE = re.compile(r"\s{0,3}((?:>[ \t]?)+)(?=\S)")
_ITEM = re.compile(r"([-+*]|\d{1,9}[.)])[ \t]+(?=\S)")
_HASHES = re.compile(r"\s{0,3}(#{1,6})\s")
_CLOSING = re.compile(r"\s+#+\s*$")
_RULE = re.compile(r"={2,}|-{2,}")
_FIELD = re.compile(r"(title|subtitle|author)\s*:\s*(.*\S)\s*$", re.IGNORECASE)


def rich(manuscript: Manuscript) -> list[Block]:
    """The whole story, in order, the pieces of giant paragraphs joined."""
    found = outline(manuscript.paragraphs)
    gaps = {scene.first for scene in found.scenes if scene.break_ is Break.BLANK}
    blocks: list[Block] = []
    notes = {number: notes_in(each.text for each in manuscript.paragraphs if each.file == number)
             for number, file in enumerate(manuscript.files) if file.format == "markdown"}  # fmt: skip
    for first, paragraph in _wholes(manuscript):
        form = manuscript.files[paragraph.file].format
        own = notes.get(paragraph.file, {})
        if is_note(paragraph.text, own):
            continue
        if first in gaps and blocks:
            blocks.append(Block(""))
        if form in ("text", "markdown"):
            text, values = signed(paragraph.text, own)
            plain = _plain(replace(paragraph, text=text), found.kinds[first], form == "markdown", not blocks)
            blocks.extend(with_notes(each, values) for each in plain)
        elif paragraph.text.strip() or paragraph.marks:
            blocks.append(Block(paragraph.text, paragraph.marks, _shape(paragraph, found.kinds[first])))
    return blocks


def spans(block: Block, *, without: frozenset[MarkKind] = frozenset()) -> Iterator[tuple[str, Looks] | Mark]:
    """The block's characters in runs that look alike, and its points between them, in order."""
    points = [each for each in block.marks if each.is_point]
    inside = [each for each in block.marks if not each.is_point and each.kind not in without]
    places = {0, len(block.text), *(each.start for each in block.marks), *(each.end for each in inside)}
    cuts = sorted(place for place in places if place <= len(block.text))
    for at, start in enumerate(cuts):
        yield from (each for each in points if each.start == start)
        if at + 1 < len(cuts):
            end = cuts[at + 1]
            looks: set[Look] = {look(each.kind, each.value) for each in inside if each.start <= start < each.end}
            yield block.text[start:end], frozenset(looks)


def read_marked(text: str, *, links: bool = False) -> tuple[str, tuple[Mark, ...]]:
    """A text as it is read, and the marks that its markup is. ``links``: also ``[words](address)``."""
    parts: list[str] = []
    found: list[Mark] = []
    opened: dict[MarkKind, list[int]] = {}
    place = length = 0
    for each in markup(text):
        parts.append(text[place : each.span.start])
        length += len(parts[-1])
        place = each.span.end
        tag = _TAG.match(each.span.of(text))
        kind = _TAGS[tag.group(2).lower()] if tag else _LOOKS.get(each.kind)
        turn = (-1 if tag.group(1) else 1) if tag else each.turn
        if kind is not None and turn > 0:
            opened.setdefault(kind, []).append(length)
        elif kind is not None and opened.get(kind):
            found.append(Mark(opened[kind].pop(), length, kind))
    read = "".join(parts) + text[place:]
    marks = tidy(each for each in found if not each.is_point)
    return _linked(read, marks) if links and "](" in read else (read, marks)


def _linked(text: str, marks: tuple[Mark, ...]) -> tuple[str, tuple[Mark, ...]]:
    edits: list[Edit] = []
    links: list[Mark] = []
    shift = 0
    for match in _LINK.finditer(text):
        start = match.start() - shift
        links.append(Mark(start, start + len(match.group(1)), MarkKind.LINK, match.group(2)))
        edits += [Edit(Span(match.start(), match.start() + 1), ""), Edit(Span(match.end(1), match.end()), "")]
        shift += len(match.group()) - len(match.group(1))
    return apply_all(text, edits), tidy([*mapped(marks, edits, text), *links])


def _wholes(manuscript: Manuscript) -> Iterator[tuple[int, Paragraph]]:
    """Every paragraph with the number of its first piece; lines that Markdown breaks hard are one paragraph."""
    paragraphs = manuscript.paragraphs
    at = 0
    while at < len(paragraphs):
        end = at + 1
        file = manuscript.files[paragraphs[at].file]
        breaks: list[int] = []
        while end < len(paragraphs) and paragraphs[end].file == paragraphs[at].file and (
            paragraphs[end - 1].glued or (file.format == "markdown" and _is_broken(paragraphs[end - 1]))
        ):
            breaks += [] if paragraphs[end - 1].glued else [end - 1]
            end += 1
        yield at, _joined(paragraphs[at:end], breaks, at) if end - at > 1 else paragraphs[at]
        at = end


def _is_broken(paragraph: Paragraph) -> bool:
    """Whether a line of Markdown ends in the two spaces that break it."""
    return bool(paragraph.text) and paragraph.gap.startswith("  ") and paragraph.gap.strip(" ") in ("\n", "\r\n", "\r")


def _joined(pieces: Sequence[Paragraph], breaks: Sequence[int], first: int) -> Paragraph:
    glued = [replace(each, gap=LINE_BREAK) if first + at in breaks else each for at, each in enumerate(pieces)]
    text = "".join(each.text + each.gap for each in glued[:-1]) + glued[-1].text
    return replace(glued[0], text=text) if breaks else whole(glued)[0]


def _plain(paragraph: Paragraph, kind: Kind, markdown: bool, first: bool) -> Iterator[Block]:
    """The block that a paragraph of a plain text is; none for what only draws a line under a heading."""
    text = paragraph.text.strip()
    if not text:
        return
    if kind is Kind.MARK:
        yield Block(text.replace("\\", ""), (), Shape(ShapeKind.MARK))
    elif kind is Kind.FRONT and markdown and (text in ("---", "...") or _is_field(text)):
        yield from _front(text)
    elif kind is Kind.HEADING and _RULE.fullmatch(text):
        return
    elif kind is Kind.HEADING or _HASHES.match(text):
        hashes = _HASHES.match(text)
        read, marks = read_marked(_CLOSING.sub("", text) if hashes else text, links=markdown)
        level = len(hashes.group(1)) if hashes else 1
        yield Block(read, marks, Shape(ShapeKind.TITLE) if kind is Kind.FRONT else Shape(ShapeKind.HEADING, level))
    else:
        title = first and kind is Kind.FRONT and not (markdown and (_ITEM.match(text) or _QUOTE.match(text)))
        yield _prose(text, paragraph.lead, markdown) if not title else _titled(text, markdown)


def _titled(text: str, markdown: bool) -> Block:
    read, marks = read_marked(text, links=markdown)
    return Block(read, marks, Shape(ShapeKind.TITLE))


def _prose(text: str, lead: str, markdown: bool) -> Block:
    """Body text, or what Markdown's line starts make of it."""
    shape = Shape()
    if markdown and (item := _ITEM.match(text)):
        text = text[item.end() :]
        depth = len(lead.replace("\t", "    ")) // 2
        shape = Shape(ShapeKind.ITEM, depth, numbered=item.group(1)[0].isdigit())
    elif markdown and (quote := _QUOTE.match(text)):
        text = text[quote.end() :]
        shape = Shape(ShapeKind.QUOTE, quote.group(1).count(">") - 1)
    read, marks = read_marked(text, links=markdown)
    return Block(read, marks, shape)


def _is_field(text: str) -> bool:
    return re.match(r"[\w-]+\s*:", text) is not None


def _front(text: str) -> Iterator[Block]:
    """A line of Markdown's front matter: the title and the author are shown, the rest is for programs."""
    field = _FIELD.match(text)
    if field:
        words = field.group(2).strip("\"'")
        if field.group(1).lower() == "author":
            yield Block(f"by {words}", (), Shape(align=Align.CENTRE))
        else:
            yield Block(words, (), Shape(ShapeKind.TITLE))


def _shape(paragraph: Paragraph, kind: Kind) -> Shape:
    """The shape of a document's paragraph; where it has none of its own, what its words make it."""
    if paragraph.shape.kind is not ShapeKind.BODY:
        return paragraph.shape
    if kind is Kind.MARK:
        return replace(paragraph.shape, kind=ShapeKind.MARK)
    return replace(paragraph.shape, kind=ShapeKind.HEADING, level=1) if kind is Kind.HEADING else paragraph.shape
