# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the story to another file: as it is, or with sure corrections made. The source is never touched."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from redraft.analysis.analyst import Analyst
from redraft.checks.accepting import acceptable, corrected
from redraft.checks.catalogue import by_id
from redraft.commands.commenting import handed_out, sentence, signed, with_notes
from redraft.commands.opening import decisions_of, opened, progress_bar
from redraft.errors import RedraftError
from redraft.formats.docx.hands import Revision
from redraft.formats.docx.tracked import tracked
from redraft.formats.export import FORMATS, chapters, export, not_held
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Session
from redraft.storage.atomic import write


class CannotExport(RedraftError):
    """The export was not made; nothing was written."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE -o OUT [--accept all|RULE,…] [--tracked-changes] [--notes] [--reader NAME] [--author NAME]
    [--format shunn] [--plain] [--each ENDING] [--force]
    """
    parser.add_argument("file", metavar="FILE", help="a story, a folder of chapters, or -")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help=f"the file to write: {', '.join(FORMATS)}")
    parser.add_argument("--accept", metavar="all|RULE,…", default="",
                        help="take the first suggestion of every sure error and warning, or of these rules")
    parser.add_argument("--tracked-changes", action="store_true",
                        help="into .docx: the corrections as changes that an editor accepts or rejects one by one")
    parser.add_argument("--notes", action="store_true", help="into .docx: the notes on the story as comments")
    parser.add_argument("--reader", default="", metavar="NAME",
                        help="into .docx: a copy for this beta reader, known again when it comes back")
    parser.add_argument("--author", default="Redraft", metavar="NAME", help="whose tracked changes they are")
    parser.add_argument("--format", choices=("plain", "shunn"), default="", dest="layout",
                        help="into .docx: set anew, plainly or in Shunn's standard manuscript format")
    parser.add_argument("--plain", action="store_true", help="of .html only what story sites take: p, em, strong, hr")
    parser.add_argument("--each", default="", metavar="ENDING",
                        help="of a folder of chapters: a file for each chapter (.docx, .md …) into the folder OUT")
    parser.add_argument("--force", action="store_true", help="replace OUT where it stands already")


def run(options: argparse.Namespace) -> int:
    """Write it, and say what was corrected."""
    target = Path(options.output)
    if not options.each:
        _refuse(target, options)
    rules = _rules(options.accept)
    before = manuscript = opened(options.file)
    old = _parts(before, target, options)
    taken: Counter[str] = Counter()
    if options.accept:
        manuscript, taken = _accept(manuscript, rules)
    for path, part in _parts(manuscript, target, options).items():
        _write(path, old[path], part, options)
    for loss in () if options.tracked_changes else not_held(before, target.suffix.lower() or f".{options.each}"):
        print(f"redraft: {target.name}: {loss.sentence}", file=sys.stderr)
    for rule, count in sorted(taken.items()):
        print(f"{count:5}  {rule}")
    made = sum(taken.values())
    print(f"{target} was written" + (f" with {made} correction{'s' if made != 1 else ''}." if options.accept else "."))
    return 0


def _parts(manuscript: Manuscript, target: Path, options: argparse.Namespace) -> dict[Path, Manuscript]:
    """What is written, by file: the whole, or each chapter.

    Raises:
        CannotExport: when one of them may not be written.
    """
    if not options.each:
        return {target: manuscript}
    if target.exists() and not target.is_dir():
        raise CannotExport(f"{target.name} is a file; for a file a chapter, name a folder.")
    suffix = "." + options.each.lower().lstrip(".")
    parts = {target / (name + suffix): chapter for name, chapter in chapters(manuscript)}
    own = {each.path.resolve() for each in manuscript.files if each.path}
    for path in parts:
        if path.resolve() in own:
            raise CannotExport(f"{path.name} is a chapter of the story itself; name another folder.")
        _refuse(path, options)
    return parts


def _write(target: Path, before: Manuscript, after: Manuscript, options: argparse.Namespace) -> None:
    if options.tracked_changes:
        data = tracked(before, after, Revision(options.author), options.layout)
    else:
        data = export(after, target.suffix.lower(), plain=options.plain, layout=options.layout)
    if options.notes:
        written = with_notes(data, after, target.name)
        print(sentence(written))
        data = written.data
    if options.reader:
        data = handed_out(data, after, options.reader, target.name)
    elif target.suffix.lower() == ".docx":
        data = signed(data, after, target.name)
    if options.each:
        target.parent.mkdir(parents=True, exist_ok=True)
    write(target, data)


def _refuse(target: Path, options: argparse.Namespace) -> None:
    if target.suffix.lower() not in FORMATS:
        raise CannotExport(f"{target.name}: Redraft writes {', '.join(FORMATS)}; give the file one of these endings.")
    for_word = options.tracked_changes or options.layout or options.notes or options.reader
    if for_word and target.suffix.lower() != ".docx":
        raise CannotExport(
            f"{target.name}: tracked changes, notes, readers’ copies and page formats need a Word document; "
            "name it .docx.")
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
