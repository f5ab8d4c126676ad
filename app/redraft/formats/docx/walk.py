# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through a paragraph's XML and tells what is shown, piece by piece, each with the element that holds it.

Reading and saving walk the same way, so a place in the text is a place in the file. Shown are runs, wherever they
stand (hyperlinks, content controls, tracked insertions, results of fields); not shown are tracked deletions, the code
of fields, hidden text, and what Word itself only computes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from redraft.formats.docx.looks import Look, Looker
from redraft.formats.docx.names import MC, XML_SPACE, Element, child, children, descendants, kind, relation, value
from redraft.manuscript.marks import MarkKind

LINE_BREAK = "\u2028"
"""How a line break inside a paragraph is shown."""

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": LINE_BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_DEEP = frozenset({"smartTag", "customXml", "dir", "bdo", "sdtContent", "fldSimple", "rubyBase"})
_BREAKS = ("page break", "column break")
_GONE = frozenset({"del", "moveFrom"})
_CAME = frozenset({"ins", "moveTo"})
_ADDRESS = re.compile(r'^\s*HYPERLINK\s+(?:\\l\s+)?"?([^"\s]+)"?')
_SPACE = " \t\r\n"


@dataclass(slots=True)
class Piece:
    """A stretch of shown text in one element (``w:t``, ``w:tab`` …) of a run, or, without text, a thing between two
    characters (``point``). ``link`` and ``inserted`` say what it stands in: an address, who inserted it when,
    how many ``fields`` are open.
    """

    element: Element
    run: Element | None = None
    text: str = ""
    look: Look = field(default_factory=Look)
    point: MarkKind | None = None
    value: str = ""
    key: str = ""
    link: str = ""
    inserted: str = ""
    fields: int = 0


@dataclass(slots=True)
class _Field:
    """A complex field that is open: until its result begins, what it holds is code."""

    code: str = ""
    shown: bool = False


@dataclass(slots=True)
class _Around:
    """What a run stands in."""

    link: str = ""
    inserted: str = ""
    deleted: bool = False


class Walker:
    """Walks paragraphs in document order: a field may begin in one and end in another. ``addresses``: of the
    relationships, by id; ``notes``: the texts of foot- and endnotes by "footnote:2"; ``boxes`` collects the contents of
    text boxes met on the way.
    """

    def __init__(self, looker: Looker, addresses: dict[str, str], notes: dict[str, str]) -> None:
        self._looker, self._addresses, self._notes = looker, addresses, notes
        self._fields: list[_Field] = []
        self.boxes: list[Element] = []

    def open_fields(self, count: int) -> None:
        """Begin inside the results of ``count`` fields (for a paragraph in the middle of a document)."""
        self._fields = [_Field("", True) for _ in range(count)]

    def paragraph(self, element: Element, style: str | None) -> Iterator[Piece]:
        """The pieces of a ``w:p`` whose paragraph style is ``style``. A page that ends between words parts them as the
        end of a line does.
        """
        pieces = list(self._inside(element, style, _Around()))
        shown = [at for at, each in enumerate(pieces) if each.text]
        for each in pieces[shown[0] : shown[-1]] if shown else ():
            if each.value in _BREAKS and each.point is MarkKind.OBJECT:
                each.text, each.point, each.value = LINE_BREAK, None, ""
        yield from pieces

    def _inside(self, element: Element, style: str | None, around: _Around) -> Iterator[Piece]:
        for each in element:
            name = kind(each)
            if name == "r":
                yield from self._run(each, style, around)
            elif name == "hyperlink":
                anchor = value(each, "anchor")
                link = self._addresses.get(relation(each) or "", "") or (f"#{anchor}" if anchor else "")
                yield from self._inside(each, style, _Around(link, around.inserted, around.deleted))
            elif name in _GONE:
                yield from self._deleted(each, style, around)
            elif name in _CAME:
                yield from self._inside(each, style, _Around(around.link, stamp(each), around.deleted))
            elif name == "sdt":
                for content in children(each, "sdtContent"):
                    yield from self._inside(content, style, around)
            elif name in _DEEP:
                yield from self._inside(each, style, around)
            elif name in ("commentRangeStart", "commentRangeEnd"):
                yield Piece(each, point=MarkKind.COMMENT, key=value(each, "id") or "", value=name[12:])
            elif name in ("oMath", "oMathPara"):
                yield Piece(each, point=MarkKind.OBJECT, value="equation")
            elif name == "AlternateContent":
                yield from self._inside(chosen(each), style, around)

    def _deleted(self, element: Element, style: str | None, around: _Around) -> Iterator[Piece]:
        """What was deleted with changes tracked is kept as a point; fields in it still open and close."""
        words = "".join(each.text or "" for each in element.iter() if kind(each) in ("delText", "t"))
        for run in descendants(element, "r"):
            for _ in self._run(run, style, _Around(around.link, around.inserted, True)):
                pass
        if words:
            yield Piece(element, point=MarkKind.DELETED, value=words, key=stamp(element))

    def _run(self, run: Element, style: str | None, around: _Around) -> Iterator[Piece]:
        properties = child(run, "rPr") if len(run) else None
        look = self._looker.look(properties, style)
        for each in run:
            name = kind(each)
            if name == "fldChar":
                self._turn(each)
            elif name == "instrText" and self._fields:
                self._fields[-1].code += each.text or ""
            elif name and name != "rPr" and not around.deleted and all(field.shown for field in self._fields):
                yield from self._content(each, name, run, style, look, around)

    def _content(
        self, each: Element, name: str, run: Element, style: str | None, look: Look, around: _Around
    ) -> Iterator[Piece]:
        if look.hidden:
            return
        link = around.link or next((found for opened in self._fields if (found := _address(opened.code))), "")
        text = _text(each, name)
        if text or name == "br":
            point, said = (None, "") if text else (MarkKind.OBJECT, f"{value(each, 'type')} break")
            yield Piece(each, run, text, look, point, said, "", link, around.inserted, len(self._fields))
        elif name == "ruby":
            for base in children(each, "rubyBase"):
                yield from self._inside(base, style, around)
        elif name == "AlternateContent":
            for inner in chosen(each):
                yield from self._content(inner, kind(inner) or "drawing", run, style, look, around)
        else:
            yield from self._thing(each, name, run)

    def _thing(self, each: Element, name: str, run: Element) -> Iterator[Piece]:
        """What stands between two characters: a footnote's figure, a picture, a page break."""
        if name in ("footnoteReference", "endnoteReference"):
            key = f"{name[:-9]}:{value(each, 'id')}"
            yield Piece(each, run, point=MarkKind.NOTE, value=self._notes.get(key, ""), key=key)
        elif name == "commentReference":
            yield Piece(each, run, point=MarkKind.COMMENT, key=value(each, "id") or "", value="Reference")
        elif name in ("drawing", "pict", "object"):
            boxes = [box for box in descendants(each, "txbxContent") if not _in_fallback(box, each)]
            if boxes:
                self.boxes.extend(boxes)
                yield Piece(each, run, point=MarkKind.OBJECT, value="text box")
            elif _is_rule(each):
                yield Piece(each, run, point=MarkKind.OBJECT, value="rule")
            else:
                yield Piece(each, run, point=MarkKind.IMAGE, value=_described(each))

    def _turn(self, element: Element) -> None:
        turn = value(element, "fldCharType")
        if turn == "begin":
            self._fields.append(_Field())
        elif turn == "separate" and self._fields:
            self._fields[-1].shown = True
        elif turn == "end" and self._fields:
            self._fields.pop()


