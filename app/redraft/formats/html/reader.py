# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages → blocks.

[X] headings, block quotations, lists, rules, alignment   [X] looks by element, style and simple style sheets
[X] two line breaks part paragraphs, one long page of them too   [X] preformatted text, hard-wrapped or not
[X] what word processors leave in pages: hidden bullets, empty elements, comments   [-] tables: a paragraph a cell
[X] footnotes of word processors, pandoc and books: marks   [X] tracked changes, languages of stretches
[ ] pictures, forms, frames, scripts
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from redraft.formats.flow import LINE_BREAK, Block, Flow, Look, Looks, look
from redraft.formats.html.characters import mended, unmarked
from redraft.formats.html.css import Sheet, Style, applied
from redraft.formats.html.notes import is_figure, take_notes
from redraft.formats.html.page import inner_text, language, remove
from redraft.formats.html.source import ATTRIBUTE, Page
from redraft.formats.html.tags import BLOCKS, COUNTED, HEADINGS, LEFT_OUT, LOOKS
from redraft.formats.plain import parse
from redraft.formats.trace import NOWHERE, Trace, Where
from redraft.manuscript.marks import MarkKind, within
from redraft.manuscript.shape import BODY, Align, Shape, ShapeKind

_TITLE = re.compile(r"\b(?:Mso)?(?:sub)?title\b", re.IGNORECASE)
_VERSE = re.compile(r"\b(?:verse|poem|poetry|stanza|lyrics?)\b", re.IGNORECASE)
_WORD_LIST = re.compile(r"\bMsoListParagraph|\bMsoListBullet|\bMsoListNumber")
_FIGURE = re.compile(r"[\[(]?(?:\d{1,3}|[ivxlc]{1,6}|[*†‡§])[\])]?")
_PROSE_LINE = 80
_BLANK = " \u00a0\t\n\r" + LINE_BREAK


def read_blocks(
    root: etree._Element, sheet: Sheet | None = None, others: Mapping[str, str] | None = None, page: Page | None = None
) -> Flow:
    """The story in a page. ``sheet``: the rules that hold for it; by default those that stand in it. ``others``: notes
    that stand in other pages of the same book. ``page``: the root is that of its marked source, and the blocks tell
    where in it they stand.
    """
    rules = sheet or Sheet("\n".join(each.text or "" for each in root.iter("style")))
    notes, left_out = {**(others or {}), **take_notes(root)}, Counter[str]()
    _clear(root, left_out)
    body = root if root.tag == "body" else root.find(".//body")
    story = root if body is None else body
    flow = _Reader(rules, notes, page).run(story)
    if not any(each.text for each in flow.blocks) and inner_text(story).strip():
        flow = _Reader(Sheet(), notes, page).run(story)  # a page that hides all of itself until its scripts have run
    flow.left_out += left_out
    return flow


def _clear(root: etree._Element, left_out: Counter[str]) -> None:
    """Take out of the tree what is no story; what follows it stays."""
    for element in [*root.iter(*LEFT_OUT, *COUNTED)]:
        if element.tag in COUNTED:
            left_out[COUNTED[element.tag]] += 1
        remove(element)


