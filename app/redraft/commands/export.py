# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the story to another file: as it is, or with sure corrections made. The source is never touched."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from redraft.analysis.analyst import Analyst
from redraft.checks.accepting import acceptable, corrected
from redraft.checks.catalogue import by_id
from redraft.commands.opening import decisions_of, opened, progress_bar
from redraft.errors import RedraftError
from redraft.formats.docx.hands import Revision
from redraft.formats.docx.tracked import tracked
from redraft.formats.export import FORMATS, export
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Session
from redraft.storage.atomic import write


class CannotExport(RedraftError):
    """The export was not made; nothing was written."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE -o OUT [--accept all|RULE,…] [--tracked-changes] [--author NAME] [--format shunn] [--plain] [--force]"""
    parser.add_argument("file", metavar="FILE", help="a story, a folder of chapters, or -")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help=f"the file to write: {', '.join(FORMATS)}")
    parser.add_argument("--accept", metavar="all|RULE,…", default="",
                        help="take the first suggestion of every sure error and warning, or of these rules")
    parser.add_argument("--tracked-changes", action="store_true",
                        help="into .docx: the corrections as changes that an editor accepts or rejects one by one")
    parser.add_argument("--author", default="Redraft", metavar="NAME", help="whose tracked changes they are")
    parser.add_argument("--format", choices=("plain", "shunn"), default="", dest="layout",
                        help="into .docx: set anew, plainly or in Shunn's standard manuscript format")
    parser.add_argument("--plain", action="store_true", help="of .html only what story sites take: p, em, strong, hr")
    parser.add_argument("--force", action="store_true", help="replace OUT where it stands already")


def run(options: argparse.Namespace) -> int:
    """Write it, and say what was corrected."""
    target = Path(options.output)
    _refuse(target, options)
    rules = _rules(options.accept)
    before = manuscript = opened(options.file)
    taken: Counter[str] = Counter()
    if options.accept:
        manuscript, taken = _accept(manuscript, rules)
    if options.tracked_changes:
        data = tracked(before, manuscript, Revision(options.author), options.layout)
    else:
        data = export(manuscript, target.suffix.lower(), plain=options.plain, layout=options.layout)
    write(target, data)
    for rule, count in sorted(taken.items()):
        print(f"{count:5}  {rule}")
    made = sum(taken.values())
    print(f"{target} was written" + (f" with {made} correction{'s' if made != 1 else ''}." if options.accept else "."))
    return 0


def _refuse(target: Path, options: argparse.Namespace) -> None:
    if target.suffix.lower() not in FORMATS:
        raise CannotExport(f"{target.name}: Redraft writes {', '.join(FORMATS)}; give the file one of these endings.")
    if (options.tracked_changes or options.layout) and target.suffix.lower() != ".docx":
        raise CannotExport(f"{target.name}: tracked changes and page formats need a Word document; name it .docx.")
    if options.file != "-" and target.exists() and target.resolve() == Path(options.file).resolve():
        raise CannotExport(f"{target.name} is the story itself; export writes another file. Give it another name.")
    if target.exists() and not options.force:
        raise CannotExport(f"{target.name} stands already and was not touched; add --force to replace it.")


def _rules(accept: str) -> frozenset[str] | None:
    """The rules named; None for all.

    Raises:
        CannotExport: for a name that no rule has.
    """
    if accept in ("", "all"):
        return None
    named = frozenset(each.strip() for each in accept.split(",") if each.strip())
    unknown = sorted(named - set(by_id()))
    if unknown:
        raise CannotExport(f"No rule is called {unknown[0]}; 'redraft rules' lists them all.")
    return named


def _accept(manuscript: Manuscript, rules: Collection[str] | None) -> tuple[Manuscript, Counter[str]]:
    with Analyst() as analyst:
        report = analyst.analyse(manuscript, decisions_of(manuscript), progress_bar())
    wanted = [each for each in report.findings if acceptable(each, rules)]
    session = Session(manuscript)
    texts = {
        index: corrected(paragraph.text, [each for each in wanted if each.paragraph == paragraph.id])
        for index, paragraph in enumerate(manuscript.paragraphs)
    }
    session.replace_many(texts, label="corrections", initiator="export")
    return session.manuscript, Counter(each.check for each in wanted)
