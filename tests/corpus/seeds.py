# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample stories with what was planted in them, and how a report fares against it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from redraft.analysis.analyst import Analyst
from redraft.analysis.report import Report
from redraft.checks.finding import Finding, Severity
from redraft.formats.registry import read
from redraft.manuscript.model import Manuscript

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
STORIES = sorted(each for each in SEEDS.glob("0*") if each.suffix in (".txt", ".md"))


@dataclass(frozen=True)
class Planted:
    """A mistake at ``start``–``end`` of the story's source text."""

    wrong: str
    fix: tuple[str, ...]
    category: str
    start: int
    end: int


@dataclass(frozen=True)
class Read:
    """A story, what was planted in it and what was found; ``places`` of the findings in the source text."""

    manuscript: Manuscript
    planted: tuple[Planted, ...]
    report: Report
    places: tuple[tuple[int, int, Finding], ...]

    def found(self) -> list[Planted]:
        """The planted mistakes that a finding touches."""
        return [each for each in self.planted if any(s < each.end and each.start < e for s, e, _ in self.places)]

    def right(self) -> list[Finding]:
        """The findings that touch a planted mistake."""
        return [f for s, e, f in self.places if any(s < each.end and each.start < e for each in self.planted)]


@cache
def story(path: Path, engines: tuple[str, ...]) -> Read:
    """Read a sample story with these engines."""
    manuscript = read(path).manuscript
    with Analyst(engines, cache=False) as analyst:
        report = analyst.analyse(manuscript)
    index = {each.id: place for place, each in enumerate(manuscript.paragraphs)}
    shown = [each for each in report.findings if each.severity is not Severity.HINT]
    places = tuple((*manuscript.source_span(index[each.paragraph], each.start, each.end), each) for each in shown)
    return Read(manuscript, planted(path, manuscript.source), report, places)


def planted(path: Path, source: str) -> tuple[Planted, ...]:
    """What was planted in a story, found by its context (white space compared collapsed)."""
    told = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    found = []
    for each in told["mistake"]:
        context = re.search(_pattern(each["context"]), source)
        assert context, each["context"]
        place = re.search(_pattern(each["wrong"]), context.group())
        assert place, each["wrong"]
        base = context.start()
        found.append(Planted(each["wrong"], tuple(each["fix"]), each["category"],
                             base + place.start(), base + place.end()))
    return tuple(found)


def _pattern(text: str) -> str:
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", text))
