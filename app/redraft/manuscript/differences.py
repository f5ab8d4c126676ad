# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed between two states of a story, in words: how much came, how much went, and in which scenes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Outline, outline
from redraft.text.words import pieces_of

_NAMED = 2
_LABEL = 28


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that came and words that went (a word that moved did neither), and the scenes of the later state in which
    anything differs, by name. ``dressed``: the words are the same, but not their formatting or what parts them."""

    added: int = 0
    removed: int = 0
    scenes: tuple[str, ...] = ()
    dressed: bool = False

    @property
    def sentence(self) -> str:
        """For the author: "412 words added in “Chapter 3”"."""
        if not self.scenes:
            return "Only formatting or spacing changed" if self.dressed else "No words changed"
        parts = [f"{self.added:,} {_words(self.added)} added"] if self.added else []
        parts += [f"{self.removed:,} {'' if parts else _words(self.removed) + ' '}taken out"] if self.removed else []
        what = ", ".join(parts) or "Words moved or set otherwise"
        if len(self.scenes) > _NAMED:
            return f"{what}, {len(self.scenes)} scenes changed"
        return f"{what} in {' and '.join(self.scenes)}"


def difference(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Difference:
    """What changed from the one to the other."""
    blocks = list(_blocks([each.text for each in old], [each.text for each in new]))
    if not blocks:
        return Difference(dressed=_looks(old) != _looks(new))
    went, came = Counter[str](), Counter[str]()
    for a, b, c, d in blocks:
        went.update(word for each in old[a:b] for word in _words_of(each.text))
        came.update(word for each in new[c:d] for word in _words_of(each.text))
    return Difference((came - went).total(), (went - came).total(), tuple(_scenes(outline(new), blocks, len(new))))


def scene_name(found: Outline, number: int) -> str:
    """What to call a scene in the midst of a sentence; number 0 is what belongs to none."""
    if not 0 < number <= len(found.scenes):
        return "the front matter"
    scene = found.scenes[number - 1]
    label = scene.title or scene.label
    label = label if len(label) <= _LABEL else label[: _LABEL - 1].rstrip() + "…"
    return f"“{label}”" if label else f"scene {number}"


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches that differ: of the old paragraphs, and of the new ones."""
    first, most = 0, min(len(old), len(new))
    while first < most and old[first] == new[first]:
        first += 1
    last = 0
    while last < most - first and old[len(old) - 1 - last] == new[len(new) - 1 - last]:
        last += 1
    before, after = old[first : len(old) - last], new[first : len(new) - last]
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield first + a, first + b, first + c, first + d


def _scenes(found: Outline, blocks: Sequence[tuple[int, int, int, int]], count: int) -> Iterator[str]:
    numbers: dict[int, None] = {}
    for _, _, c, d in blocks:
        for index in range(c, d) or (min(max(c - 1, 0), count - 1),):  # where something only went: what stood before
            numbers.setdefault(found.scene_of(index))
    yield from (scene_name(found, number) for number in numbers)


def _looks(paragraphs: Sequence[Paragraph]) -> list[tuple[object, ...]]:
    return [(each.marks, each.shape, each.gap.strip(" \t")) for each in paragraphs[:-1]]


def _words_of(text: str) -> list[str]:
    return [each for each in pieces_of(text) if each[:1].isalnum()]


def _words(count: int) -> str:
    return "word" if count == 1 else "words"
