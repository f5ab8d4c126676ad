# SPDX-License-Identifier: GPL-3.0-or-later
"""Clean text as the injection sees it, and a slip: one error put into it, with the tags that undo it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

KEEP = "K"


class Token(NamedTuple):
    """A word or mark of clean text and whether white space stands before it."""

    form: str
    spaced: bool


class Cell(NamedTuple):
    """A word or mark of text with errors, and the tag that the model is to learn for it."""

    form: str
    spaced: bool
    tag: str = KEEP


class Slip(NamedTuple):
    """Put ``cells`` for tokens [start, end); ``before`` is the tag that the cell before them gets."""

    kind: str
    start: int
    end: int
    cells: tuple[Cell, ...]
    before: str = ""


@dataclass(frozen=True)
class Chunk:
    """A chunk of whole sentences: clean, with what the parser says of it where it was parsed.

    ``present``: finite past verbs of narration, by place, with their present form. ``past``: in a chunk that was put
    into the present tense, the form each of them had. ``commas``: the kind of each comma that a copy editor would
    miss. All are empty for a chunk that was not parsed (``parsed``).
    """

    tokens: tuple[Token, ...]
    present: Mapping[int, str] = field(default_factory=dict)
    commas: Mapping[int, str] = field(default_factory=dict)
    past: Mapping[int, str] = field(default_factory=dict)
    parsed: bool = False

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The forms in lower case."""
        return tuple(token.form.lower() for token in self.tokens)

    @cached_property
    def speech(self) -> tuple[bool, ...]:
        """Per token, whether it stands in speech (the marks themselves count)."""
        flags: list[bool] = []
        inside = False
        for token in self.tokens:
            mark = token.form == '"'
            flags.append(inside or mark)
            inside ^= mark
        return tuple(flags)

    @cached_property
    def closing(self) -> frozenset[int]:
        """Places of the marks that close speech."""
        places = [place for place, token in enumerate(self.tokens) if token.form == '"']
        return frozenset(places[1::2])

    @cached_property
    def starts(self) -> frozenset[int]:
        """Places of the first words of sentences."""
        found = set()
        fresh = True
        for place, token in enumerate(self.tokens):
            if token.form[0].isalpha() and fresh:
                found.add(place)
            fresh = token.form in (".", "!", "?", "…") or (fresh and not token.form[0].isalpha())
        return frozenset(found)

    def form(self, place: int) -> str:
        """The form at a place; empty outside."""
        return self.tokens[place].form if 0 <= place < len(self.tokens) else ""

    def low(self, place: int) -> str:
        """The form at a place in lower case; empty outside."""
        return self.lower[place] if 0 <= place < len(self.tokens) else ""

    def is_word(self, place: int) -> bool:
        """True where a word (no mark, no number) stands at the place."""
        return self.form(place)[:1].isalpha()

    def cell(self, place: int, form: str | None = None, tag: str = KEEP) -> Cell:
        """The token at a place as a cell, with another form or tag where given."""
        token = self.tokens[place]
        return Cell(token.form if form is None else form, token.spaced, tag)


def cased(like: str, form: str) -> str:
    """``form`` with the capitals of ``like``."""
    if len(like) > 1 and like.isupper():
        return form.upper()
    if form == "i" or form.startswith("i'"):
        return "I" + form[1:]
    return form[0].upper() + form[1:] if like[0].isupper() and like != "I" and not like.startswith("I'") else form


def capital(form: str) -> str:
    """The form with its first letter in upper case."""
    return form[0].upper() + form[1:]


def small(form: str) -> str:
    """The form with its first letter in lower case, the pronoun I apart."""
    return form if form == "I" or form.startswith("I'") else form[0].lower() + form[1:]