class _Reader:
    """Walks over the tree once, with a stack of styles and shapes."""

    def __init__(self, sheet: Sheet, notes: dict[str, str], page: Page | None = None) -> None:
        self.flow = Flow(traced=page is not None)
        self._page = page
        self._spot = NOWHERE
        self._holders = [-1]
        self._notes = notes
        self._sheet = sheet
        self._stack: list[tuple[Style, Shape]] = [(Style(), BODY)]
        self._language = ""
        self._looks: dict[Style, Looks] = {}
        self._broken = False
        self._skip: etree._Element | None = None

    def run(self, body: etree._Element) -> Flow:
        """Read everything in the body."""
        above = [language(each) for each in (body, *body.iterancestors())]
        self._language = next(filter(None, above), "")
        for event, element in etree.iterwalk(body, events=("start", "end")):
            if self._skip is not None:
                if event == "end" and element is self._skip:
                    self._skip = None
                    self._text(element.tail)
                continue
            if event == "start":
                self._start(element)
            else:
                self._end(element, is_body=element is body)
        self._end_block()
        return self.flow

    def _start(self, element: etree._Element) -> None:
        tag, (style, shape) = element.tag, self._stack[-1]
        style = self._style(element, style)
        at = self._at(element)
        if style.hidden or tag == "pre" or is_figure(element) or _is_deletion(element):
            self._apart(element, style)
            return
        if tag in BLOCKS:
            self._end_block()
            shape = self._shape(element, shape)
        elif tag == "br":
            self._break(at)
        elif tag == "hr":
            self._end_block()
            self.flow.scene_mark(trace=Trace(spot=at, close=at) if self._page else None)
        elif tag in ("img", "image"):
            self._picture(element)
        elif tag == "q":
            self._text("“", style)
        self._stack.append((style, shape))
        if self._page is not None:
            number = element.get(ATTRIBUTE)
            self._holders.append(int(number) if number and tag in BLOCKS else self._holders[-1])
            self._spot = (at[1], at[1]) if at[0] >= 0 else self._spot
        self._text(element.text)

    def _at(self, element: etree._Element, *, whole: bool = False) -> Where:
        """Where in the source an element's tag stands, or the ``whole`` of it."""
        number = element.get(ATTRIBUTE) if self._page is not None else None
        if self._page is None or number is None:
            return NOWHERE
        tag = self._page.tags[int(number)]
        return tag.start, tag.close_end if whole else tag.end

    def _apart(self, element: etree._Element, style: Style) -> None:
        """An element that is not walked through: hidden, preformatted, or the figure of a footnote."""
        self._skip = element
        if style.hidden:
            if _hides_words(element):
                self.flow.left_out["hidden"] += 1
            return
        if element.tag == "del":
            words = mended(" ".join(inner_text(element).split()))
            self.flow.point(MarkKind.DELETED, words, at=self._at(element, whole=True))
            return
        if element.tag != "pre":
            self.flow.trim()
            link = element if element.tag == "a" else next(element.iter("a"))
            note = self._notes.get((link.get("href") or "").rpartition("#")[2], "")
            self.flow.point(MarkKind.NOTE, note, inner_text(element).strip(), self._at(element, whole=True))
            return
        self._end_block()
        shape = self._shape(element, self._stack[-1][1])
        words, places = self._inner(element)
        parsed = parse(words)
        start = len(parsed.prefix)
        for paragraph in parsed.paragraphs:
            if places:
                for at, char in enumerate(paragraph.text):
                    self.flow.put(char, at=places[start + paragraph.to_raw(at)])
            else:
                self.flow.put(paragraph.text)
            number = element.get(ATTRIBUTE)
            self.flow.end(shape, trace=Trace(holder=int(number) if number else -1))
            start += len(paragraph.raw + paragraph.gap)

    def _inner(self, element: etree._Element) -> tuple[str, list[Where]]:
        """All characters inside an element; in a marked page also where each of them stands."""
        if self._page is None:
            return mended(inner_text(element)), []
        words, places = "", list[Where]()
        for text in element.itertext():
            for part, at in self._page.units(mended(str(text))):
                words += part
                by_letter = at[0] >= 0 and at[1] - at[0] == len(part)
                places += [(at[0] + n, at[0] + n + 1) if by_letter else at for n in range(len(part))]
        return words, places

    def _end(self, element: etree._Element, *, is_body: bool) -> None:
        tag = element.tag
        if tag == "q":
            self._text("”")
        if tag in BLOCKS:
            self._end_block(explicit=tag in ("p", "div"))
            self._broken = False
        self._stack.pop()
        if self._page is not None:
            self._holders.pop()
        if not is_body:
            self._text(element.tail)

    def _style(self, element: etree._Element, style: Style) -> Style:
        tag = element.tag
        if tag in LOOKS:
            style = applied(style, LOOKS[tag])
        if tag == "ins" and _is_tracked(element):
            style = replace(style, underline=False, inserted=element.get("datetime") or "tracked")
        if own_language := language(element):
            style = replace(style, language=own_language if own_language != self._language else "")
        if self._sheet:
            found = self._sheet.of(tag, element.get("class") or "")
            style = applied(style, found) if found else style
        if align := element.get("align"):
            style = applied(style, f"text-align:{align}")
        if own := element.get("style"):
            style = applied(style, own)
        if tag == "a" and (address := element.get("href")) and not address.startswith("#"):
            style = replace(style, link=address.strip())
        if element.get("hidden") is not None:
            style = replace(style, hidden=True)
        return replace(style, raised="") if tag in BLOCKS and style.raised else style

    def _shape(self, element: etree._Element, shape: Shape) -> Shape:
        tag, classes = element.tag, element.get("class") or ""
        if tag in HEADINGS:
            if _TITLE.search(classes):
                return Shape(ShapeKind.TITLE)
            return Shape(ShapeKind.HEADING, HEADINGS[tag])
        if tag in ("ul", "ol", "menu", "dir"):
            deeper = shape.level + 1 if shape.kind is ShapeKind.ITEM else 0
            return Shape(ShapeKind.ITEM, deeper, numbered=tag == "ol")
        if tag == "blockquote":
            return Shape(ShapeKind.QUOTE, shape.level + 1 if shape.kind is ShapeKind.QUOTE else 0)
        if tag == "table":
            self.flow.left_out["table"] += 1
        if tag in ("td", "th"):
            return Shape(ShapeKind.CELL)
        if classes and tag in ("p", "div", "section"):
            return self._by_class(classes, element.get("style") or "", shape)
        return shape

    def _by_class(self, classes: str, style: str, shape: Shape) -> Shape:
        if _TITLE.search(classes):
            return Shape(ShapeKind.TITLE)
        if _VERSE.search(classes):
            return Shape(ShapeKind.VERSE)
        if _WORD_LIST.search(classes) and "mso-list" in style:
            level = re.search(r"\blevel(\d)", style)
            return Shape(ShapeKind.ITEM, int(level.group(1)) - 1 if level else 0)
        return shape

    def _picture(self, element: etree._Element) -> None:
        self.flow.left_out["picture"] += 1
        self.flow.point(MarkKind.IMAGE, (element.get("alt") or "").strip(), at=self._at(element))

    def _break(self, at: Where) -> None:
        """One line break is one; a second ends the paragraph; each further one is an empty line."""
        self.flow.trim()
        if self.flow.last == LINE_BREAK:
            self._end_block()
            self._broken = True
        elif self.flow.empty and self._broken:
            self.flow.end(keep_empty=True, trace=Trace(spot=at, close=at))
        else:
            self.flow.put(LINE_BREAK, self._marks(self._stack[-1][0]), at)

    def _text(self, text: str | None, style: Style | None = None) -> None:
        if not text:
            return
        style = style or self._stack[-1][0]
        plain = unmarked(text)
        if plain.isspace() and not self.flow.last and "\u00a0" not in plain:
            return
        if self._page is None:
            self._put(mended(text), style, NOWHERE)
            return
        for words, at in self._page.units(mended(text)):
            self._put(words, style, at)
            self._spot = (at[1], at[1]) if at[0] >= 0 else self._spot

    def _put(self, text: str, style: Style, at: Where) -> None:
        if style.preformatted:
            self.flow.put(text.replace("\r\n", "\n").replace("\n", LINE_BREAK), self._marks(style), at)
        else:
            self.flow.put_folded(text, self._marks(style), at)

    def _marks(self, style: Style) -> Looks:
        if style not in self._looks:
            pairs = (
                (style.italic, MarkKind.ITALIC), (style.bold, MarkKind.BOLD),
                (style.underline and not style.link, MarkKind.UNDERLINE), (style.strike, MarkKind.STRIKE),
                (style.small_caps, MarkKind.SMALL_CAPS), (style.raised == "superscript", MarkKind.SUPERSCRIPT),
                (style.raised == "subscript", MarkKind.SUBSCRIPT),
            )  # fmt: skip
            found: set[Look] = {look(kind) for on, kind in pairs if on}
            valued = ((style.link, MarkKind.LINK), (style.language, MarkKind.LANGUAGE),
                      (style.inserted, MarkKind.INSERTED))
            found.update(look(kind, value) for value, kind in valued if value)
            self._looks[style] = frozenset(found)
        return self._looks[style]

    def _end_block(self, *, explicit: bool = False) -> None:
        """End the block; one in which only space or a line break stands is an empty line of its writer's."""
        if self.flow.empty:
            return
        style, shape = self._stack[-1]
        self.flow.trim(" \n" + LINE_BREAK)
        if style.align and shape.align is Align.NONE:
            shape = replace(shape, align=Align(style.align))
        before = len(self.flow.blocks)
        self.flow.end(shape, keep_empty=explicit, trace=Trace(spot=self._spot, holder=self._holders[-1]))
        if len(self.flow.blocks) > before:
            self.flow.blocks[-1:] = _lines(_shown(self.flow.blocks[-1]), 4 if explicit else 2)


