# SPDX-License-Identifier: GPL-3.0-or-later
"""The novels for training and measuring; which book is used for what depends on its name alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from redraft.checks.rules.confused.features import Piece, pieces
from redraft.text.folding import straighten

HELD_OUT = frozenset(
    "agatha-christie_giants-bread dashiell-hammett_the-dain-curse edna-ferber_cimarron edna-ferber_so-big "
    "frederik-pohl_plague-of-pythons frederik-pohl_short-fiction fritz-leiber_short-fiction fritz-leiber_the-big-time "
    "h-beam-piper_four-day-planet h-beam-piper_short-fiction h-beam-piper_space-viking "
    "h-beam-piper_the-cosmic-computer agatha-christie_the-seven-dials-mystery carolyn-keene_the-hidden-staircase "
    "ray-bradbury_short-fiction andre-norton_plague-ship margery-allingham_the-crime-at-black-dudley "
    "ernest-hemingway_a-farewell-to-arms".split()
)
"""Never trained on and no limit set by them; the figures are measured on them."""
LEFT_OUT = ("ring-lardner", "dorothy-l-sayers_robert-eustace_the-documents-in-the-case")
"""Told throughout in a narrator's own bad grammar."""


def books(folder: Path, part: str) -> list[Path]:
    """The novels of ``part``: "train" or "held-out"."""
    found = [each for each in sorted(folder.glob("*.txt")) if not each.stem.startswith(LEFT_OUT)]
    return [each for each in found if (each.stem in HELD_OUT) == (part == "held-out")]


def paragraphs(book: Path) -> Iterator[str]:
    """The paragraphs of a book with straight quotes, headings and scene marks left out."""
    for block in book.read_text("utf-8").split("\n\n"):
        text = " ".join(block.split())
        if text and not text.startswith(("#", "*")):
            yield straighten(text)


def piece_lists(book: Path) -> Iterator[list[Piece]]:
    """The words and marks of each paragraph of a book."""
    for text in paragraphs(book):
        yield pieces(text)
