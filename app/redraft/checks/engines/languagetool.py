# SPDX-License-Identifier: GPL-3.0-or-later
"""LanguageTool as a judge: only rules that were right often enough on fiction, spelling left to us."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from redraft.checks.engines.java_server import JavaServer
from redraft.checks.engines.unavailable import EngineUnavailable
from redraft.checks.story import EngineMark
from redraft.places import resource
from redraft.text.folding import straighten

_BETWEEN = "\n\n"


class LanguageTool:
    """Its own server, asked by language_tool_python. ``rules``: those listened to; None for those of
    ``resources/engines/languagetool.toml``, an empty set for all but spelling.

    Raises:
        EngineUnavailable: when it is not installed, Java is missing or the server does not start.
    """

    def __init__(self, rules: frozenset[str] | None = None) -> None:
        import language_tool_python

        self._rules = frozenset(whitelist()) if rules is None else rules
        self._server = JavaServer()
        try:
            self._tool = language_tool_python.LanguageTool("en-US", remote_server=self._server.address)
        except Exception as error:
            self._server.close()
            raise EngineUnavailable(f"LanguageTool does not answer as it should ({type(error).__name__}).") from error
        if self._rules:
            self._tool.enabled_rules = set(self._rules)
            self._tool.enabled_rules_only = True
        else:
            self._tool.disable_spellchecking()

    def marks(
        self, texts: Sequence[str], pause: Callable[[], None] = lambda: None,
    ) -> list[tuple[EngineMark, ...]]:
        """What it marks in each paragraph. ``pause`` is called once, before the server is asked.

        Raises:
            language_tool_python.utils.LanguageToolError: when the server has gone.
        """
        pause()
        joined = _BETWEEN.join(straighten(each) for each in texts)
        found: list[list[EngineMark]] = [[] for _ in texts]
        for index, mark in _placed(texts, self._matches(joined)):
            found[index].append(mark)
        return [tuple(each) for each in found]

    def close(self) -> None:
        """End the server."""
        self._server.close()

    def _matches(self, text: str) -> list[EngineMark]:
        if not text.strip():
            return []
        return [
            EngineMark("languagetool", f"{each.category}/{each.rule_id}", each.offset, each.offset + each.error_length,
                       tuple(each.replacements[:3]), each.message)
            for each in self._tool.check(text) if each.error_length
        ]


def _placed(texts: Sequence[str], marks: Sequence[EngineMark]) -> Iterator[tuple[int, EngineMark]]:
    """Each mark with the paragraph it lies in, in that paragraph's offsets; marks across paragraphs are dropped."""
    ends: list[tuple[int, int]] = []
    start = 0
    for text in texts:
        ends.append((start, start + len(text)))
        start += len(text) + len(_BETWEEN)
    for mark in marks:
        for index, (first, last) in enumerate(ends):
            if first <= mark.start and mark.end <= last:
                yield index, EngineMark(
                    mark.engine, mark.rule, mark.start - first, mark.end - first, mark.suggestions, mark.message)


@cache
def whitelist() -> dict[str, bool]:
    """The rules that are listened to; True: its word alone is enough, False: only with another judge's.

    Raises:
        EngineUnavailable: when the list is missing or damaged.
    """
    try:
        with resource("engines", "languagetool.toml").open("rb") as file:
            rules: dict[str, dict[str, bool]] = tomllib.load(file)["rule"]
            return {name: each["alone"] for name, each in rules.items()}
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise EngineUnavailable("The list of LanguageTool rules is missing from this installation.") from error
