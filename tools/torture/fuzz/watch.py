# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a reader in a process of its own, with a limit on its memory and a watch on its time, and begins it anew."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

_ROOT = Path(__file__).resolve().parents[3]
_GRACE = 300.0


@dataclass
class Findings:
    """What came of one reader: inputs ``read``, those ``refused`` in a sentence, those that ``failed`` (a line that
    says how, for each kind of failure), hangs and deaths of the process, the most memory (MB) and the longest time
    (CPU seconds) that one took."""

    HEAD: ClassVar[str] = "reader        inputs   refused  failed  hung  MB    slowest  "

    reader: str
    read: int = 0
    refused: int = 0
    hung: int = 0
    memory: float = 0.0
    slowest: float = 0.0
    failed: dict[str, int] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        """Whether nothing is to be mended."""
        return not self.failed and not self.hung

    @property
    def row(self) -> str:
        """A line of the table, and one for each kind of failure."""
        line = (
            f"{self.reader:12} {self.read:7,} {self.refused:9,} {len(self.failed):7} {self.hung:5} {self.memory:5.0f} "
            f"{self.slowest:7.2f} s"
        )
        return "\n".join([line, *(f"    {count} × {each}" for each, count in self.failed.items())])

    def add(self, told: dict[str, object]) -> None:
        """Take in what one process told."""
        self.read += int(str(told["read"]))
        self.refused += int(str(told["refused"]))
        self.memory = max(self.memory, float(str(told["memory"])))
        self.slowest = max(self.slowest, float(str(told["slowest"])))
        failed = told["failed"]
        for each, count in failed.items() if isinstance(failed, dict) else ():
            self.failed[each] = self.failed.get(each, 0) + int(count)


def fuzzed(reader: str, seconds: float, seed: int, keep: Path) -> Findings:
    """Feed a reader for so many seconds. Inputs that it failed on go to ``keep``."""
    found = Findings(reader)
    until = time.monotonic() + seconds
    round_ = 0
    while (left := until - time.monotonic()) > 0 or not round_:
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            _one_process(found, Path(folder), max(left, 0.1), f"{seed}.{round_}", keep)
        round_ += 1
    return found


def _one_process(found: Findings, folder: Path, seconds: float, seed: str, keep: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "tools.torture.fuzz.inside",
        found.reader,
        str(folder),
        str(seconds),
        seed,
        str(keep),
    ]
    environment = {
        **os.environ,
        "REDRAFT_HOME": str(folder / "home"),
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": os.pathsep.join((str(_ROOT / "app"), str(_ROOT))),
    }
    try:
        done = subprocess.run(
            command, env=environment, cwd=_ROOT, capture_output=True, text=True, timeout=seconds + _GRACE
        )
    except subprocess.TimeoutExpired:
        _keep_last(found, folder, keep, "it did not end")
        return
    tally = folder / "tally.json"
    if tally.exists():
        found.add(json.loads(tally.read_text(encoding="utf-8")))
    if done.returncode:
        last = [each for each in done.stderr.strip().splitlines() if each.strip()]
        _keep_last(
            found, folder, keep, next((each.strip() for each in last if "redraft" in each), last[-1] if last else "?")
        )


def _keep_last(found: Findings, folder: Path, keep: Path, reason: str) -> None:
    """The input with which the process ended."""
    found.hung += 1
    found.failed[f"the process ended: {reason}"] = found.failed.get(f"the process ended: {reason}", 0) + 1
    last = folder / "input"
    if last.exists():
        keep.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(last, keep / f"{found.reader}-hang-{found.hung}")
