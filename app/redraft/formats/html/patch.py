# SPDX-License-Identifier: GPL-3.0-or-later
"""How a page is written where the author changed it: words in the text as it stands, paragraphs by their elements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from redraft.formats.encoding import encode
from redraft.formats.flow import LINE_BREAK, SCENE_MARK, Block
from redraft.formats.html.source import Page, Tag
from redraft.formats.inplace import Splice, Unplaced, stretches, words_of
from redraft.formats.trace import PLAIN, Look, Looks, Trace, Where
from redraft.formats.units import looks_of
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Paragraph
from redraft.manuscript.shape import ShapeKind

_ADDED = {
    MarkKind.ITALIC: "em", MarkKind.BOLD: "strong", MarkKind.UNDERLINE: "u", MarkKind.STRIKE: "s",
    MarkKind.SUPERSCRIPT: "sup", MarkKind.SUBSCRIPT: "sub",
}  # fmt: skip
_NAMES = {
    MarkKind.ITALIC: "em|i", MarkKind.BOLD: "strong|b", MarkKind.UNDERLINE: "u|ins", MarkKind.STRIKE: "s|strike|del",
    MarkKind.SUPERSCRIPT: "sup", MarkKind.SUBSCRIPT: "sub",
}  # fmt: skip
_TAKEN = {
    MarkKind.ITALIC: "font-style: normal", MarkKind.BOLD: "font-weight: normal",
    MarkKind.SMALL_CAPS: "font-variant: normal", MarkKind.SUPERSCRIPT: "vertical-align: baseline",
    MarkKind.SUBSCRIPT: "vertical-align: baseline", MarkKind.UNDERLINE: "text-decoration: none; display: inline-block",
    MarkKind.STRIKE: "text-decoration: none; display: inline-block",
}  # fmt: skip
_ORDER = list(MarkKind)
_PARTED = frozenset({"p", "li", "div", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"})
_HEADS = (ShapeKind.HEADING, ShapeKind.TITLE, ShapeKind.MARK)
_ID = re.compile(r"\sid\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_BREAK_TAG = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_ROOM = re.compile(r"[ \t]*(?:\r?\n)?")


class PageDialect:
    """Writes into one page. ``blocks`` are those read from its marked source; ``xml``: its tags are closed."""

    def __init__(self, page: Page, blocks: Sequence[Block], *, xml: bool, encoding: str = "utf-8") -> None:
        self._page, self._blocks, self._encoding = page, blocks, encoding
        self._slash = "/" if xml else ""
        self._places = sorted((self._trace(at).extent[0], at) for at in range(len(blocks)))

    def words(self, text: str, context: Looks, wanted: Looks) -> str:
        """The characters escaped, in the elements that make them look so."""
        opening, closing = _turned(context, wanted)
        lines = (_holdable(escape(each, quote=False), self._encoding) for each in text.split(LINE_BREAK))
        return opening + f"<br{self._slash}>".join(lines) + closing

    def wrap(self, run: Where, context: Looks, wanted: Looks) -> Sequence[Splice]:
        """The elements round the stretch; where one goes that held just this, it goes itself."""
        source, (start, end) = self._page.source, run
        taken = context - wanted
        if len(taken) == 1 and wanted < context and (names := _NAMES.get(next(iter(taken))[0])):
            before = re.search(f"<({names})>$", source[max(0, start - 12) : start], re.IGNORECASE)
            after = re.match(f"</({names})>", source[end : end + 12], re.IGNORECASE)
            if before and after and before.group(1) == after.group(1):
                return Splice(start - len(before.group()), start), Splice(end, end + len(after.group()))
        opening, closing = _turned(context, wanted)
        return Splice(start, start, opening), Splice(end, end, closing)

    def parting(self, number: int, place: int) -> str:
        """The end of the element and a new one like it; in a page of loose text two line breaks."""
        holder = self._sole(number)
        if holder is None:
            return self._loose(number)
        inside = self._page.inline(self._trace(number).holder, place)
        closing = "".join(f"</{each.name}>" for each in reversed(inside))
        return f"{closing}</{holder.name}>\n{self._like(holder)}{''.join(map(self._like, inside))}"

    def joining(self, number: int) -> Sequence[Splice]:
        """The end of one element and the beginning of the next, or the line breaks between, go."""
        one, other = self._sole(number), self._sole(number + 1)
        start, end = self._trace(number).extent[1], self._trace(number + 1).extent[0]
        if start < 0 or end < start:
            raise Unplaced
        if (one is None) != (other is None):
            raise Unplaced
        found: list[Splice] = []
        place = start
        for match in _TAG.finditer(self._page.source, start, end):
            found += self._room(place, match.start())
            place = match.end()
            if self._parts(match, one, other):
                found.append(Splice(match.start(), match.end()))
        found += self._room(place, end)
        if one and other and one.name != other.name:
            found.append(Splice(other.close, other.close_end, f"</{one.name}>"))
        return found

    def insertion(self, number: int, paragraph: Paragraph) -> Splice:
        """A paragraph of its own behind the element, like it unless that is a heading."""
        words = self._written(paragraph)
        if number < 0:
            return self._before_all(paragraph, words)
        holder, trace = self._sole(number), self._trace(number)
        if holder is not None:
            place = holder.close_end
            return Splice(place, place, "\n" + self._element(paragraph, words, holder, self._blocks[number]))
        place, _ = self.outside(trace.extent[1], PLAIN, PLAIN, before=False)
        if place < 0:
            raise Unplaced
        if trace.close[0] >= 0:
            return Splice(place, place, "\n" + self._element(paragraph, words, None, self._blocks[number]))
        return Splice(place, place, self._loose(number) + words)

    def removal(self, number: int, *, emptied: bool) -> Sequence[Splice]:
        """The whole element; in loose text the words with the line breaks behind them."""
        trace, holder = self._trace(number), self._sole(number)
        if trace.close[0] >= 0:
            return (Splice(*trace.close),)
        if holder is not None and not emptied:
            room = _ROOM.match(self._page.source, holder.close_end)
            return (Splice(holder.start, room.end() if room else holder.close_end),)
        found = words_of(trace, points=not emptied)
        return found if emptied else [*found, *self._breaks_behind(number)]

    def outside(self, place: int, context: Looks, wanted: Looks, *, before: bool) -> tuple[int, Looks]:
        """Before or behind the link that begins or ends here."""
        if _links(wanted):
            return place, context
        link = next((each for each in reversed(self._page.inline(-1, place)) if self._leads(each)), None)
        if link is None:
            return place, context
        return (link.start if before else link.close_end), PLAIN

    def _leads(self, tag: Tag) -> bool:
        return tag.name == "a" and "href" in self._page.source[tag.start : tag.end].lower()

    # --- inside --------------------------------------------------------------------------------------------

    def _trace(self, number: int) -> Trace:
        return self._blocks[number].trace or Trace()

    def _sole(self, number: int) -> Tag | None:
        """The element of a block, if it is of a kind that holds one paragraph, and holds no other."""
        trace = self._trace(number)
        if trace.holder < 0 or self._page.tags[trace.holder].name not in _PARTED:
            return None
        tag = self._page.tags[trace.holder]
        inside = sum(tag.end <= place <= tag.close for place, _ in self._places)
        return tag if inside == 1 and tag.holds(trace.extent[0]) else None

    def _loose(self, number: int) -> str:
        """What parts paragraphs that have no element each."""
        holder = self._trace(number).holder
        if holder >= 0 and self._page.tags[holder].name == "pre":
            return "\n\n"
        return f"<br{self._slash}>\n<br{self._slash}>\n"

    def _like(self, tag: Tag) -> str:
        """The opening tag once more; ids stay single."""
        return _ID.sub("", self._page.source[tag.start : tag.end])

    def _room(self, start: int, end: int) -> list[Splice]:
        """White space between two tags goes; characters that are not shown stay."""
        text = self._page.source[start:end]
        if text and not text.isspace():
            raise Unplaced
        return [Splice(start, end)] if text else []

    def _parts(self, tag: re.Match[str], one: Tag | None, other: Tag | None) -> bool:
        if one is None or other is None:
            if _BREAK_TAG.match(tag.group()):
                return True
            if not tag.group().startswith("<!") and _name(tag.group()) in _PARTED | {"td", "th", "hr", "blockquote"}:
                raise Unplaced
            return False
        if tag.start() in (one.close, other.start):
            return True
        if _name(tag.group()) in _PARTED | {"ul", "ol", "td", "tr", "table", "blockquote", "section", "hr"}:
            raise Unplaced
        return False

    def _written(self, paragraph: Paragraph) -> str:
        looks = looks_of([paragraph])
        return "".join(self.words(text, PLAIN, wanted) for text, wanted in
                       stretches(paragraph.text, looks, 0, len(paragraph.text)))  # fmt: skip

    def _element(self, paragraph: Paragraph, words: str, holder: Tag | None, near: Block) -> str:
        kind = paragraph.shape.kind
        if kind is ShapeKind.MARK and paragraph.text == SCENE_MARK:
            return f"<hr{self._slash}>"
        if kind is ShapeKind.HEADING:
            level = min(max(paragraph.shape.level, 1), 6)
            return f"<h{level}>{words}</h{level}>"
        if holder is None or (near.shape.kind in _HEADS and kind not in _HEADS):
            return f"<p>{words}</p>"
        return f"{self._like(holder)}{words}</{holder.name}>"

    def _before_all(self, paragraph: Paragraph, words: str) -> Splice:
        if not self._blocks:
            body = next((each for each in self._page.tags if each.name == "body"), None)
            if body is None:
                raise Unplaced
            return Splice(body.end, body.end, self._element(paragraph, words, None, Block("")))
        holder = self._sole(0)
        place = holder.start if holder else self._trace(0).extent[0]
        if place < 0:
            raise Unplaced
        if holder is not None:
            return Splice(place, place, self._element(paragraph, words, holder, self._blocks[0]) + "\n")
        return Splice(place, place, words + self._loose(0))

    def _breaks_behind(self, number: int) -> Sequence[Splice]:
        """Line breaks up to the next block of the same element."""
        if number + 1 >= len(self._blocks) or self._trace(number + 1).holder != self._trace(number).holder:
            return ()
        start, end = self._trace(number).extent[1], self._trace(number + 1).extent[0]
        between = self._page.source[start:end]
        if end < start or _BREAK_TAG.sub("", between).strip():
            return ()
        return (Splice(start, end),)


def _holdable(text: str, encoding: str) -> str:
    """The text with characters that the encoding has not as their numbers."""
    try:
        encode(text, encoding)
    except UnicodeEncodeError:
        codec = encoding.split()[0]
        return text.encode(codec, "xmlcharrefreplace").decode(codec)
    return text


def _turned(context: Looks, wanted: Looks) -> tuple[str, str]:
    """The tags that make ``wanted`` of ``context``, and those that end it."""
    if _links(context) - _links(wanted):
        raise Unplaced
    opening, closing = "", ""
    taken = "; ".join(dict.fromkeys(_TAKEN[kind] for kind, _, _ in _sorted(context - wanted) if kind in _TAKEN))
    pairs = [(f'<span style="{taken}">', "</span>")] if taken else []
    pairs += map(_tags, _sorted(wanted - context))
    for before, after in pairs:
        opening, closing = opening + before, after + closing
    return opening, closing


def _tags(look: Look) -> tuple[str, str]:
    kind, value, _ = look
    if kind is MarkKind.LINK:
        return f'<a href="{escape(value)}">', "</a>"
    if kind is MarkKind.SMALL_CAPS:
        return '<span style="font-variant: small-caps">', "</span>"
    return f"<{_ADDED[kind]}>", f"</{_ADDED[kind]}>"


def _sorted(looks: Looks) -> list[Look]:
    return sorted(looks, key=lambda each: (each[0] is not MarkKind.LINK, _ORDER.index(each[0])))


def _links(looks: Looks) -> Looks:
    return frozenset(each for each in looks if each[0] is MarkKind.LINK)


def _name(tag: str) -> str:
    match = re.match(r"</?([a-zA-Z][^\s/>]*)", tag)
    return match.group(1).lower() if match else ""
