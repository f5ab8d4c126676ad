# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.torture``: kills, power cuts, two writers and a simulated user, each as a table; status 1 when
anything was lost. ``python -m tools.torture.fuzz`` feeds the readers, which takes hours.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tools.torture.kill import HEAD, kill_again_and_again
from tools.torture.power.judging import power_fails


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--chances", type=int, default=10, help="disks by chance after each deed before a power cut")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    clean = [_kills(arguments.kills, arguments.seed), _power(arguments.chances)]
    return 0 if all(clean) else 1


def _kills(times: int, seed: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        reports = kill_again_and_again(Path(folder), times, seed)
    print(HEAD, *(each.row for each in reports), sep="\n", flush=True)
    return all(each.clean for each in reports)


def _power(chances: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        report = power_fails(Path(folder), chances)
    print(report.row, flush=True)
    return report.clean


if __name__ == "__main__":
    raise SystemExit(main())
