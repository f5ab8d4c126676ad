# SPDX-License-Identifier: GPL-3.0-or-later
"""Harper as a judge: only rules that were right often enough on fiction, spelling left to us."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from redraft.checks.engines.unavailable import EngineUnavailable
from redraft.checks.story import EngineMark
from redraft.places import resource
from redraft.text.folding import straighten

if TYPE_CHECKING:
    from harper import Lint, Linter


class Harper:
    """Harper's grammar rules. ``rules``: those listened to; None for those of ``resources/engines/harper.toml``.

    Loading takes about 0.6 s. One object must not be asked from two threads at a time.

    Raises:
        EngineUnavailable: when the harper package or the list of its rules is missing.
    """

    def __init__(self, rules: frozenset[str] | None = None) -> None:
        wanted = frozenset(whitelist()) if rules is None else rules
        self._linter = _linter()
        known = self._linter.get_lint_config()
        self._linter.set_lint_config({name: name in wanted for name in known})

    def marks(
        self, texts: Sequence[str], pause: Callable[[], None] = lambda: None,
    ) -> list[tuple[EngineMark, ...]]:
        """What it marks in each paragraph, in order; a mark's rule is Harper's "kind/rule". ``pause`` is called before
        each."""
        found = []
        for text in texts:
            pause()
            found.append(tuple(sorted(self._marks(text), key=lambda mark: (mark.start, mark.end))))
        return found

    def close(self) -> None:
        """Nothing is held open."""

    def _marks(self, text: str) -> Iterator[EngineMark]:
        if not text.strip():
            return
        curly = "’" in text
        for rule, lints in self._linter.organized_lints(straighten(text), language="plaintext").items():
            for lint in lints:
                if lint.span.end > lint.span.start:
                    fixes = tuple(_fix(lint, each, curly) for each in range(min(3, lint.suggestion_count)))
                    name = f"{lint.lint_kind}/{rule}"
                    yield EngineMark("harper", name, lint.span.start, lint.span.end, fixes, lint.message)


@cache
def whitelist() -> dict[str, bool]:
    """The rules that are listened to; True: its word alone is enough, False: only with another judge's.

    Raises:
        EngineUnavailable: when the list is missing or damaged.
    """
    try:
        with resource("engines", "harper.toml").open("rb") as file:
            rules: dict[str, dict[str, bool]] = tomllib.load(file)["rule"]
            return {name: each["alone"] for name, each in rules.items()}
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise EngineUnavailable("The list of Harper’s rules is missing from this installation.") from error


def _linter() -> Linter:
    try:
        from harper import Linter
    except ImportError as error:
        raise EngineUnavailable("Harper is not installed; its checks are left out, the others go on.") from error
    return Linter()


def _fix(lint: Lint, number: int, curly: bool) -> str:
    """What to write in place of the marked words."""
    from harper import SuggestionKind

    suggestion = lint.suggestions[number]
    new = suggestion.replacement_text
    if suggestion.kind == SuggestionKind.INSERT_AFTER:
        new = lint.problem_text + new
    return new.replace("'", "’") if curly else new
