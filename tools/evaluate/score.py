# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts: what was found of what should be, what of the marks is right, and whether the fixes fix."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from redraft.checks.finding import Finding
from redraft.manuscript.model import Manuscript
from tools.evaluate.texts import Label

_AROUND = 30


@dataclass
class Score:
    """Definite errors there are, found and fixed ones, by category; marks made and how many of them right, by check.

    ``missed`` and ``wrong`` are lines for reading: the errors without a mark, the marks without an error.
    """

    definite: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    fixed: Counter[str] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
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
        definite, marks = self.definite.total(), self.marks.total()
        return (
            f"{name:44} {self.found.total():3}/{definite:<3} {self.found.total() / max(1, definite):5.0%} found  "
            f"{self.fixed.total() / max(1, definite):4.0%} fixed  "
            f"{self.right.total():3}/{marks:<3} {self.right.total() / max(1, marks):4.0%} right"
        )

    def by_category(self) -> list[str]:
        """A line for each kind of definite error, the commonest first."""
        return [
            f"    {category:24} {self.found[category]:3}/{number:<3} found  {self.fixed[category]:3} fixed"
            for category, number in self.definite.most_common()
        ]

    def by_check(self) -> list[str]:
        """A line for each check that was wrong, the worst first."""
        wrong = self.marks - self.right
        return [f"    {check:32} {number:3} wrong of {self.marks[check]}" for check, number in wrong.most_common()]


def against(manuscript: Manuscript, found: list[tuple[int, Finding]], labels: list[Label]) -> Score:
    """The score of findings against an editor's labels: a mark is right when it touches a label of either kind."""
    score = Score(definite=Counter(each.category for each in labels if each.definite))
    hit: set[int] = set()
    fixed: set[int] = set()
    for index, finding in found:
        start, end = manuscript.source_span(index, finding.start, finding.end)
        touched = [number for number, each in enumerate(labels) if each.start < end and start < each.end]
        score.marks[finding.check] += 1
        score.right[finding.check] += bool(touched)
        hit.update(touched)
        fixed.update(each for each in touched if _fixes(manuscript.source, start, end, finding, labels[each]))
        if not touched:
            score.wrong.append(in_context(manuscript, index, finding))
    score.found.update(labels[each].category for each in hit if labels[each].definite)
    score.fixed.update(labels[each].category for each in fixed if labels[each].definite)
    score.missed = [
        _missed(manuscript.source, each) for number, each in enumerate(labels) if each.definite and number not in hit
    ]
    return score


def _fixes(source: str, start: int, end: int, finding: Finding, label: Label) -> bool:
    """Whether one of the suggestions makes the text that one of the label's fixes makes, blanks aside."""
    first, last = max(0, min(start, label.start) - _AROUND), max(end, label.end) + _AROUND
    wanted = {_flat(source[first : label.start] + each + source[label.end : last]) for each in label.fixes}
    made = {_flat(source[first:start] + each + source[end:last]) for each in finding.suggestions[:3]}
    return bool(wanted & made) or not label.fixes


def _flat(text: str) -> str:
    return " ".join(text.split())


def _missed(source: str, label: Label) -> str:
    before, after = source[max(0, label.start - 60) : label.start], source[label.end : label.end + 40]
    return _flat(f"{label.category}: {before}⟦{source[label.start:label.end]}⟧{after} → {' | '.join(label.fixes)}")


def in_context(manuscript: Manuscript, index: int, finding: Finding) -> str:
    """A finding with the words around it, for reading."""
    text = manuscript.paragraphs[index].text
    before, after = text[max(0, finding.start - 70) : finding.start], text[finding.end : finding.end + 50]
    return f"{finding.check}: {before}⟦{finding.text}⟧{after} → {' | '.join(finding.suggestions[:3])}"
