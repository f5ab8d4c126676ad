# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the story bible (cast, chosen spellings, timeline, open contradictions), or carry it to a sequel."""

from __future__ import annotations

import argparse
from pathlib import Path

from redraft.analysis.analyst import Analyst
from redraft.analysis.report import Report
from redraft.commands.opening import decisions_of, opened, progress_bar
from redraft.continuity.bible import Bible, paragraphs
from redraft.continuity.decisions import open_conflicts
from redraft.errors import RedraftError
from redraft.formats.export import FORMATS
from redraft.formats.sheet import sheet
from redraft.manuscript.model import Manuscript
from redraft.storage.atomic import write
from redraft.storage.decisions import Decisions
from redraft.storage.sequel import carry
from redraft.storage.sidecar import Sidecar

_LEAST = 3
"""Mentions from which on a character is carried to a sequel by name."""


class NoBible(RedraftError):
    """The story bible was not written."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE [-o OUT] [--carry-to SEQUEL] [--force]"""
    parser.add_argument("file", metavar="FILE", help="a story, a folder of chapters, or -")
    parser.add_argument("-o", "--output", metavar="OUT", default="", help=f"the file to write: {', '.join(FORMATS)}")
    parser.add_argument("--carry-to", metavar="SEQUEL", default="",
                        help="take the story’s words, people and style over for another manuscript")
    parser.add_argument("--force", action="store_true", help="replace OUT where it stands already")


def run(options: argparse.Namespace) -> int:
    """Write it, and say where."""
    target = Path(options.output) if options.output else None
    if target is None and not options.carry_to:
        raise NoBible("Say where to write the bible (-o BIBLE.md or .docx), or where to carry it (--carry-to SEQUEL).")
    if target is not None:
        _refuse(target, options)
    if options.carry_to and not Path(options.carry_to).exists():
        raise NoBible(f"{options.carry_to} is not there; begin the sequel first, then carry the bible to it.")
    manuscript = opened(options.file)
    decisions = decisions_of(manuscript)
    with Analyst(()) as analyst:
        report = analyst.analyse(manuscript, decisions, progress_bar())
    if target is not None:
        write(target, sheet(paragraphs(bible_of(manuscript, report, decisions)), target.suffix.lower()))
        print(f"{target} was written.")
    if options.carry_to:
        people = [each.name for each in report.cast.characters if len(each.mentions) >= _LEAST]
        count = carry(Sidecar.open(manuscript.path), Sidecar.open(Path(options.carry_to)), people)
        print(f"{count} words, names and choices were carried to {options.carry_to}.")
    return 0


def bible_of(manuscript: Manuscript, report: Report, decisions: Decisions) -> Bible:
    """The bible of a story that has been analysed."""
    texts = {each.id: each.text for each in manuscript.paragraphs}
    days = dict(decisions.continuity.days)
    style = {field: choice for field in ("variety", "serial_comma", "quotes", "dashes")
             if (choice := getattr(decisions.style, field)) is not None}  # fmt: skip
    return Bible(
        manuscript.path.stem if manuscript.path else "Untitled", report.cast,
        [(each.number, each.label) for each in report.outline.scenes], report.continuity.timeline,
        open_conflicts(report.continuity.conflicts, decisions.continuity.answers, texts.__getitem__),
        decisions.continuity.notes, style, tuple(decisions.own_words),
        {each.number: days[each.key] for each in report.outline.scenes if each.key in days},
    )


def _refuse(target: Path, options: argparse.Namespace) -> None:
    if target.suffix.lower() not in FORMATS:
        raise NoBible(f"{target.name}: Redraft writes {', '.join(FORMATS)}; give the file one of these endings.")
    if options.file != "-" and target.exists() and target.resolve() == Path(options.file).resolve():
        raise NoBible(f"{target.name} is the story itself; give the bible another name.")
    if target.exists() and not options.force:
        raise NoBible(f"{target.name} stands already and was not touched; add --force to replace it.")
