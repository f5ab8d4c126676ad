# SPDX-License-Identifier: GPL-3.0-or-later
"""What is checked: all rules by family, or one rule's manual page."""

from __future__ import annotations

import argparse
import difflib
import json
from itertools import groupby

from redraft.checks.catalogue import by_id
from redraft.checks.check import Check, Fires, Quiet, StoryCheck
from redraft.checks.finding import CATEGORIES
from redraft.checks.rates import measured
from redraft.commands.terminal import coloured, headline
from redraft.errors import RedraftError


class NoSuchRule(RedraftError):
    """A name that no rule has."""

    def __init__(self, name: str) -> None:
        near = difflib.get_close_matches(name, by_id(), 1)
        hint = f" Did you mean {near[0]}?" if near else " 'redraft rules' lists them all."
        super().__init__(f"No rule is called {name}.{hint}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """[NAME] [--format text|json]"""
    parser.add_argument("name", nargs="?", metavar="NAME", help="a rule, as 'redraft check' names it")
    parser.add_argument("--format", choices=("text", "json"), default="text",
                        help="a rule's page as text, or as JSON with its examples")


def run(options: argparse.Namespace) -> int:
    """List the rules, or print a page."""
    if options.name is None:
        _list()
        return 0
    check = by_id().get(options.name)
    if check is None:
        raise NoSuchRule(options.name)
    if options.format == "json":
        print(json.dumps(as_data(check), ensure_ascii=False))
        return 0
    print(headline(f"{check.name}  ({check.id})"))
    print(coloured(f"{check.category} · {check.severity.value}{' · sure' if check.sure else ''}", "quiet"))
    print(f"\n{check.manual}")
    if told := measured(check.id):
        print(coloured(f"\n{told}", "quiet"))
    return 0


def as_data(check: Check | StoryCheck) -> dict[str, object]:
    """A rule as plain data: ``marked`` are examples with the place marked ⟦so⟧ and the fix (or None), ``quiet`` such
    that are left alone."""
    examples = getattr(check, "examples", ())
    return {
        "version": 1, "id": check.id, "name": check.name, "category": check.category,
        "severity": check.severity.value, "sure": check.sure, "manual": check.manual,
        "measured": measured(check.id),
        "marked": [[each.text, each.fix] for each in examples if isinstance(each, Fires)],
        "quiet": [each.plain for each in examples if isinstance(each, Quiet)],
    }


def _list() -> None:
    checks = sorted(by_id().values(), key=lambda each: (CATEGORIES.index(each.category), each.id))
    for category, members in groupby(checks, key=lambda each: each.category):
        print(headline(category))
        for each in members:
            print(f"  {each.id:<34}{each.name}")
