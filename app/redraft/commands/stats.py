# SPDX-License-Identifier: GPL-3.0-or-later
"""How each scene reads: words, sentences, share of speech, readability, tense and point of view."""

from __future__ import annotations

import argparse
import json
from typing import Any

from redraft.analysis.analyst import Analyst
from redraft.analysis.report import Report
from redraft.commands.opening import add_files, add_format, decisions_of, each_opened
from redraft.commands.terminal import coloured, headline
from redraft.manuscript.counts import words
from redraft.manuscript.model import Manuscript
from redraft.manuscript.outline import Scene
from redraft.readability.report import SceneReport

FIGURES = (
    "words", "sentences", "speech_share", "flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "smog",
    "coleman_liau", "ari", "dale_chall", "difficult_words", "reading_minutes", "tense", "pov",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE… [--format]"""
    add_files(parser)
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Print the figures of every file."""
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
                print_scenes(name, report)
    return status


def as_json(name: str, manuscript: Manuscript, report: Report) -> dict[str, Any]:
    """The figures in the words of the contract, version 1."""
    scenes = []
    for scene, figures in zip(report.outline.scenes, report.reading.scenes, strict=True):
        start, end = scene_span(manuscript, scene)
        told = {"number": scene.number, "title": scene.title, "start": start, "end": end, "break": scene.break_.value}
        scenes.append({**told, **_figures(figures)})
    inside = {index for scene in report.outline.scenes for index in range(scene.first, scene.last)
              if report.outline.scene_of(index)}
    front = sum(words(each.text) for index, each in enumerate(manuscript.paragraphs) if index not in inside)
    return {"version": 1, "file": name, "scenes": scenes,
            "whole": {**_figures(report.reading.whole), "front_matter_words": front}}


def scene_span(manuscript: Manuscript, scene: Scene) -> tuple[int, int]:
    """From the first to behind the last character of a scene's paragraphs, in the manuscript's source."""
    start = manuscript.source_span(scene.first, 0, 0)[0]
    last = scene.last - 1
    return start, manuscript.source_span(last, 0, len(manuscript.paragraphs[last].text))[1]


def _figures(report: SceneReport) -> dict[str, Any]:
    found = {name: getattr(report, name) for name in FIGURES}
    return {name: round(value, 3) if isinstance(value, float) else value for name, value in found.items()}


def print_scenes(name: str, report: Report) -> None:
    """A table of the scenes, for people."""
    whole = report.reading.whole
    print(headline(f"{name}: {whole.words:,} words in {len(report.reading.scenes)} scenes, "
                   f"{whole.reading_minutes:.0f} minutes to read"))
    head = f"  {'':>4}  {'scene':<34} {'words':>7} {'ease':>6} {'grade':>6} {'speech':>7}  tense    told in"
    print(coloured(head, "quiet"))
    for scene, each in zip(report.outline.scenes, report.reading.scenes, strict=True):
        faint = " ?" if scene.break_.value == "inferred" else ""
        print(_row(f"{scene.number}", _cut(scene.label + faint), each))
    print(_row("", "whole", whole))


def _row(number: str, label: str, each: SceneReport) -> str:
    share = "–" if each.speech_share is None else f"{each.speech_share:.0%}"
    return (f"  {number:>4}  {label:<34} {each.words:>7,} {_number(each.flesch_reading_ease):>6} "
            f"{_number(each.flesch_kincaid_grade):>6} {share:>7}  {each.tense or '–':<8} {_person(each.pov)}")


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _person(pov: str | None) -> str:
    return f"{pov} person" if pov else "–"


def _cut(label: str) -> str:
    return label if len(label) <= 34 else label[:33] + "…"
