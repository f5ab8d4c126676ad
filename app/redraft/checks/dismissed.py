# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings that the author has declared to be right as they stand.

Kept by rule, words and what stands around them, so that the decision survives edits elsewhere in the paragraph, a
round trip through another program and a new version of Redraft.
"""

from __future__ import annotations

from dataclasses import dataclass

from redraft.checks.finding import Finding
from redraft.text.folding import straighten

CONTEXT = 24
"""How many characters on either side are kept."""

NEAR = 12
"""How many of them must be the same on one side, when the other side has changed."""


@dataclass(frozen=True, slots=True)
class Dismissed:
    """``check`` may not mark ``words`` between ``before`` and ``after``; ``anywhere``: wherever the words stand."""

    check: str
    words: str
    before: str = ""
    after: str = ""
    anywhere: bool = False


def dismiss(finding: Finding, text: str, anywhere: bool = False) -> Dismissed:
    """The decision to leave a finding in the paragraph ``text`` alone, here or in the whole manuscript."""
    if anywhere:
        return Dismissed(finding.check, _fold(finding.text), anywhere=True)
    before = text[max(0, finding.start - CONTEXT) : finding.start]
    after = text[finding.end : finding.end + CONTEXT]
    return Dismissed(finding.check, _fold(finding.text), _fold(before), _fold(after))


def matches(dismissed: Dismissed, finding: Finding, text: str) -> bool:
    """Whether the decision covers this finding in the paragraph ``text``.

    The words must be the same; of the context one side must be, so that an edit on the other side does not undo
    the decision.
    """
    if dismissed.check != finding.check or dismissed.words != _fold(finding.text):
        return False
    if dismissed.anywhere:
        return True
    before = _fold(text[max(0, finding.start - CONTEXT) : finding.start])
    after = _fold(text[finding.end : finding.end + CONTEXT])
    sides = ((before[::-1], dismissed.before[::-1]), (after, dismissed.after))
    return all(_near(*each) for each in sides) or any(len(each[1]) >= NEAR and _near(*each) for each in sides)


def _near(one: str, other: str) -> bool:
    """Whether two contexts begin with the same characters, counted from the finding outwards."""
    return one[:NEAR] == other[:NEAR]


def _fold(words: str) -> str:
    return " ".join(straighten(words).split())
