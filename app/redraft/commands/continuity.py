# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the story contradicts itself, and what it says of time.

Exit status: 0 when nothing contradicts, 1 when something does.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from typing import Any

from redraft.analysis.analyst import Analyst
from redraft.analysis.report import Report
from redraft.commands.opening import add_files, add_format, decisions_of, each_opened
from redraft.commands.terminal import coloured, headline, in_context
from redraft.continuity.decisions import open_alike, open_conflicts
from redraft.manuscript.model import Manuscript
from redraft.storage.decisions import Decisions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE… [--format]"""
    add_files(parser)
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Print the contradictions of every file."""
    status = 0
    with Analyst(()) as analyst:
        for name, manuscript in each_opened(options.files):
            if manuscript is None:
                status = 2
                continue
            decisions = decisions_of(manuscript)
            report = unanswered(analyst.analyse(manuscript, decisions), manuscript, decisions)
            if options.format == "json":
                print(json.dumps(as_json(name, manuscript, report), ensure_ascii=False))
            else:
                print_conflicts(name, manuscript, report)
                print_times(manuscript, report)
            status = max(status, int(bool(report.continuity.conflicts)))
    return status


def unanswered(report: Report, manuscript: Manuscript, decisions: Decisions) -> Report:
    """The report without the contradictions that the author has answered."""
    texts = {each.id: each.text for each in manuscript.paragraphs}
    left = open_conflicts(report.continuity.conflicts, decisions.continuity.answers, texts.__getitem__)
    alike = open_alike(report.continuity.alike, decisions.continuity.answers)
    return replace(report, continuity=replace(report.continuity, conflicts=tuple(left), alike=tuple(alike)))


def as_json(name: str, manuscript: Manuscript, report: Report) -> dict[str, Any]:
    """The contradictions in the words of the contract, version 1."""
    index = {each.id: place for place, each in enumerate(manuscript.paragraphs)}

    def place(paragraph: int, start: int, end: int) -> dict[str, Any]:
        first, last = manuscript.source_span(index[paragraph], start, end)
        return {"start": first, "end": last, "text": manuscript.source[first:last]}

    return {
        "version": 1, "file": name,
        "conflicts": [
            {"kind": each.kind, "subject": each.subject, "message": each.message, "about": each.about,
             "places": [place(one.paragraph, one.start, one.end) for one in each.places]}
            for each in report.continuity.conflicts
        ],
        "timeline": [
            {"scene": each.scene, **place(each.paragraph, each.start, each.end), "day": each.day, "clock": each.clock}
            for each in report.continuity.timeline
        ],
        "alike": [{"names": [each.one, each.other]} for each in report.continuity.alike],
    }


def print_conflicts(name: str, manuscript: Manuscript, report: Report) -> None:
    """The contradictions for people."""
    found = report.continuity.conflicts
    print(headline(f"{name}: {len(found)} contradiction{'s' if len(found) != 1 else ''}"))
    if not found:
        print("  Nothing in the text contradicts itself, as far as Redraft can tell.")
    texts = {each.id: (place, each.text) for place, each in enumerate(manuscript.paragraphs, 1)}
    for each in found:
        print(f"  {coloured(each.message, 'warning')}")
        for one in each.places:
            number, text = texts[one.paragraph]
            print(f"      ¶{number:<5}{in_context(text, one.start, one.end, 'strong')}")


def print_times(manuscript: Manuscript, report: Report) -> None:
    """What is said of time, a line a scene, and the names that are much alike, for people."""
    scenes: dict[int, list[str]] = {}
    days: dict[int, int | None] = {}
    for each in report.continuity.timeline:
        scenes.setdefault(each.scene, []).append(each.text)
        days[each.scene] = each.day if each.day is not None else days.get(each.scene)
    if scenes:
        print(headline("  When things happen"))
    for number, cues in scenes.items():
        day = f"day {days[number]}" if days[number] is not None else ""
        print(f"      scene {number:<4}{day:<9}{coloured(' · '.join(cues[:_MOST_CUES]), 'quiet')}")
    for pair in report.continuity.alike:
        print(f"  {coloured(f'{pair.one} and {pair.other} have names much alike.', 'quiet')}")


_MOST_CUES = 6
