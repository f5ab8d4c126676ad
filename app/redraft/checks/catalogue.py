# SPDX-License-Identifier: GPL-3.0-or-later
"""All the checks there are: every module under ``rules`` is looked at, and whatever check it declares is found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from redraft.checks import rules
from redraft.checks.check import Check, StoryCheck


@cache
def catalogue() -> tuple[Check, ...]:
    """The checks that judge one passage at a time, ordered by id.

    Raises:
        ValueError: when two checks share an id.
    """
    return tuple(each for each in _declared() if isinstance(each, Check))


@cache
def story_catalogue() -> tuple[StoryCheck, ...]:
    """The checks that need the whole story, ordered by id."""
    return tuple(each for each in _declared() if isinstance(each, StoryCheck))


@cache
def by_id() -> dict[str, Check | StoryCheck]:
    """Every check under its id."""
    return {each.id: each for each in _declared()}


@cache
def _declared() -> tuple[Check | StoryCheck, ...]:
    found: dict[str, Check | StoryCheck] = {}
    for module in _modules(rules):
        for each in _checks_of(module):
            if found.setdefault(each.id, each) is not each:
                raise ValueError(f"two checks are called {each.id}")
    return tuple(found[id] for id in sorted(found))


def _checks_of(module: ModuleType) -> Iterator[Check | StoryCheck]:
    """Checks bound to a name of the module, or listed in its ``CHECKS`` (those that are made from data)."""
    for value in vars(module).values():
        if isinstance(value, (Check, StoryCheck)):
            yield value
    yield from getattr(module, "CHECKS", ())


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        yield importlib.import_module(info.name)
