# SPDX-License-Identifier: GPL-3.0-or-later
"""What an OpenDocument's styles say: automatic ones over named ones over their parents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from redraft.formats.flow import Look, Looks, look
from redraft.formats.odt.names import q
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.shape import Align, Shape, ShapeKind

Props = dict[str, str]
"""Text properties by the kind of mark: "1", "0", or a language; "hidden" too."""

_BOLD = re.compile(r"bold|[6-9]00")
_SUPER = re.compile(r"super|[1-9]\d*%")
_SUB = re.compile(r"sub|-\d+%")
_QUOTE = re.compile(r"(?:block ?|intense )?(?:quotations?|quotes?|text)", re.IGNORECASE)
_TITLE = re.compile(r"(?:sub)?title", re.IGNORECASE)
_VERSE = re.compile(r"(?:verse|poem|poetry|lyrics?)s?", re.IGNORECASE)
_HEADING = re.compile(r"heading (\d{1,2})", re.IGNORECASE)
_RULE = re.compile(r"horizontal line", re.IGNORECASE)
_ALIGN = {"center": Align.CENTRE, "end": Align.RIGHT, "right": Align.RIGHT, "justify": Align.JUSTIFY}
_DEEPEST = 50


@dataclass(slots=True)
class _Style:
    """One style as it is written: ``automatic`` ones are direct formatting."""

    name: str
    parent: str
    automatic: bool
    props: Props = field(default_factory=dict)
    align: Align | None = None
    level: int = 0


class Styles:
    """The styles of a document, looked up by name. ``roots`` are styles.xml and content.xml, in this order."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._numbered: set[tuple[str, str]] = set()
        self._language = ""
        for root in roots:
            if root is not None:
                self._read(root)
        self._spans: dict[str, Props] = {}
        self._rules: dict[str, bool] = {}
        self._paragraphs: dict[str, tuple[Props, Shape, bool]] = {}

    def paragraph(self, name: str, outline: int | None) -> tuple[Props, Shape]:
        """The text properties that a paragraph hands down, and its shape. ``outline``: of a text:h its level."""
        if name not in self._paragraphs:
            self._paragraphs[name] = self._resolved(name)
        props, shape, heading = self._paragraphs[name]
        if outline is not None:
            shape = Shape(ShapeKind.HEADING, outline, shape.align)
            props = props if heading else self._own(name)
        return props, shape

    def span(self, name: str) -> Props:
        """The text properties of a text style, its parents' included."""
        if name not in self._spans:
            self._spans[name] = self._gathered("text", name)
        return self._spans[name]

    def is_numbered(self, name: str, depth: int) -> bool:
        """Whether a list style counts at this depth, from 0 (otherwise it has bullets)."""
        return (name, str(depth + 1)) in self._numbered

    def is_rule(self, name: str) -> bool:
        """Whether a paragraph of this style is a rule across the page."""
        if name not in self._rules:
            self._rules[name] = any(_RULE.fullmatch(each.name) for each in self._chain("paragraph", name))
        return self._rules[name]

    def looks(self, props: Props) -> Looks:
        """The marks that text properties are."""
        found: set[Look] = set()
        for name, value in props.items():
            if name == MarkKind.LANGUAGE:
                if value != self._language:
                    found.add(look(MarkKind.LANGUAGE, value))
            elif value == "1" and name != "hidden":
                found.add(look(MarkKind(name)))
        return frozenset(found)

    def _resolved(self, name: str) -> tuple[Props, Shape, bool]:
        chain = list(self._chain("paragraph", name))
        align = next((each.align for each in chain if each.align is not None), Align.NONE)
        own = chain[0].align if chain and chain[0].automatic else None
        kind, level = ShapeKind.BODY, 0
        for each in chain:
            pairs = ((_TITLE, ShapeKind.TITLE), (_QUOTE, ShapeKind.QUOTE), (_VERSE, ShapeKind.VERSE))
            kind = next((found for pattern, found in pairs if pattern.fullmatch(each.name)), kind)
            level = level or each.level
        if level and kind is ShapeKind.BODY:
            kind = ShapeKind.HEADING
        heading = kind in (ShapeKind.TITLE, ShapeKind.HEADING)
        props = self._own(name) if heading else self._gathered("paragraph", name)
        shown = align if align is Align.CENTRE or align is Align.RIGHT else own or Align.NONE
        return props, Shape(kind, level if kind is ShapeKind.HEADING else 0, shown), heading

    def _own(self, name: str) -> Props:
        """Direct formatting only: what a heading's style says of its letters is the heading's own matter."""
        style = self._styles.get(("paragraph", name))
        return style.props if style is not None and style.automatic else {}

    def _gathered(self, family: str, name: str) -> Props:
        gathered: Props = {}
        for each in reversed(list(self._chain(family, name))):
            gathered.update(each.props)
        return gathered

    def _chain(self, family: str, name: str) -> Iterator[_Style]:
        """A style and its parents; circles end."""
        seen: set[str] = set()
        while name and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.parent

    def _read(self, root: etree._Element) -> None:
        for group in root.iter(q("office:styles"), q("office:automatic-styles")):
            automatic = group.tag == q("office:automatic-styles")
            for element in group:
                if element.tag == q("style:style"):
                    self.add(element, automatic=automatic)
                elif element.tag == q("text:list-style"):
                    self._add_list(element)
                elif element.tag == q("style:default-style") and element.get(q("style:family")) == "paragraph":
                    self._language = _text_props(element).get(MarkKind.LANGUAGE, "")

    def add(self, element: etree._Element, *, automatic: bool) -> None:
        """Learn a style:style element."""
        name = element.get(q("style:name")) or ""
        shown = element.get(q("style:display-name")) or name.replace("_20_", " ")
        align = None
        for props in element.iterfind(q("style:paragraph-properties")):
            align = _ALIGN.get(props.get(q("fo:text-align")) or "")
            if align is None and props.get(q("fo:text-align")):
                align = Align.NONE
        heading = _HEADING.fullmatch(shown)
        level = element.get(q("style:default-outline-level")) or (heading.group(1) if heading else "")
        self._styles[(element.get(q("style:family")) or "", name)] = _Style(
            "" if automatic else shown, element.get(q("style:parent-style-name")) or "", automatic,
            _text_props(element), align, int(level) if level.isdecimal() else 0,
        )  # fmt: skip

    def _add_list(self, element: etree._Element) -> None:
        for level in element.iterfind(q("text:list-level-style-number")):
            if level.get(q("style:num-format")):
                self._numbered.add((element.get(q("style:name")) or "", level.get(q("text:level")) or ""))


