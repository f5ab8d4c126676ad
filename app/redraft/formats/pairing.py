# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraphs of a file became which: what was changed, parted, joined, put in and taken out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redraft.formats.flow import Block
from redraft.formats.ordering import longest_in_order
from redraft.formats.units import SEEN
from redraft.manuscript.marks import Mark
from redraft.manuscript.model import Paragraph


@dataclass(frozen=True, slots=True)
class Group:
    """The blocks ``kept`` (by number, one behind the other) became the paragraphs ``texts``; behind them, or behind the
    block ``after`` (-1: before the first) where none is kept, the blocks ``gone`` go and the paragraphs ``new`` come.
    """

    kept: tuple[int, ...]
    texts: tuple[Paragraph, ...]
    gone: tuple[int, ...]
    new: tuple[Paragraph, ...]
    after: int = -1

    def apart(self) -> Group:
        """The same, with what was parted or joined as words changed and paragraphs put in or taken out."""
        return Group(self.kept[:1], self.texts[:1], (*self.kept[1:], *self.gone), (*self.texts[1:], *self.new))


def groups(blocks: Sequence[Block], now: Sequence[Paragraph]) -> Iterator[Group]:
    """The groups in which something changed."""
    anchors = [*in_order([each.tied for each in now], len(blocks)).items(), (len(now), len(blocks))]
    first_text, first_block = anchors[0]
    if first_text or first_block:
        yield Group((), (), tuple(range(first_block)), tuple(now[:first_text]))
    for (at, number), (following, other) in itertools.pairwise(anchors):
        gone, new = tuple(range(number + 1, other)), tuple(now[at + 1 : following])
        if gone or new or differs(blocks[number], now[at]):
            yield _group(blocks, number, now[at], gone, new)


def in_order(ties: Sequence[str], count: int) -> dict[int, int]:
    """Which paragraphs stay where they were, with their numbers in the file."""
    return longest_in_order({at: int(tied) for at, tied in enumerate(ties) if tied.isdecimal() and int(tied) < count})


def _group(
    blocks: Sequence[Block], number: int, text: Paragraph, gone: tuple[int, ...], new: tuple[Paragraph, ...]
) -> Group:
    """With one paragraph of several, or several of one, where their ends are alike."""
    own = blocks[number].text
    if gone and not new:
        tails = [_alike(text.text, blocks[each].text) for each in gone]
        best = max(range(len(gone)), key=lambda each: tails[each])
        if tails[best] > _alike(text.text, own):
            return Group((number, *gone[: best + 1]), (text,), gone[best + 1 :], ())
    if new and not gone:
        tails = [_alike(own, each.text) for each in new]
        best = max(range(len(new)), key=lambda each: tails[each])
        if tails[best] > _alike(own, text.text):
            return Group((number,), (text, *new[: best + 1]), (), new[best + 1 :])
    return Group((number,), (text,), gone, new)


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their ends."""
    count = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        count += 1
    return count


def differs(block: Block, paragraph: Paragraph) -> bool:
    """Whether words, looks or links changed."""
    return block.text != paragraph.text or _seen(block.marks) != _seen(paragraph.marks)


def _seen(marks: Sequence[Mark]) -> list[Mark]:
    return [each for each in marks if each.kind in SEEN and not each.is_point]
