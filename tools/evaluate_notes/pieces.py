# SPDX-License-Identifier: GPL-3.0-or-later
"""A text that remembers, through every revision, which of its words came from where: the truth to measure against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\n+|[^\S\n]+|[^\w\s]|_")
_SENTENCE_END = re.compile(r"[.!?…]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a mark or a space. ``origin`` is where it came from (code points of the first version; None: it is new);
    ``kept``: it is still that word, perhaps with a slip put right or its quotes straightened; else other words took
    its place."""

    text: str
    origin: tuple[int, int] | None
    kept: bool = True

    @property
    def word(self) -> bool:
        """Whether it is a word."""
        return self.text[:1].isalnum()

    def said(self, text: str, kept: bool = True) -> Piece:
        """The piece with another text; not ``kept`` when that is another word."""
        return replace(self, text=text, kept=self.kept and kept)


def pieces(text: str) -> list[Piece]:
    """The text in pieces, each its own origin."""
    return [Piece(each.group(), each.span()) for each in _PIECE.finditer(text)]


def joined(story: Sequence[Piece]) -> str:
    """The text again."""
    return "".join(each.text for each in story)


def sentences(story: Sequence[Piece]) -> list[list[Piece]]:
    """The story cut behind each sentence and paragraph; what parts them stays with the one before."""
    found: list[list[Piece]] = [[]]
    ended = False
    for each in story:
        if ended and (each.word or each.text in "“‘\"'("):
            found.append([])
            ended = False
        found[-1].append(each)
        ended = ended or bool(_SENTENCE_END.match(each.text)) or each.text.startswith("\n\n")
    return found


def paragraphs(story: Sequence[Piece]) -> list[list[Piece]]:
    """The story cut behind each blank line."""
    found: list[list[Piece]] = [[]]
    for each in story:
        found[-1].append(each)
        if each.text.startswith("\n\n"):
            found.append([])
    return [each for each in found if each]
