# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the whole result of a study once there is nothing left to do, and finds it when the manuscript is opened again
as it was left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from redraft.analysis.codec import to_plain
from redraft.analysis.framing import Message
from redraft.analysis.pieces import Ledger
from redraft.analysis.results import Results
from redraft.analysis.survey import Survey
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Outline
from redraft.storage.decisions import Decisions

_TOLD_AT_ONCE = 200
"""Paragraphs whose findings go into one message: the window takes it in between two keys."""


class Keeper:
    """Of one study. ``restored``: the key of the kept result that is on show; "" when none is."""

    def __init__(self, results: Results | None = None) -> None:
        self._results = results
        self.restored = ""
        self._unkept = True

    def find(self, paragraphs: Sequence[Paragraph], decisions: Decisions, judges: Sequence[str]) -> list[Message]:
        """The messages that tell the result of this very manuscript; none when it is not kept."""
        if self._results is None:
            return []
        key = self._results.key(paragraphs, decisions, judges)
        found = self._results.find(key)
        self.restored = key if found else ""
        return found

    def changed(self) -> None:
        """There is a result that has not been kept."""
        self._unkept = True

    def keep(
        self, paragraphs: Sequence[Paragraph], decisions: Decisions, judges: Sequence[str],
        messages: Callable[[], list[Message]],
    ) -> None:
        """Keep the result that ``messages`` tell, unless that was done."""
        if self._results is None or not self._unkept or not paragraphs:
            return
        self._unkept = False
        key = self._results.key(paragraphs, decisions, judges)
        if key != self.restored:
            self.restored = key
            self._results.keep(key, messages())


def whole_result(outline: Outline, items: list[list[Any]], survey: Survey | None) -> list[Message]:
    """The messages that tell everything: the outline, the findings (as verdicts tell them), the survey."""
    messages: list[Message] = [{"type": "story", "part": "outline", "value": to_plain(outline)}]
    messages += [{"type": "findings", "items": items[at : at + _TOLD_AT_ONCE]}
                 for at in range(0, len(items), _TOLD_AT_ONCE)]
    ledger = Ledger()
    parts = {"scenes": survey.reading, "cast": survey.cast, "continuity": survey.continuity} if survey else {}
    return messages + [each for part, value in parts.items() for each in ledger.messages(part, value)]
