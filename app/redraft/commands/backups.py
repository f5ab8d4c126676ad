# SPDX-License-Identifier: GPL-3.0-or-later
"""List the backups of a story, have one back, or verify that all can be had."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from redraft.errors import RedraftError
from redraft.formats.registry import SUFFIXES
from redraft.storage.atomic import write
from redraft.storage.backups import Backup, Backups


class CannotRestore(RedraftError):
    """Nothing was restored; the file is as it was."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """list FILE, restore FILE, verify FILE"""
    kinds = parser.add_subparsers(dest="deed", required=True, metavar="list|restore|verify")
    shown = kinds.add_parser("list", help="print the backups, the newest first")
    verified = kinds.add_parser("verify", help="read every backup back")
    restored = kinds.add_parser("restore", help="have a backup back; what stands in FILE now becomes a backup first")
    for each in (shown, verified, restored):
        each.add_argument("file", metavar="FILE", help="a story, even one that is gone, or a folder of chapters")
    shown.add_argument("--format", choices=("text", "json"), default="text", help="for people, or for programs")
    restored.add_argument("number", nargs="?", type=int, default=1, metavar="N", help="as list counts them (1)")
    restored.add_argument("-o", "--output", default="", metavar="OUT", help="another file to write it to")
    restored.add_argument("--force", action="store_true", help="replace OUT where it stands already")


def run(options: argparse.Namespace) -> int:
    """Do it; 2 when a backup is damaged or cannot be restored."""
    if options.deed == "restore":
        return _restore(options)
    return _verify(Path(options.file)) if options.deed == "verify" else _list(Path(options.file), options.format)


def _files(path: Path) -> Iterator[Path]:
    """The file itself; of a folder every chapter in it."""
    if not path.is_dir():
        yield path
        return
    yield from sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES)


def _list(path: Path, form: str) -> int:
    for file in _files(path):
        found = Backups(file).all
        if form == "json":
            told = [{"number": number, "when": _stamp(each), "bytes": each.size, "digest": each.digest}
                    for number, each in enumerate(found, 1)]
            print(json.dumps({"version": 1, "file": str(file), "backups": told}, ensure_ascii=False))
            continue
        print(f"{file.name}: " + (f"{len(found)} backups" if len(found) != 1 else "1 backup") if found else
              f"{file.name}: no backups yet. One is kept each time the story is saved in Redraft.")
        for number, each in enumerate(found, 1):
            print(f"  {number:3}  {_date(each)}  {each.size:>11,} bytes")
    return 0


def _verify(path: Path) -> int:
    status = 0
    for file in _files(path):
        backups = Backups(file)
        damaged = backups.damaged()
        for each in damaged:
            print(f"redraft: {file.name}: the backup from {_date(each)} is damaged or gone.", file=sys.stderr)
        whole = len(set(backups.all) - set(damaged))
        print(f"{file.name}: {whole} of {whole + len(damaged)} backups can be had back.")
        status = 2 if damaged else status
    return status


def _restore(options: argparse.Namespace) -> int:
    path = Path(options.file)
    if path.is_dir():
        raise CannotRestore(f"{path.name} is a folder. Name the chapter that you want back.")
    backups = Backups(path)
    found = backups.all
    if not 1 <= options.number <= len(found):
        raise CannotRestore(f"{path.name} has {len(found)} backups; there is no number {options.number}. "
                            f"See: redraft backups list {path.name}")
    chosen = found[options.number - 1]
    data = backups.read(chosen)
    target = Path(options.output) if options.output else path
    if options.output and target.exists() and not options.force:
        raise CannotRestore(f"{target.name} stands there already. Choose another name, or give --force to replace it.")
    if not options.output and path.exists():
        backups.keep(path.read_bytes())
    write(target, data)
    print(f"{target.name} is again as it was on {_date(chosen)}.")
    return 0


def _date(backup: Backup) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(backup.when))


def _stamp(backup: Backup) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(backup.when))
