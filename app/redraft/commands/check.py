# SPDX-License-Identifier: GPL-3.0-or-later
"""Mark what a copy editor would mark.

Exit status: 0 when there is nothing (hints alone do not count), 1 when there is, 2 when a file cannot be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from redraft.analysis.hub import QueuedHub
from redraft.checks.finding import Finding, Severity
from redraft.checks.rates import closeness
from redraft.commands.opening import add_files, add_format, decisions_of, each_opened, progress_bar
from redraft.commands.terminal import coloured, headline, in_context
from redraft.manuscript.model import Manuscript
from redraft.storage.decisions import Decisions

if TYPE_CHECKING:
    from redraft.analysis.report import Report

ENGINES = ("builtin", "harper", "languagetool")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE… [--format] [--engine] [--hints] [--no-sidecar]"""
    add_files(parser)
    add_format(parser)
    parser.add_argument("--engine", default="builtin,harper", metavar="NAME,…",
                        help="who judges: builtin, harper, languagetool (builtin,harper)")
    parser.add_argument("--hints", action="store_true", help="also what is a matter of style")
    parser.add_argument("--no-sidecar", action="store_true", help="as if nothing had been decided in the editor")


def run(options: argparse.Namespace) -> int:
    """Check every file; the exit status is the highest."""
    engines = engines_named(options.engine)
    status = 0
    hub = QueuedHub()
    hub.use(engines)  # its processes start while the rest of the program is loaded
    from redraft.analysis.analyst import Analyst

    with Analyst(engines, hub=hub) as analyst:
        for name, manuscript in each_opened(options.files):
            if manuscript is None:
                status = 2
                continue
            decisions = Decisions() if options.no_sidecar else decisions_of(manuscript)
            report = analyst.analyse(manuscript, decisions, progress_bar())
            tell_notices(name, report)
            found = [each for each in report.findings if options.hints or each.severity is not Severity.HINT]
            if options.format == "json":
                print(json.dumps(as_json(name, manuscript, report, found), ensure_ascii=False))
            else:
                print_findings(name, manuscript, report, found)
            status = max(status, int(any(each.severity is not Severity.HINT for each in found)))
    return status


def engines_named(names: str) -> list[str]:
    """The engines in a list parted by commas.

    Raises:
        SystemExit: 2, with a sentence, for a name that is none.
    """
    engines = [each.strip() for each in names.split(",") if each.strip()]
    for each in engines:
        if each not in ENGINES:
            argparse.ArgumentParser(prog="redraft check").error(
                f"no engine is called {each}; there are {', '.join(ENGINES)}")
    return engines


def tell_notices(name: str, report: Report) -> None:
    """What the author should know of the analysis itself, on standard error."""
    for each in report.notices:
        print(f"redraft: {name}: {each}", file=sys.stderr)


def as_json(name: str, manuscript: Manuscript, report: Report, found: Iterable[Finding]) -> dict[str, Any]:
    """The result in the words of the contract, version 1."""
    index = {each.id: place for place, each in enumerate(manuscript.paragraphs)}
    return {
        "version": 1, "file": name, "words": report.words, "seconds": round(report.seconds, 2),
        "engines": [{"name": each.name, "state": each.state, "reason": each.reason} for each in report.engines],
        "findings": [_finding(each, manuscript, report, index[each.paragraph]) for each in found],
        "faults": list(report.faults), "roughness": report.reading.roughness,
    }


def _finding(finding: Finding, manuscript: Manuscript, report: Report, index: int) -> dict[str, Any]:
    start, end = manuscript.source_span(index, finding.start, finding.end)
    return {
        "check": finding.check, "category": finding.category, "severity": finding.severity.value,
        "sure": finding.sure, "start": start, "end": end, "text": manuscript.source[start:end],
        "message": finding.message, "suggestions": list(finding.suggestions),
        "scene": report.outline.scene_of(index), "engine": finding.engine,
    }


def print_findings(name: str, manuscript: Manuscript, report: Report, found: list[Finding]) -> None:
    """The findings in context, by scene, for people."""
    index = {each.id: place for place, each in enumerate(manuscript.paragraphs)}
    number = {severity: sum(each.severity is severity for each in found) for severity in Severity}
    counts = ", ".join(
        f"{count} {severity.value}{'s' if count != 1 else ''}" for severity, count in number.items() if count)
    print(headline(f"{name}: {report.words:,} words, {counts or 'nothing to mark'}"))
    if report.reading.roughness is not None:
        rate = f"{report.reading.roughness:.1f} sure marks in 1,000 words"
        print(coloured(f"  {closeness(report.reading.roughness)}: {rate}", "quiet"))
    for each in report.engines:
        if each.state == "unavailable" or (each.name == "builtin" and each.reason):
            print(coloured(f"  without {each.name}: {each.reason}", "quiet"))
    scene = -1
    for finding in found:
        place = index[finding.paragraph]
        if report.outline.scene_of(place) != scene:
            scene = report.outline.scene_of(place)
            print("\n" + headline(_scene_line(report, scene)))
        _print_finding(finding, manuscript.paragraphs[place].text, place + 1)


def _scene_line(report: Report, number: int) -> str:
    if not number:
        return "Outside the scenes"
    return f"Scene {number} · {report.outline.scenes[number - 1].label}"


def _print_finding(finding: Finding, text: str, paragraph: int) -> None:
    style = finding.severity.value
    print(f"  {coloured(f'{style:<8}', style)}¶{paragraph:<5}{in_context(text, finding.start, finding.end, style)}")
    fixes = " / ".join(f"“{each}”" if each else "leave it out" for each in finding.suggestions)
    print(f"{'':16}{finding.message}{'  → ' + fixes if fixes else ''}  {coloured(finding.check, 'quiet')}")
