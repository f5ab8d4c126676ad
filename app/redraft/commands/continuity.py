# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the story contradicts itself, and what it says of time.

Exit status: 0 when nothing contradicts, 1 when something does.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

from redraft.analysis.analyst import Analyst
from redraft.analysis.report import Report
from redraft.commands.opening import add_files, add_format, decisions_of, each_opened
from redraft.commands.terminal import coloured, headline, in_context
from redraft.manuscript.model import Manuscript


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
            report = analyst.analyse(manuscript, decisions_of(manuscript))
            if options.format == "json":
                print(json.dumps(as_json(name, manuscript, report), ensure_ascii=False))
            else:
                print_conflicts(name, manuscript, report)
            status = max(status, int(bool(report.continuity.conflicts)))
    return status


def as_json(name: str, manuscript: Manuscript, report: Report) -> dict[str, Any]:
    """The contradictions in the words of the contract, version 1."""
    index = {each.id: place for place, each in enumerate(manuscript.paragraphs)}

    def place(paragraph: int, start: int, end: int) -> dict[str, Any]:
        first, last = manuscript.source_span(index[paragraph], start, end)
        return {"start": first, "end": last, "text": manuscript.source[first:last]}

    return {
        "version": 1, "file": name,
        "conflicts": [
            {"kind": each.kind, "subject": each.subject, "message": each.message,
             "places": [place(one.paragraph, one.start, one.end) for one in each.places]}
            for each in report.continuity.conflicts
        ],
        "timeline": [
            {"scene": each.scene, **place(each.paragraph, each.start, each.end), "day": each.day, "clock": each.clock}
            for each in report.continuity.timeline
        ],
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
