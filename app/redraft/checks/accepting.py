# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking suggestions: which findings have one sure fix, and a paragraph's text with fixes made."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from redraft.checks.finding import Finding, Severity
from redraft.text.edits import Edit, apply_all
from redraft.text.span import Span


def acceptable(finding: Finding, rules: Collection[str] | None = None) -> bool:
    """Whether the finding's first suggestion may be taken without asking: an error or warning marked sure.

    With ``rules`` it must also be by one of them.
    """
    return (
        finding.sure and bool(finding.suggestions) and finding.severity is not Severity.HINT
        and (rules is None or finding.check in rules)
    )


def corrected(text: str, findings: Iterable[Finding]) -> str:
    """The paragraph with the first suggestion of each finding taken. The findings must not overlap, and must still
    fit the text; those that do not fit are left out.
    """
    edits = [
        Edit(Span(each.start, each.end), each.suggestions[0]) for each in findings
        if each.suggestions and text[each.start : each.end] == each.text
    ]
    return apply_all(text, edits)
