# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds at a place of an RTF text: the properties that groups inherit, and what the document's head says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from locale import windows_locale

from redraft.formats.flow import Look, Looks, look
from redraft.formats.rtf.codepages import DEFAULT, of_charset, of_page
from redraft.formats.rtf.tokens import Kind, Token
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.shape import Align, Shape, ShapeKind

HIDDEN, DELETED = "hidden", "deleted"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_KINDS = (
    (re.compile(r"(?:sub)?title", re.IGNORECASE), ShapeKind.TITLE),
    (re.compile(r"(?:block |intense )?(?:quote|quotation|text)s?", re.IGNORECASE), ShapeKind.QUOTE),
    (re.compile(r"(?:verse|poem|poetry|lyrics?)s?", re.IGNORECASE), ShapeKind.VERSE),
)
_BODY_TEXT = 9


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits: looks by name, font, how many substitutes follow \\u, the paragraph's properties.

    ``language`` is Windows' number; ``author`` and ``time`` are of a tracked insertion, as numbers of the file.
    """

    looks: frozenset[str] = frozenset()
    link: str = ""
    font: int | None = None
    substitutes: int = 1
    language: int = 0
    author: int = 0
    time: int = 0
    style: int = 0
    outline: int | None = None
    align: str = ""
    item: bool = False
    level: int = 0
    cell: bool = False
    ruled: bool = False

    def numbered(self, word: str, number: int) -> State:
        """The state after a control word that only sets a number; itself after any other."""
        changes = {
            "f": lambda: replace(self, font=number), "s": lambda: replace(self, style=number),
            "ilvl": lambda: replace(self, level=number), "outlinelevel": lambda: replace(self, outline=number),
            "lang": lambda: replace(self, language=number), "revauth": lambda: replace(self, author=number),
            "revdttm": lambda: replace(self, time=number),
            "uc": lambda: replace(self, substitutes=max(0, min(number, 99))),
        }  # fmt: skip
        return changes[word]() if word in changes else self


@dataclass
class Head:
    """What the head of the document says: its code page, its fonts' ones, its styles' names by number, its authors."""

    page: str = DEFAULT
    default_font: int | None = None
    fonts: dict[int, str] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)

    def take_fonts(self, entries: Iterable[Sequence[Token]]) -> None:
        """Note which fonts of the table are of another code page."""
        for content in entries:
            numbers = {each.text: each.number for each in content if each.kind is Kind.WORD and each.number is not None}
            codec = of_charset(numbers.get("fcharset") or 0) if "fcharset" in numbers else None
            if "cpg" in numbers:
                codec = of_page(numbers["cpg"] or 0)
            if "f" in numbers and codec and numbers.get("fcharset") != 0:
                self.fonts[numbers["f"] or 0] = codec

    def take_styles(self, entries: Iterable[Sequence[Token]]) -> None:
        """Note the names of paragraph styles by their number."""
        for content in entries:
            number = next((each.number for each in content if each.kind is Kind.WORD and each.text == "s"), 0)
            if not any(each.kind is Kind.WORD and each.text in ("cs", "ts", "ds") for each in content):
                name = "".join(each.text for each in content if each.kind is Kind.TEXT)
                self.styles[number or 0] = name.strip().rstrip(";").strip()

    def author(self, number: int) -> str:
        """Who tracked a change; "" for a number that the table of authors has not."""
        return self.authors[number] if 0 <= number < len(self.authors) else ""


def shape_of(state: State, head: Head, *, cell: bool, counted: bool) -> Shape:
    """The shape of a paragraph that ends in this state. ``counted``: a figure stands before it, not a bullet."""
    name, align = head.styles.get(state.style, ""), Align(state.align)
    heading = _HEADING.match(name)
    if (state.outline is not None and state.outline < _BODY_TEXT) or heading:
        level = int(heading.group(1)) if heading else (state.outline or 0) + 1
        return Shape(ShapeKind.HEADING, level, align)
    named = next((kind for pattern, kind in _KINDS if pattern.fullmatch(name)), None)
    if named is not None:
        return Shape(named, 0, align)
    if state.item:
        return Shape(ShapeKind.ITEM, state.level, align, counted)
    return Shape(ShapeKind.CELL if cell else ShapeKind.BODY, 0, align)


def looks_of(state: State, head: Head) -> Looks:
    """The marks that characters put in this state have."""
    found: set[Look] = {look(MarkKind(each)) for each in state.looks - {HIDDEN, DELETED, MarkKind.INSERTED.value}}
    if MarkKind.INSERTED.value in state.looks:
        told = f"{head.author(state.author)} {moment(state.time)}".strip()
        found.add(look(MarkKind.INSERTED, told))
    if state.link:
        found = {each for each in found if each[0] is not MarkKind.UNDERLINE} | {look(MarkKind.LINK, state.link)}
    if language := language_of(state.language):
        found.add(look(MarkKind.LANGUAGE, language))
    return frozenset(found)


def language_of(number: int) -> str:
    """The tag of a language that Windows gives this number ("en-GB"); "" for none and for those not checked."""
    return windows_locale.get(number, "").replace("_", "-")


def moment(number: int) -> str:
    """The time that RTF packs into a number (minutes 6 bits, hours 5, day 5, month 4, year from 1900 9), ISO 8601."""
    minute, hour, day = number & 63, number >> 6 & 31, number >> 11 & 31
    month, year = number >> 16 & 15, 1900 + (number >> 20 & 511)
    return f"{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00" if month and day else ""
