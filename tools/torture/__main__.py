# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.torture``: kills, power cuts, two writers and a simulated user, each as a table; status 1 when
anything was lost. ``python -m tools.torture.fuzz`` feeds the readers, which takes hours.
"""

from __future__ import annotations

import argparse
import tempfile
import traceback
from pathlib import Path

from tools.torture.author import play
from tools.torture.kill import HEAD, kill_again_and_again
from tools.torture.power.judging import power_fails
from tools.torture.power.overwriting import overwriting_fails
from tools.torture.writers import write_at_once


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--chances", type=int, default=10, help="disks by chance after each deed before a power cut")
    parser.add_argument("--seconds", type=float, default=300.0, help="for which several writers share a folder")
    parser.add_argument("--steps", type=int, default=13_000, help="asked of the simulated author")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    clean = [
        _kills(arguments.kills, arguments.seed), _power(arguments.chances), _writers(arguments.seconds),
        _author(arguments.steps),
    ]
    return 0 if all(clean) else 1


def _kills(times: int, seed: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        reports = kill_again_and_again(Path(folder), times, seed)
    print(HEAD, *(each.row for each in reports), sep="\n", flush=True)
    return all(each.clean for each in reports)


def _power(chances: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        report = power_fails(Path(folder), chances)
        (Path(folder) / "share").mkdir()
        share = overwriting_fails(Path(folder) / "share", chances=10 * chances)
    print(report.row, f"writing where a file stands: {share.row}", sep="\n", flush=True)
    return report.clean and share.clean


def _writers(seconds: float) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        tally = write_at_once(Path(folder), seconds)
    print(f"several writers in one folder for {seconds:.0f} s: {tally.kept:,} records kept, {tally.lost} lost, "
          f"{tally.risen} risen again, {tally.damaged} damaged", flush=True)
    return tally.clean


def _author(steps: int) -> bool:
    try:
        done = play(steps)
    except AssertionError:
        traceback.print_exc()
        return False
    print(f"a simulated author did {done:,} things: the page, the file and all beside it were as they should be")
    return True


if __name__ == "__main__":
    raise SystemExit(main())
