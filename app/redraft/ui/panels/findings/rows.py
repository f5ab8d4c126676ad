# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings as rows: narrowed by a filter, gathered under headings. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from redraft.checks.finding import CATEGORIES, Finding, Severity
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Outline
from redraft.ui.kinds import KINDS, kind_of
from redraft.ui.panels.scenes import scene_name, scene_numbered
from redraft.ui.panels.words import context, number, plural

TITLES: Mapping[str, str] = {
    "spelling": "Spelling", "confusable": "Confused words", "tense": "Tense", "agreement": "Agreement",
    "verb-form": "Verb forms", "wrong-form": "Wrong forms", "missing-word": "Missing words",
    "extra-word": "Extra words",
    "comma": "Commas", "comma-splice": "Comma splices", "dialogue-punctuation": "Dialogue punctuation",
    "punctuation": "Punctuation", "apostrophe": "Apostrophes", "hyphenation": "Hyphens", "case": "Capitals",
    "article": "Articles", "pronoun": "Pronouns", "preposition": "Prepositions", "variant": "Spelled two ways",
    "spacing": "Spacing", "style": "Style", "other": "Other",
}
"""What an author calls each category."""


class GroupBy(StrEnum):
    """What the headings stand for."""

    KIND = "kind"
    SCENE = "scene"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding, with its paragraph's index and text and its scene's number."""

    index: int
    scene: int
    finding: Finding
    text: str

    @property
    def around(self) -> str:
        """The words it stands among, itself included; worked out only for what is on screen."""
        return "".join(context(self.text, self.finding.start, self.finding.end)).strip()

    @property
    def change(self) -> str:
        """What the first suggestion does: ``rouge → rogue``; the words alone where there is none."""
        return change(self.finding)

    @property
    def key(self) -> tuple[int, str, int]:
        """What tells the same finding in another version of the list."""
        return self.finding.paragraph, self.finding.check, self.finding.start


@dataclass(frozen=True, slots=True)
class Heading:
    """``left`` findings under it (after the filter); ``handled`` by the author so far, None where not counted."""

    key: str
    title: str
    left: int
    handled: int | None = None
    scene: int | None = None
    scene_key: str = ""
    reviewed: bool = False
    folded: bool = False


Row = Heading | FindingRow
Group = tuple[Heading, list[FindingRow]]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which findings are listed: of these kinds and severities, with ``text`` in the words, suggestion or reason."""

    text: str = ""
    kinds: frozenset[str] = frozenset(kind.id for kind in KINDS)
    severities: frozenset[Severity] = frozenset(Severity)

    def takes(self, finding: Finding) -> bool:
        """Whether the finding is listed."""
        if kind_of(finding.category).id not in self.kinds or finding.severity not in self.severities:
            return False
        wanted = self.text.casefold().strip()
        if not wanted:
            return True
        said = (finding.text, finding.message, TITLES[finding.category], *finding.suggestions)
        return any(wanted in each.casefold() for each in said)


def change(finding: Finding) -> str:
    """``rouge → rogue``; a deletion is shown as ``the the → ✕``; the words alone where no fix is clear."""
    words = visible(finding.text)
    if not finding.suggestions:
        return words
    return f"{words} → {visible(finding.suggestions[0])}"


def visible(words: str) -> str:
    """Words with what cannot be seen made visible: spaces alone as ␣, nothing as ✕."""
    if not words:
        return "✕"
    return words.replace(" ", "␣") if not words.strip() else words


def finding_rows(
    findings: Iterable[tuple[int, Finding]], paragraphs: Sequence[Paragraph], outline: Outline, wanted: Filter,
) -> list[FindingRow]:
    """The rows that pass the filter, in reading order."""
    rows = []
    for index, finding in findings:
        if wanted.takes(finding):
            rows.append(FindingRow(index, outline.scene_of(index), finding, paragraphs[index].text))
    return rows


def by_kind(rows: Iterable[FindingRow]) -> list[Group]:
    """Rows under the names of their categories, in an order that stays while the author works through them."""
    gathered: dict[str, list[FindingRow]] = {}
    for row in rows:
        gathered.setdefault(row.finding.category, []).append(row)

    def order(category: str) -> tuple[int, int]:
        return KINDS.index(kind_of(category)), CATEGORIES.index(category)

    return [(Heading(each, TITLES[each], len(gathered[each])), gathered[each]) for each in sorted(gathered, key=order)]


def by_scene(
    rows: Iterable[FindingRow], outline: Outline, handled: Mapping[int, int], reviewed: frozenset[str],
) -> list[Group]:
    """Rows under their scenes, in reading order; scenes where everything is handled are listed too."""
    gathered: dict[int, list[FindingRow]] = {number: [] for number in handled if handled[number]}
    for row in rows:
        gathered.setdefault(row.scene, []).append(row)
    groups = []
    for scene in sorted(gathered):
        found = scene_numbered(outline, scene)
        key = found.key if found else ""
        heading = Heading(
            f"scene {scene}", scene_name(outline, scene), len(gathered[scene]), handled.get(scene, 0),
            scene, key, bool(key) and key in reviewed,
        )
        groups.append((heading, gathered[scene]))
    return groups


def flat(groups: Iterable[Group], folded: frozenset[str]) -> list[Row]:
    """Headings and rows in one list; the rows of folded groups (by key) are left out."""
    rows: list[Row] = []
    for heading, under in groups:
        rows.append(replace(heading, folded=True) if heading.key in folded else heading)
        if heading.key not in folded:
            rows.extend(under)
    return rows


def kind_counts(findings: Iterable[tuple[int, Finding]]) -> Counter[str]:
    """How many findings each kind has, by the kind's id."""
    return Counter(kind_of(finding.category).id for _, finding in findings)


def summary(shown: int, total: int, handled: int) -> str:
    """The line above the list: how many are left, listed and handled."""
    left = f"{number(total)} left" if shown == total else f"{number(shown)} of {number(total)} left"
    return f"{left} · {number(handled)} handled" if handled else left


def speak(row: Row) -> str:
    """A heading or a row in words, for tool tips and screen readers."""
    if isinstance(row, Heading):
        parts = [row.title, plural(row.left, "finding")]
        if row.handled:
            parts.append(f"{number(row.handled)} handled")
        parts += [word for word, holds in (("reviewed", row.reviewed), ("folded", row.folded)) if holds]
        return ", ".join(parts)
    where = f"scene {row.scene}" if row.scene else "outside the scenes"
    return f"{row.change}\n{row.finding.message}\n{TITLES[row.finding.category]}, {where}"
