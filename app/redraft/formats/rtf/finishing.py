# SPDX-License-Identifier: GPL-3.0-or-later
"""What RTF writes out for every letter and no author means: the usual language, the boldness of headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from redraft.formats.flow import Block, look
from redraft.manuscript.marks import Mark, MarkKind


def without_bold(heading: Block) -> Block:
    """A heading without the boldness that is its style's: RTF writes it out for all its letters."""
    whole = Mark(0, len(heading.text), MarkKind.BOLD)
    if whole not in heading.marks:
        return heading
    trace = heading.trace
    if trace is not None:
        bold = look(MarkKind.BOLD)
        trace = replace(trace, runs=tuple(replace(each, looks=each.looks - {bold}) for each in trace.runs))
    return replace(heading, marks=tuple(each for each in heading.marks if each != whole), trace=trace)


def usual_language(blocks: Sequence[Block]) -> str:
    """The language that most of the characters are marked with; "" where most have no mark."""
    count: Counter[str] = Counter()
    for block in blocks:
        count[""] += len(block.text)
        for mark in block.marks:
            if mark.kind is MarkKind.LANGUAGE:
                count.update({mark.value: mark.end - mark.start, "": mark.start - mark.end})
    return max(count, key=lambda each: count[each], default="")


def without_dross(block: Block, language: str, comments: Collection[str]) -> Block:
    """The block without the mark of the usual language, which word processors set on all, and without marks of
    comments that are not there.
    """
    kept = tuple(each for each in block.marks if (each.kind, each.value) != (MarkKind.LANGUAGE, language)
                 and (each.kind is not MarkKind.COMMENT or each.key in comments))  # fmt: skip
    return replace(block, marks=kept)
