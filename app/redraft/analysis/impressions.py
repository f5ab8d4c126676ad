# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sample of a story said at the first impression, remembered: after an edit only the passages that it may
concern are asked again, as only they are judged again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redraft.analysis.differences import concern_all, touched
from redraft.analysis.survey import Facts, Snapshot
from redraft.checks.check import Check
from redraft.checks.impression import said
from redraft.checks.rules.confused.share import sure_confusions
from redraft.checks.story import Passage


@dataclass(slots=True)
class _Heard:
    """What a passage with this text said; ``own``: everything that it is judged by besides the story's facts."""

    text: str
    own: tuple[object, ...]
    said: tuple[str, ...] | None = None
    confused: int | None = None


class Impressions:
    """Of one story. To be asked by one thread at a time."""

    def __init__(self) -> None:
        self._heard: dict[int, _Heard] = {}
        self._checks: tuple[Check, ...] = ()
        self._facts: Facts | None = None

    def renew(self, known: Facts, snapshot: Snapshot) -> None:
        """The story is like this now: forget what may no longer be so."""
        before, self._facts = self._facts, known
        if before is None or concern_all(before, known) or before.story.own_words != known.story.own_words:
            self._heard.clear()
            return
        again = set(touched(before, known, snapshot))
        pairs = zip(snapshot.paragraphs, snapshot.evidence, strict=True)
        texts = {evidence.reading.text for paragraph, evidence in pairs if paragraph.id in again}
        self._heard = {key: each for key, each in self._heard.items() if each.text not in texts}

    def hear(self, passage: Passage, checks: Sequence[Check]) -> tuple[str, ...]:
        """As :func:`redraft.checks.impression.said`."""
        if self._checks != tuple(checks):
            self._checks = tuple(checks)
            self._heard.clear()
        heard = self._of(passage)
        if heard.said is None:
            heard.said = tuple(said(passage, checks))
        return heard.said

    def confused(self, passage: Passage) -> int:
        """As :func:`redraft.checks.rules.confused.share.sure_confusions`."""
        heard = self._of(passage)
        if heard.confused is None:
            heard.confused = sure_confusions(passage)
        return heard.confused

    def _of(self, passage: Passage) -> _Heard:
        own = (passage.analysis, passage.before, passage.after, passage.scene, passage.marks, passage.kind)
        heard = self._heard.get(id(passage.analysis))
        if heard is None or heard.own != own:
            heard = self._heard[id(passage.analysis)] = _Heard(passage.text, own)
        return heard
