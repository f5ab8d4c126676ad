# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author has handled since the manuscript was opened. Knows no Qt.

A finding is handled when it was seen once and is gone because its paragraph was changed or the author ignored it.
One that is gone for any other reason (the program learned that a word is a name) was never the author's work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from redraft.checks.finding import Finding
from redraft.manuscript.outline import Outline

Key = tuple[int, str, str, int]


class Tally:
    """Counts what is handled, by paragraph id and so by scene."""

    def __init__(self) -> None:
        self._seen: dict[Key, tuple[Finding, str]] = {}
        self._handled: dict[Key, int] = {}

    def clear(self) -> None:
        """Another manuscript was opened."""
        self._seen.clear()
        self._handled.clear()

    def take(
        self, present: Iterable[tuple[int, Finding]], texts: Mapping[int, str], awaited: Callable[[int], bool],
        ignored: Callable[[Finding, str], bool],
    ) -> None:
        """Compare what is found now with what was seen before.

        ``texts`` are the paragraphs' present texts by id; a paragraph that is ``awaited`` has not been judged yet
        and is left out; ``ignored`` says whether the author's decisions hide a finding in a text.
        """
        now = keyed(present)
        for key, (finding, text) in list(self._seen.items()):
            if key in now or awaited(key[0]):
                continue
            if texts.get(key[0]) != text or ignored(finding, text):
                self._handled[key] = key[0]
            del self._seen[key]
        for key, finding in now.items():
            self._seen[key] = (finding, texts.get(key[0], ""))
            self._handled.pop(key, None)

    def by_scene(self, outline: Outline, places: Mapping[int, int]) -> Counter[int]:
        """How many are handled in each scene; ``places`` are the paragraphs' indices by id."""
        return Counter(outline.scene_of(places[number]) for number in self._handled.values() if number in places)

    @property
    def total(self) -> int:
        """How many are handled in all, paragraphs that are gone included."""
        return len(self._handled)


def keyed(findings: Iterable[tuple[int, Finding]]) -> dict[Key, Finding]:
    """Findings by what stays of them when text before them changes: paragraph, rule, words, and which of those."""
    counts: Counter[tuple[int, str, str]] = Counter()
    made: dict[Key, Finding] = {}
    for _, finding in findings:
        same = finding.paragraph, finding.check, finding.text
        made[(*same, counts[same])] = finding
        counts[same] += 1
    return made
