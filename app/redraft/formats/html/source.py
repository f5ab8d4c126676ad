# SPDX-License-Identifier: GPL-3.0-or-later
"""The source of a page cut into tags and text, and marked so that what a parser makes of it leads back to it.

Before each text a mark is put in (noncharacters, which no page has: a number between two signs), and into each tag an
attribute. Neither changes how the page is parsed; reading takes them out again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from redraft.formats.html.characters import mended, number_of, sign_of, split_at_marks
from redraft.formats.html.tags import BLOCKS
from redraft.formats.trace import NOWHERE, Where

ATTRIBUTE = "data-redraft-at"
"""The attribute that holds a tag's number."""

_COMMENT, _DATA = r"<!--.*?-->|", r"<!\[CDATA\[.*?\]\]>|"
_REST = r"<[!?][^>]*+>|<(/?)([a-zA-Z][^\s/>]*+)((?:\"[^\"]*+\"|'[^']*+'|[^'\">])*+)>"
_TOKENS = {
    (comment, data): re.compile((_COMMENT if comment else "") + (_DATA if data else "") + _REST, re.DOTALL)
    for comment in (True, False) for data in (True, False)
}  # fmt: skip
"""By whether a comment, or a CDATA section, may still end: one that never does is not looked through time and again."""

_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr image".split())
_ENTITY = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)|\r\n?")
_CLOSED_BY = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("tr", "td", "th"), "td": ("td", "th"),
              "th": ("td", "th")}  # fmt: skip
_BOUNDS = frozenset({"ul", "ol", "dl", "table"})


@dataclass(slots=True)
class Tag:
    """An opening tag: where it stands, and where its closing tag does (equal places where that is left out)."""

    name: str
    start: int
    end: int
    close: int = -1
    close_end: int = -1

    def holds(self, place: int) -> bool:
        """Whether a place in the source is inside the element."""
        return self.end <= place <= self.close


@dataclass
class Page:
    """The tags and texts of a page's source; both are known by their number."""

    source: str
    tags: list[Tag] = field(default_factory=list)
    texts: list[Where] = field(default_factory=list)
    marked: str = ""
    _open: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, source: str) -> Page:
        """Cut the source."""
        page = cls(source)
        page.marked = "".join(page._cut())
        return page

    def units(self, text: str) -> Iterator[tuple[str, Where]]:
        """What a parser gave as one text, without its marks: the characters, and where they stand in the source."""
        parts = split_at_marks(text)
        if parts[0]:
            yield parts[0], NOWHERE
        for number, words in zip(parts[1::2], parts[2::2], strict=True):
            yield from self._unescaped(words, *self.texts[number_of(number)])

    def inline(self, holder: int, place: int) -> list[Tag]:
        """The elements inside the ``holder`` that are open at a place, outermost first."""
        outer = self.tags[holder] if holder >= 0 else None
        first = holder + 1
        last = bisect_right([each.start for each in self.tags], place)
        return [each for each in self.tags[first:last] if each.end <= place <= each.close
                and each.name not in BLOCKS and each.name not in _VOID and (outer is None or each.start > outer.start)
                and each.name not in ("html", "head")]  # fmt: skip

    def _unescaped(self, words: str, start: int, end: int) -> Iterator[tuple[str, Where]]:
        """The characters of one text; what is written as an entity is one lump."""
        raw = self.source[start:end]
        found: list[tuple[str, Where]] = []
        place = 0
        for match in _ENTITY.finditer(raw):
            found.append((mended(raw[place : match.start()]), (start + place, start + match.start())))
            found.append((_decoded(match.group()), (start + match.start(), start + match.end())))
            place = match.end()
        found.append((mended(raw[place:]), (start + place, end)))
        if "".join(text for text, _ in found) == words:
            yield from ((text, where) for text, where in found if text)
        else:
            yield words, (start, end)

    def _cut(self) -> Iterator[str]:
        opened: list[int] = []
        source = self.source
        place = len(source) - len(source.lstrip("\ufeff"))
        yield source[:place]
        comment, data, last = source.rfind("-->"), source.rfind("]]>"), source.rfind(">") + 1
        while match := _TOKENS[place < comment, place < data].search(source, place, last):
            yield self._text(place, match.start())
            place = match.end()
            name = (match.group(2) or "").lower()
            if not name:
                yield match.group() if match.group().startswith(("<!D", "<!d", "<?", "<![")) else ""
            elif match.group(1):
                self._ended(opened, name, match.start(), match.end())
                yield match.group()
            else:
                yield self._begun(opened, name, match)
                if name in _RAW:
                    end = re.compile(f"</{name}", re.IGNORECASE).search(source, place)
                    yield source[place : end.start() if end else len(source)]
                    place = end.start() if end else len(source)
        yield self._text(place, len(source))
        for number in opened:
            self.tags[number].close = self.tags[number].close_end = len(source)

    def _text(self, start: int, end: int) -> str:
        words = self.source[start:end]
        if not words or words.isspace():
            return words
        self.texts.append((start, end))
        return sign_of(len(self.texts) - 1) + words

    def _begun(self, opened: list[int], name: str, match: re.Match[str]) -> str:
        self._implied(opened, name, match.start())
        self.tags.append(Tag(name, match.start(), match.end()))
        number = len(self.tags) - 1
        rest = match.group(3)
        if name in _VOID or rest.endswith("/"):
            self.tags[number].close = self.tags[number].close_end = match.end()
        else:
            opened.append(number)
            self._open[name] += 1
        return f'<{match.group(2)} {ATTRIBUTE}="{number}"{rest}>'

    def _implied(self, opened: list[int], name: str, place: int) -> None:
        """Elements that end where this one begins: a paragraph at the next, an item at the next of its list."""
        closing = _CLOSED_BY.get(name, ()) or (("p",) if name in BLOCKS else ())
        if not closing:
            return
        for at in range(len(opened) - 1, -1, -1):
            other = self.tags[opened[at]].name
            if other in closing or (other == "p" and name in BLOCKS):
                self._close_from(opened, at, place, place)
                return
            if other in _BOUNDS or (closing == ("p",) and other in BLOCKS):
                return

    def _ended(self, opened: list[int], name: str, start: int, end: int) -> None:
        if not self._open[name]:
            return
        for at in range(len(opened) - 1, -1, -1):
            if self.tags[opened[at]].name == name:
                self._close_from(opened, at, start, end)
                return

    def _close_from(self, opened: list[int], at: int, start: int, end: int) -> None:
        for number in opened[at:]:
            self._open[self.tags[number].name] -= 1
            self.tags[number].close = self.tags[number].close_end = start
        self.tags[opened[at]].close_end = end
        del opened[at:]


def _decoded(entity: str) -> str:
    if entity[0] == "\r":
        return "\n"
    return unescape(entity)
