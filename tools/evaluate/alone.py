# SPDX-License-Identifier: GPL-3.0-or-later
"""Other checkers alone, with the rules that they themselves have switched on: what an author would see of them."""

from __future__ import annotations

import time

from redraft.checks.engines.harper import Harper
from redraft.checks.engines.languagetool import LanguageTool
from redraft.checks.engines.unavailable import EngineUnavailable
from redraft.checks.finding import Finding, Severity
from redraft.checks.story import EngineMark
from redraft.manuscript.model import Manuscript
from tools.evaluate.study import Studied

_BATCH = 50

class Alone:
    """A checker alone: "harper" or "languagetool", all its own defaults, spelling included.

    Raises:
        EngineUnavailable: when it is not installed here.
    """

    def __init__(self, name: str) -> None:
        self._engine = _Harper() if name == "harper" else _LanguageTool()

    def study(self, manuscript: Manuscript) -> Studied:
        """What it marks in a manuscript."""
        texts = [each.text for each in manuscript.paragraphs]
        started = time.perf_counter()
        marks: list[tuple[EngineMark, ...]] = []
        for first in range(0, len(texts), _BATCH):
            marks += self._engine.marks(texts[first : first + _BATCH])
        seconds = time.perf_counter() - started
        found = [(number, _finding(texts[number], each)) for number, all in enumerate(marks) for each in all]
        return Studied(found, [], sum(each.count(" ") + 1 for each in texts), seconds, None)


def _finding(text: str, mark: EngineMark) -> Finding:
    return Finding(
        check=mark.rule, category="other", severity=Severity.WARNING, paragraph=0, start=mark.start, end=mark.end,
        text=text[mark.start : mark.end], message=mark.message, suggestions=mark.suggestions[:3], engine=mark.engine,
    )  # fmt: skip


class _Harper(Harper):
    """Harper with the rules that it has switched on itself."""

    def __init__(self) -> None:
        try:
            from harper import Linter
        except ImportError as error:
            raise EngineUnavailable("Harper is not installed.") from error
        self._linter = Linter()


class _LanguageTool(LanguageTool):
    """LanguageTool with the rules that it has switched on itself, spelling too."""

    def __init__(self) -> None:
        super().__init__(frozenset())
        self._tool.enable_spellchecking()
