# SPDX-License-Identifier: GPL-3.0-or-later
"""Making a copy of the story, with or without corrections. Knows no Qt; the story itself is never touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from redraft.checks.accepting import acceptable, corrected
from redraft.checks.finding import Finding
from redraft.errors import RedraftError
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
    session = Session(manuscript)
    texts = {
        index: corrected(paragraph.text, wanted[paragraph.id])
        for index, paragraph in enumerate(manuscript.paragraphs) if paragraph.id in wanted
    }
    session.replace_many(texts, label="corrections", initiator="export")
    return session.manuscript


def write_copy(manuscript: Manuscript, target: Path) -> None:
    """Write the manuscript as another file, by the file's ending.

    Raises:
        CannotExport: for another ending than Redraft writes, or the story's own file.
        SaveError: when the file cannot be written.
    """
    if target.suffix.lower() not in FORMATS:
        raise CannotExport(f"{target.name}: give the copy one of the endings {' and '.join(FORMATS)}.")
    if any(each.path is not None and _same(each.path, target) for each in manuscript.files):
        raise CannotExport(f"{target.name} is the story itself. Give the copy another name.")
    write(target, export(manuscript, target.suffix.lower()))


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
