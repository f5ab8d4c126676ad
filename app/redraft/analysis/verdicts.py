# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found in each paragraph so far: by its own text, and by checks of the whole story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from redraft.analysis.codec import to_plain
from redraft.analysis.report import fingerprint
from redraft.checks.finding import Finding
from redraft.checks.overlaps import resolve
from redraft.manuscript.model import Paragraph


class Verdicts:
    """Findings by the id of their paragraph; each holds for exactly the text that it was made for."""

    def __init__(self) -> None:
        self._own: dict[int, tuple[str, tuple[Finding, ...]]] = {}
        self._story: dict[int, tuple[str, list[Finding]]] = {}

    def judged(self, paragraph: Paragraph, found: Iterable[Finding]) -> None:
        """This is what was found in a paragraph."""
        self._own[paragraph.id] = (paragraph.text, tuple(found))

    def forget(self, number: int) -> None:
        """The paragraph with this id is to be judged again, as if it had never been."""
        self._own.pop(number, None)

    def current(self, paragraph: Paragraph) -> tuple[Finding, ...] | None:
        """What was found in a paragraph as it now reads; None when it has not been judged so."""
        judged = self._own.get(paragraph.id)
        return judged[1] if judged and judged[0] == paragraph.text else None

    def surveyed(self, found: Iterable[Finding], texts: Mapping[int, str]) -> set[int]:
        """The checks of the whole story found this in these texts (by id); which paragraphs that may change."""
        before = set(self._story)
        self._story = {}
        for finding in found:
            entry = self._story.setdefault(finding.paragraph, (texts[finding.paragraph], []))
            entry[1].append(finding)
        return before | set(self._story)

    def of(self, paragraph: Paragraph) -> list[Finding]:
        """The findings of a paragraph: of its own and of the whole story, without overlaps."""
        own = self.current(paragraph) or ()
        text, story = self._story.get(paragraph.id, ("", []))
        return resolve([*own, *(story if text == paragraph.text else ())])

    def items(self, paragraphs: Iterable[Paragraph]) -> list[list[Any]]:
        """The findings of those that have been judged, as they are told: id, digest of the text, findings."""
        return [
            [each.id, fingerprint(each.text), to_plain(self.of(each))]
            for each in paragraphs if self.current(each) is not None
        ]
