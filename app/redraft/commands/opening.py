# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands share: opening manuscripts, the author's decisions, progress on standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from redraft.commands.verbosity import worth_telling
from redraft.errors import RedraftError
from redraft.formats.registry import read, read_bytes
from redraft.manuscript.model import Manuscript
from redraft.storage.decisions import DecisionBook, Decisions
from redraft.storage.sidecar import Sidecar


def add_files(parser: argparse.ArgumentParser, several: bool = True) -> None:
    """The FILE argument."""
    what = "a story (.txt, .md), a folder of chapters, or - for standard input"
    parser.add_argument("files", nargs="+" if several else 1, metavar="FILE", help=what)


def add_format(parser: argparse.ArgumentParser) -> None:
    """The --format option."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people, or for programs")


def opened(name: str) -> Manuscript:
    """The manuscript of that name; "-" reads standard input. Notices go to standard error.

    Raises:
        FormatError: with a sentence, when it cannot be read.
    """
    found = read_bytes(sys.stdin.buffer.read(), "standard input") if name == "-" else read(Path(name))
    for notice in (*found.notices, *worth_telling([each.sentence for each in found.losses])):
        print(f"redraft: {name}: {notice}", file=sys.stderr)
    return found.manuscript


def each_opened(names: list[str]) -> Iterator[tuple[str, Manuscript | None]]:
    """Every manuscript in turn; None (and its sentence on standard error) for one that cannot be read."""
    for name in names:
        try:
            yield name, opened(name)
        except RedraftError as error:
            print(f"redraft: {name}: {error}", file=sys.stderr)
            yield name, None


def decisions_of(manuscript: Manuscript) -> Decisions:
    """What the author decided about this manuscript in the editor; nothing is written."""
    if manuscript.path is None:
        return Decisions()
    sidecar = Sidecar.open(manuscript.path)
    for notice in sidecar.notices:
        print(f"redraft: {manuscript.path.name}: {notice}", file=sys.stderr)
    return DecisionBook(sidecar).current


def progress_bar() -> Callable[[int, int], None]:
    """A bar on standard error, if that is a terminal."""
    if not sys.stderr.isatty():
        return lambda done, total: None

    def show(done: int, total: int) -> None:
        share = done / total if total else 1.0
        bar = "█" * round(share * 24)
        end = "\r" if share < 1 else "\r\033[K"
        print(f"\r  checking {bar:░<24} {share:4.0%} ", end=end, file=sys.stderr, flush=True)

    return show
