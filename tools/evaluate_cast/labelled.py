# SPDX-License-Identifier: GPL-3.0-or-later
"""Novels whose people and speakers a reader has written down: no text, only names, offsets and a digest of the text.

``LABELS/BOOK.json`` holds ``narrator`` (the name of who says I, or null), ``whole_cast`` (whether every major and
intermediate character is listed), ``characters`` (``name``, ``part``, ``names``: each form with its number of uses) and
``quotations`` ([paragraph, start, end, speaker, kind]).
"""

from __future__ import annotations

import hashlib
import json
import pickle
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from redraft.language.analysis import Analysis
from redraft.language.tagging import Language
from redraft.text.folding import read_markup

NARRATOR, NOBODY, SEVERAL = "narrator", "-", "several"
"""Speakers that are no name: the I of the story; words in quotation marks that nobody says; a crowd."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the novel. ``part``: "major", "intermediate", "minor"; ``names``: each form's uses."""

    name: str
    part: str
    names: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of speech in paragraph ``paragraph`` (an index). ``kind``: what tells the speaker in the paragraph: a
    "name" or a "noun" (or pronoun) in a tag, a "beat" (what the speaker does), or "none"."""

    paragraph: int
    start: int
    end: int
    speaker: str
    kind: str


@dataclass(frozen=True)
class Book:
    """What a reader wrote down of one novel."""

    name: str
    digest: str
    narrator: str | None
    whole_cast: bool
    characters: Sequence[Listed]
    quotations: Sequence[Quotation]


def labelled(folder: Path) -> Iterator[Book]:
    """The labelled novels of a folder, by name."""
    for path in sorted(folder.glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        yield Book(
            held["book"], held["digest"], held["narrator"], held["whole_cast"],
            [Listed(each["name"], each["part"], each["names"]) for each in held["characters"]],
            [Quotation(*each) for each in held["quotations"]],
        )


def parsed(book: Book, novels: Path, cache: Path) -> tuple[list[Analysis], list[int]]:
    """The novel's paragraphs, parsed, and their scenes; what was parsed is kept in ``cache``.

    Raises:
        ValueError: when the text is another edition than the one that was labelled.
    """
    analyses, scenes = parse(book.name, novels, cache)
    if digest(each.text for each in analyses) != book.digest:
        raise ValueError(f"{book.name} is not the text that was labelled.")
    return analyses, scenes


def parse(name: str, novels: Path, cache: Path) -> tuple[list[Analysis], list[int]]:
    """The paragraphs of a novel, parsed, and their scenes; kept in ``cache``."""
    kept = cache / f"{name}.pkl"
    if kept.exists():
        held: tuple[list[Analysis], list[int]] = pickle.loads(kept.read_bytes())  # our own cache
        return held
    texts, scenes = _paragraphs(novels / f"{name}.txt")
    analyses = Language.load().analyse(texts)
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps((analyses, scenes)))
    return analyses, scenes


def digest(texts: Iterator[str]) -> str:
    """What tells one text from another."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16]


def _paragraphs(path: Path) -> tuple[list[str], list[int]]:
    """The paragraphs as read, and the number of the scene of each: a heading or a break begins one."""
    texts: list[str] = []
    scenes: list[int] = []
    scene = 1
    for written in re.split(r"\n[ \t]*\n+", path.read_text(encoding="utf-8")):
        text = re.sub(r"\s*\n\s*", " ", written).strip()
        if text:
            scene += text.startswith("#") or text == "* * *"
            texts.append(read_markup(text).text)
            scenes.append(scene)
    return texts, scenes