def stamp(element: Element) -> str:
    """Who made a tracked change, and when: "Ann Editor · 2026-01-02T10:00:00Z"."""
    return " · ".join(each for each in (value(element, "author"), value(element, "date")) if each)


def chosen(alternatives: Element) -> Element:
    """The branch of an ``mc:AlternateContent`` that a present-day program shows."""
    choice = next((each for each in alternatives if kind(each) == "Choice"), None)
    if choice is None:
        choice = next((each for each in alternatives if kind(each) == "Fallback"), alternatives)
    return choice


def _text(element: Element, name: str) -> str:
    """The shown characters of a run's child."""
    if name == "t":
        return shown_text(element)
    if name == "br":
        return LINE_BREAK if value(element, "type") in (None, "textWrapping") else ""
    if name == "sym":
        code = value(element, "char") or ""
        try:
            return chr(int(code, 16))
        except (ValueError, OverflowError):
            return "\ufffd"
    return _SIGNS.get(name, "")


def shown_text(element: Element) -> str:
    """The shown characters of a ``w:t``."""
    text = element.text or ""
    if "\n" in text or "\r" in text:
        text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    bare = text.strip(_SPACE)
    return text if bare == text or _keeps_space(element) else bare


def _keeps_space(element: Element) -> bool:
    """Whether spaces at the ends of its text count; the word may be said of what it stands in."""
    said = (each.get(XML_SPACE) for each in (element, *element.iterancestors()))
    return next((each for each in said if each), "") == "preserve"


def _address(code: str) -> str:
    found = _ADDRESS.match(code)
    return found.group(1) if found else ""


def _in_fallback(element: Element, top: Element) -> bool:
    fallback = f"{{{MC}}}Fallback"
    parent = element.getparent()
    while parent is not None and parent is not top:
        if parent.tag == fallback:
            return True
        parent = parent.getparent()
    return False


def _is_rule(element: Element) -> bool:
    return any(each.get("{urn:schemas-microsoft-com:office:office}hr") in ("t", "true") for each in element)


def _described(element: Element) -> str:
    for each in element.iter():
        if isinstance(each.tag, str) and each.tag.endswith("}docPr"):
            return each.get("descr") or each.get("title") or each.get("name") or ""
    return ""
