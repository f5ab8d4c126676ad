# SPDX-License-Identifier: GPL-3.0-or-later
"""A check: one rule with its manual page and its examples, declared by the :func:`check` decorator.

The module's docstring is the rule's manual page, in the order *What it finds · Why a reader minds · When to leave
it · Example* (ruff's way: documentation, examples and code are one act).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from redraft.checks.finding import CATEGORIES, Severity
from redraft.checks.story import EngineMark, Passage


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's word on a place in the passage's reading text; the runner makes a Finding of it.

    ``severity``, ``category`` and ``sure`` override the check's own when given. An ``unsure`` one is shown only
    where another judge (an engine, the tagger) says the same; see :mod:`redraft.checks.agreement`. ``judge``: the
    engine whose mark this is, "" for a rule's own word; nobody confirms himself.
    """

    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()
    severity: Severity | None = None
    sure: bool | None = None
    category: str | None = None
    weight: float | None = None
    engine: str = "builtin"
    unsure: bool = False
    judge: str = ""


@dataclass(frozen=True, slots=True)
class Fires:
    """``text`` with the place marked ⟦so⟧ (one mark), and the first suggestion expected there (None: any).

    ``names``: the names of the story that the example is from. ``mark``: for the learned checks, the tagger's tag on
    the marked place, where it proposes ``fix`` with ``probability``.
    """

    text: str
    fix: str | None = None
    tense: str | None = "past"
    person: str | None = "third"
    names: tuple[str, ...] = ()
    mark: str = ""
    probability: float = 0.995

    @property
    def plain(self) -> str:
        """The text without the mark's brackets."""
        return re.sub("[⟦⟧]", "", self.text)

    @property
    def span(self) -> tuple[int, int]:
        """The marked place in :attr:`plain`."""
        start = self.text.index("⟦")
        return start, self.text.index("⟧") - 1


@dataclass(frozen=True, slots=True)
class Quiet:
    """A text on which the check must say nothing. ``mark``: as in :class:`Fires`, with the place marked ⟦so⟧."""

    text: str
    tense: str | None = "past"
    person: str | None = "third"
    names: tuple[str, ...] = ()
    mark: str = ""
    fix: str = ""
    probability: float = 0.995

    @property
    def plain(self) -> str:
        """The text without the mark's brackets."""
        return re.sub("[⟦⟧]", "", self.text)

    @property
    def span(self) -> tuple[int, int]:
        """The marked place in :attr:`plain`."""
        start = self.text.index("⟦")
        return start, self.text.index("⟧") - 1


def example_marks(category: str, example: Fires | Quiet) -> tuple[EngineMark, ...]:
    """What an engine says in an example of a check of this category; nothing in most.

    A ``mark`` of the form "kind/rule" is Harper's (with "languagetool:" before it LanguageTool's), any other the
    tagger's.
    """
    if not example.mark:
        return ()
    engine, _, rule = example.mark.rpartition(":")
    engine = engine or ("harper" if "/" in rule else "tagger")
    fix = (example.fix or "",)
    return (EngineMark(engine, rule, *example.span, fix, category, example.probability),)


Rule = Callable[[Passage], Iterator[Found]]
StoryRule = Callable[[Sequence[Passage]], Iterator[tuple[int, Found]]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with everything known of it. ``id`` never changes; it names the pattern, not the cure.

    ``sentence_bound``: judges whole sentences, and so waits until the caret has left the sentence.
    """

    id: str
    name: str
    category: str
    severity: Severity
    sure: bool
    weight: float
    sentence_bound: bool
    examples: tuple[Fires | Quiet, ...]
    rule: Rule
    manual: str
    headings: bool = False


@dataclass(frozen=True, slots=True)
class StoryCheck:
    """A rule that needs the whole story at once; its rule yields (index of the passage, what was found there)."""

    id: str
    name: str
    category: str
    severity: Severity
    sure: bool
    weight: float
    examples: tuple[Fires | Quiet, ...]
    rule: StoryRule
    manual: str
    sentence_bound: bool = False


def check(
    *, id: str, name: str, category: str, severity: Severity = Severity.WARNING, sure: bool = False,
    weight: float = 0.5, sentence_bound: bool = False, examples: tuple[Fires | Quiet, ...] = (),
    headings: bool = False,
) -> Callable[[Rule], Check]:
    """Make a generator function a :class:`Check`; the catalogue finds it by itself.

    ``headings``: whether the rule reads headings too (most judge sentences, which headings are not).

    Raises:
        ValueError: for an unknown category or an id that is not lower-case words joined by hyphens.
    """
    _verify(id, category)

    def declare(rule: Rule) -> Check:
        manual = _manual(rule)
        return Check(id, name, category, severity, sure, weight, sentence_bound, examples, rule, manual, headings)

    return declare


def story_check(
    *, id: str, name: str, category: str, severity: Severity = Severity.WARNING, sure: bool = False,
    weight: float = 0.5, examples: tuple[Fires | Quiet, ...] = (),
) -> Callable[[StoryRule], StoryCheck]:
    """Make a generator function over all passages a :class:`StoryCheck`.

    In its examples a line break parts the paragraphs.

    Raises:
        ValueError: as :func:`check`.
    """
    _verify(id, category)

    def declare(rule: StoryRule) -> StoryCheck:
        return StoryCheck(id, name, category, severity, sure, weight, examples, rule, _manual(rule))

    return declare


def _verify(id: str, category: str) -> None:
    if category not in CATEGORIES:
        raise ValueError(f"{id}: no such category as {category}")
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", id):
        raise ValueError(f"{id}: an id is lower-case words joined by hyphens")


def _manual(rule: Rule | StoryRule) -> str:
    return (sys.modules[rule.__module__].__doc__ or "").strip()
