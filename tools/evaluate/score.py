# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts: what was found of what should be, what of the marks is right, and whether the fixes fix."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from redraft.checks.finding import Finding
from redraft.manuscript.model import Manuscript
from tools.evaluate.texts import Label


@dataclass
class Score:
    """``definite`` errors there are, ``found`` and ``fixed`` ones; ``marks`` made and how many of them ``right``."""

    definite: int = 0
    found: int = 0
    fixed: int = 0
    marks: int = 0
    right: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another text's score in."""
        self.definite += other.definite
        self.found += other.found
        self.fixed += other.fixed
        self.marks += other.marks
        self.right += other.right
        self.missed += other.missed
        self.wrong += other.wrong

    def row(self, name: str) -> str:
        """One line of the table."""
        recall = self.found / max(1, self.definite)
        return (
            f"{name:44} {self.found:3}/{self.definite:<3} {recall:5.0%} found  "
            f"{self.fixed / max(1, self.definite):4.0%} fixed  "
            f"{self.right:3}/{self.marks:<3} {self.right / max(1, self.marks):4.0%} right"
        )


def against(manuscript: Manuscript, found: list[tuple[int, Finding]], labels: list[Label]) -> Score:
    """The score of findings against an editor's labels: a mark is right when it touches a label of either kind."""
    score = Score(definite=sum(each.definite for each in labels), marks=len(found))
    hit: set[int] = set()
    fixed: set[int] = set()
    for index, finding in found:
        start, end = manuscript.source_span(index, finding.start, finding.end)
        touched = [number for number, each in enumerate(labels) if each.start < end and start < each.end]
        score.right += bool(touched)
        hit.update(touched)
        fixed.update(each for each in touched if _fixes(manuscript.source, start, end, finding, labels[each]))
        if not touched:
            score.wrong.append(in_context(manuscript, index, finding))
    score.found = sum(labels[each].definite for each in hit)
    score.fixed = sum(labels[each].definite for each in fixed)
    score.missed.update(each.category for number, each in enumerate(labels) if each.definite and number not in hit)
    return score


def _fixes(source: str, start: int, end: int, finding: Finding, label: Label) -> bool:
    """Whether one of the suggestions makes the text that one of the label's fixes makes, blanks aside."""
    first, last = min(start, label.start) - 30, max(end, label.end) + 30
    first = max(0, first)
    wanted = {_flat(source[first : label.start] + each + source[label.end : last]) for each in label.fixes}
    made = {_flat(source[first:start] + each + source[end:last]) for each in finding.suggestions[:3]}
    return bool(wanted & made) or not label.fixes


def _flat(text: str) -> str:
    return " ".join(text.split())


def in_context(manuscript: Manuscript, index: int, finding: Finding) -> str:
    """A finding with the words around it, for reading."""
    text = manuscript.paragraphs[index].text
    before, after = text[max(0, finding.start - 70) : finding.start], text[finding.end : finding.end + 50]
    return f"{finding.check}: {before}⟦{finding.text}⟧{after} → {' | '.join(finding.suggestions[:3])}"
