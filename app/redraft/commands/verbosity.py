# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether all is told that a file holds beside its text: the ``--verbose`` of every command."""

from __future__ import annotations

import argparse
from collections.abc import Sequence


class _Wish:
    all = False


def add_verbose(parser: argparse.ArgumentParser) -> None:
    """The --verbose option."""
    parser.add_argument("--verbose", action="store_true", help="tell all that a file holds beside its text")


def wish(options: argparse.Namespace) -> None:
    """Take over what was asked for."""
    _Wish.all = bool(getattr(options, "verbose", False))


def worth_telling(losses: Sequence[str]) -> list[str]:
    """The sentences on what a file holds and its text does not: all when asked for, else one, or how many there are."""
    if _Wish.all or len(losses) <= 1:
        return list(losses)
    return [f"{len(losses)} things in this file are no text or are shown otherwise; --verbose tells which."]
