# SPDX-License-Identifier: GPL-3.0-or-later
"""``python -m tools.torture [--kills N]``: the table of what was seen; status 1 when anything was lost."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tools.torture.kill import kill_again_and_again


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = kill_again_and_again(Path(folder), arguments.kills, arguments.seed)
    print(f"killed {report.kills} times, {report.saved} savings between: {report.mixed} stories mixed, {report.lost} "
          f"states lost that were said to be safe, {report.damaged} records or backups damaged; unsaved text was "
          f"offered {report.offered} times")
    return 0 if report.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
