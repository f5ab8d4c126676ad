# SPDX-License-Identifier: GPL-3.0-or-later
"""Of findings that overlap one stays: what is worse before what is milder, then the surer, then the longer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from redraft.checks.finding import Finding, Severity

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
_ENGINES = ("builtin", "harper", "languagetool")


def resolve(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of one paragraph without overlaps, in reading order.

    What several judges say of one place is one finding, under the first of builtin, harper, languagetool.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=_strength):
        rival = next((each for each in kept if each.start < finding.end and finding.start < each.end), None)
        if rival is None:
            kept.append(finding)
        elif _same(rival, finding):
            kept[kept.index(rival)] = _merged(rival, finding)
    return sorted(kept, key=lambda each: each.start)


def _strength(finding: Finding) -> tuple[int, float, int, int, int, str]:
    length = finding.end - finding.start
    return (_RANK[finding.severity], -finding.weight, _engine(finding), -length, finding.start, finding.check)


def _engine(finding: Finding) -> int:
    return _ENGINES.index(finding.engine) if finding.engine in _ENGINES else 0


def _same(one: Finding, other: Finding) -> bool:
    """Whether two overlapping findings say one thing: the same place, or a fix that comes to the same."""
    if (one.start, one.end) == (other.start, other.end):
        return True
    return bool(one.suggestions and other.suggestions and core(one) == core(other))


def core(finding: Finding) -> tuple[int, int, str]:
    """What the first suggestion really changes: place without common ends, and the new characters."""
    return change(finding.start, finding.text, finding.suggestions[0])


def change(start: int, old: str, new: str) -> tuple[int, int, str]:
    """``old`` at ``start`` becomes ``new``: the smallest such change as (start, end, new characters)."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start + head, start + len(old) - tail, new[head : len(new) - tail]


def _merged(kept: Finding, other: Finding) -> Finding:
    engine = min((kept, other), key=_engine).engine
    if (kept.start, kept.end) != (other.start, other.end):
        return replace(kept, engine=engine)
    more = tuple(each for each in other.suggestions if each not in kept.suggestions)
    return replace(kept, engine=engine, suggestions=(kept.suggestions + more)[:3])