def _text_props(element: etree._Element) -> Props:
    """The text properties that a style sets itself."""
    found: Props = {}
    for props in element.iterfind(q("style:text-properties")):
        for attribute, kind, is_on in _TESTS:
            value = props.get(attribute)
            if value is not None:
                found[kind] = "1" if is_on(value) else "0"
        language, country = props.get(q("fo:language")), props.get(q("fo:country"))
        if language and language not in ("none", "zxx"):
            found[MarkKind.LANGUAGE] = f"{language}-{country}" if country and country != "none" else language
    return found


_TESTS = (
    (q("fo:font-style"), MarkKind.ITALIC.value, lambda value: value in ("italic", "oblique")),
    (q("fo:font-weight"), MarkKind.BOLD.value, lambda value: _BOLD.fullmatch(value) is not None),
    (q("style:text-underline-style"), MarkKind.UNDERLINE.value, lambda value: value != "none"),
    (q("style:text-line-through-style"), MarkKind.STRIKE.value, lambda value: value != "none"),
    (q("fo:font-variant"), MarkKind.SMALL_CAPS.value, lambda value: value == "small-caps"),
    (q("style:text-position"), MarkKind.SUPERSCRIPT.value, lambda value: _SUPER.match(value) is not None),
    (q("style:text-position"), MarkKind.SUBSCRIPT.value, lambda value: _SUB.match(value) is not None),
    (q("text:display"), "hidden", lambda value: value == "none"),
)
