# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts that the checks are measured on: drafts with labels, and novels held out of everything learned."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from redraft.formats.registry import read, read_bytes
from redraft.manuscript.model import Manuscript

HELD_OUT = (
    "agatha-christie_giants-bread", "dashiell-hammett_the-dain-curse", "edna-ferber_cimarron", "edna-ferber_so-big",
    "frederik-pohl_plague-of-pythons", "frederik-pohl_short-fiction", "fritz-leiber_short-fiction",
    "fritz-leiber_the-big-time", "h-beam-piper_four-day-planet", "h-beam-piper_short-fiction",
    "h-beam-piper_space-viking", "h-beam-piper_the-cosmic-computer",
)
"""Novels of 1924–1963 that neither the tagger nor the lists of words have learned from."""


@dataclass(frozen=True, slots=True)
class Label:
    """What an editor marked: ``definite`` errors must be found; an arguable place counts as right when marked."""

    start: int
    end: int
    category: str
    fixes: tuple[str, ...]
    definite: bool
    context: str


def drafts(folder: Path) -> list[tuple[str, Manuscript, list[Label]]]:
    """The drafts beside a ``labels.json``, each with its labels (code points in the manuscript's source)."""
    rows = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    found = []
    for name in sorted({row["file"] for row in rows}):
        labels = [
            Label(row["start"], row["end"], row["category"], tuple(row["fix"]), row["kind"] == "error", row["context"])
            for row in rows if row["file"] == name
        ]
        found.append((name, read(folder / name).manuscript, labels))
    return found


WRITTEN = Path(__file__).resolve().parents[1] / "drafts"
"""Rough drafts written for this project, to measure on and on no account to tune to."""

_MARKED = re.compile(r"\{([^{}|]+)\|([^{}|]*)\|([a-z-]+)(\??)\}")


def written(path: Path) -> tuple[str, str, list[Label]]:
    """A rough draft of ours: the text as its hurried author left it, the text put right, and the labels.

    The source marks each error in its place as ``{wrong|right|category}``, a category with a question mark where one
    editor would change it and another would not; several right forms are parted by ``//``, the first goes into the
    text put right.
    """
    source = path.read_text(encoding="utf-8")
    rough, clean, labels, last, place = [], [], [], 0, 0
    for match in _MARKED.finditer(source):
        between = source[last : match.start()]
        wrong, fixes = match[1], tuple(match[2].split("//"))
        start = place + len(between)
        place = start + len(wrong)
        context = source[max(0, match.start() - 30) : match.end() + 30]
        labels.append(Label(start, place, match[3], fixes, not match[4], context))
        rough += [between, wrong]
        clean += [between, fixes[0]]
        last = match.end()
    return "".join(rough) + source[last:], "".join(clean) + source[last:], labels


def written_drafts(folder: Path = WRITTEN) -> list[tuple[str, Manuscript, list[Label]]]:
    """All of them, as :func:`drafts` gives the others."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        rough, _, labels = written(path)
        found.append((path.stem, read_bytes(rough.encode(), path.name).manuscript, labels))
    return found


def novel(path: Path, words: int) -> Manuscript:
    """About ``words`` words from a third into a novel on, in whole paragraphs."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    first = len(blocks) // 3
    taken, last = 0, first
    while last < len(blocks) and taken < words:
        taken += blocks[last].count(" ") + 1
        last += 1
    return read_bytes("\n\n".join(blocks[first:last]).encode(), path.name).manuscript
