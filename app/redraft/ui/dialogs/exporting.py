# SPDX-License-Identifier: GPL-3.0-or-later
"""Making a copy of the story, with or without corrections. Knows no Qt; the story itself is never touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from redraft.checks.accepting import acceptable, corrected
from redraft.checks.finding import Finding
from redraft.errors import RedraftError
from redraft.formats.docx.hands import Revision
from redraft.formats.docx.tracked import tracked
from redraft.formats.export import FORMATS, export
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Session
from redraft.storage.atomic import write


class CannotExport(RedraftError):
    """No copy was made."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A rule whose corrections can be made in the copy, and how many there are."""

    check: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of copy: its ending, and for some how it is set (see :func:`redraft.formats.export.export`)."""

    title: str
    suffix: str
    layout: str = ""
    plain: bool = False


KINDS = (
    Kind("Word (.docx)", ".docx"),
    Kind("Word, standard manuscript format (.docx)", ".docx", layout="shunn"),
    Kind("OpenDocument (.odt)", ".odt"),
    Kind("Markdown (.md)", ".md"),
    Kind("Plain text (.txt)", ".txt"),
    Kind("Web page (.html)", ".html"),
    Kind("Web page for story sites (.html)", ".html", plain=True),
    Kind("PDF (.pdf)", ".pdf"),
)  # fmt: skip


def offers(findings: Iterable[Finding], names: Mapping[str, str]) -> list[Offer]:
    """The rules that have sure corrections, the most frequent first. ``names``: of rules, by id."""
    counts = Counter(each.check for each in findings if acceptable(each))
    made = [Offer(check, names.get(check, check), count) for check, count in counts.items()]
    return sorted(made, key=lambda each: (-each.count, each.name))


def with_corrections(manuscript: Manuscript, findings: Sequence[Finding], rules: Collection[str]) -> Manuscript:
    """The manuscript with the first suggestion of every sure finding by ``rules`` taken."""
    wanted: dict[int, list[Finding]] = {}
    for finding in findings:
        if acceptable(finding, rules):
            wanted.setdefault(finding.paragraph, []).append(finding)
    if not wanted:
        return manuscript
    session = Session(manuscript)
    texts = {
        index: corrected(paragraph.text, wanted[paragraph.id])
        for index, paragraph in enumerate(manuscript.paragraphs) if paragraph.id in wanted
    }
    session.replace_many(texts, label="corrections", initiator="export")
    return session.manuscript


def content(kind: Kind, after: Manuscript, before: Manuscript | None = None, author: str = "") -> bytes:
    """The bytes of a copy. ``before``: the changes since then are tracked, as ``author``'s; raises a FormatError."""
    if before is not None:
        return tracked(before, after, Revision(author) if author else Revision(), kind.layout)
    return export(after, kind.suffix, plain=kind.plain, layout=kind.layout)


def chapters(manuscript: Manuscript) -> list[tuple[str, Manuscript]]:
    """Each file of a folder as a manuscript of its own, with its name without the ending."""
    found: list[tuple[str, Manuscript]] = []
    for number, file in enumerate(manuscript.files):
        own = tuple(replace(each, file=0) for each in manuscript.paragraphs if each.file == number)
        name = file.path.stem if file.path else f"chapter {number + 1}"
        found.append((name, Manuscript(file.path, (file,), own)))
    return found


def refuse(manuscript: Manuscript, target: Path) -> None:
    """Refuse to write over the story itself, or a file of another kind.

    Raises:
        CannotExport: with a sentence.
    """
    if target.suffix.lower() not in FORMATS:
        raise CannotExport(f"{target.name}: give the copy one of the endings {' '.join(FORMATS)}.")
    if any(each.path is not None and _same(each.path, target) for each in manuscript.files):
        raise CannotExport(f"{target.name} is the story itself. Give the copy another name.")


def write_all(copies: Sequence[tuple[Path, Callable[[], bytes]]], step: Callable[[int, int], None]) -> None:
    """Make every copy, then write them: until the last is made nothing is written. ``step`` hears how far it is, and
    may raise to stop it.

    Raises:
        FormatError: when one cannot be made.
        SaveError: when one cannot be written.
    """
    made: list[tuple[Path, bytes]] = []
    for number, (target, copy) in enumerate(copies):
        step(number, len(copies))
        made.append((target, copy()))
    step(len(copies), len(copies))
    for target, data in made:
        write(target, data)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