def _shown(block: Block) -> Block:
    """A block of no-break spaces alone is an empty one."""
    if not block.text or block.text.strip(_BLANK):
        return block
    trace = replace(block.trace, runs=(), spot=block.trace.extent) if block.trace else None
    return Block("", block.marks[:0], block.shape, trace=trace)


def _lines(block: Block, fewest: int) -> list[Block]:
    """The block, or its lines where they are paragraphs: ``fewest`` or more of prose, parted by line breaks."""
    if LINE_BREAK not in block.text or block.shape.kind is ShapeKind.VERSE:
        return [block]
    lines = block.text.split(LINE_BREAK)
    if len(lines) < fewest or len(block.text) < _PROSE_LINE * len(lines):
        return [block]
    result: list[Block] = []
    place = 0
    for line in lines:
        end = place + len(line)
        trace = block.trace.cut(place, end) if block.trace else None
        result.append(Block(line, within(block.marks, place, end), block.shape, trace=trace))
        place += len(line) + 1
    return result


def _hides_words(element: etree._Element) -> bool:
    """Whether a hidden element is more than the bullet that a word processor writes for browsers without lists."""
    return "mso-" not in (element.get("style") or "") and inner_text(element).strip() != ""


def _is_tracked(element: etree._Element) -> bool:
    """Whether an ``ins`` or ``del`` is a word processor's record of a change, and not just a look."""
    return bool(element.get("cite") or element.get("datetime"))


def _is_deletion(element: etree._Element) -> bool:
    """Whether it is what was deleted with changes tracked."""
    return element.tag == "del" and _is_tracked(element)
