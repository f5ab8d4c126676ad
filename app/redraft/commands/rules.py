# SPDX-License-Identifier: GPL-3.0-or-later
"""What is checked: all rules by family, or one rule's manual page."""

from __future__ import annotations

import argparse
import difflib
from itertools import groupby

from redraft.checks.catalogue import by_id
from redraft.checks.finding import CATEGORIES
from redraft.commands.terminal import coloured, headline
from redraft.errors import RedraftError


class NoSuchRule(RedraftError):
    """A name that no rule has."""

    def __init__(self, name: str) -> None:
        near = difflib.get_close_matches(name, by_id(), 1)
        hint = f" Did you mean {near[0]}?" if near else " 'redraft rules' lists them all."
        super().__init__(f"No rule is called {name}.{hint}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """[NAME]"""
    parser.add_argument("name", nargs="?", metavar="NAME", help="a rule, as 'redraft check' names it")


def run(options: argparse.Namespace) -> int:
    """List the rules, or print a page."""
    if options.name is None:
        _list()
        return 0
    check = by_id().get(options.name)
    if check is None:
        raise NoSuchRule(options.name)
    print(headline(f"{check.name}  ({check.id})"))
    print(coloured(f"{check.category} · {check.severity.value}{' · sure' if check.sure else ''}", "quiet"))
    print(f"\n{check.manual}")
    return 0


def _list() -> None:
    checks = sorted(by_id().values(), key=lambda each: (CATEGORIES.index(each.category), each.id))
    for category, members in groupby(checks, key=lambda each: each.category):
        print(headline(category))
        for each in members:
            print(f"  {each.id:<34}{each.name}")
