# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.torture.fuzz [--minutes N] [READER…]``: one reader after the other, and a line for each.

Status 1 when one raised what it may not, took too long, or was given more memory than it may have. What did it is kept
in the folder that ``--keep`` names.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.torture.fuzz.watch import Findings, fuzzed

_NAMES = (
    "text",
    "markdown",
    "docx",
    "odt",
    "rtf",
    "html",
    "epub",
    "returned",
    "reader-file",
    "mail",
    "decisions",
    "notes",
    "copies",
    "settings",
    "recovery",
    "backups",
    "snapshots",
    "presence",
    "lists",
    "cache",
    "messages",
)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.torture.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="for each reader")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    parser.add_argument("readers", nargs="*", choices=[*_NAMES, []], metavar="READER")
    arguments = parser.parse_args()
    print(Findings.HEAD)
    clean = True
    for name in arguments.readers or _NAMES:
        found = fuzzed(name, arguments.minutes * 60, arguments.seed, arguments.keep)
        print(found.row, flush=True)
        clean = clean and found.clean
    return 0 if clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
