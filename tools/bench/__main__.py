# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure everything the main job sets a figure for, and print it beside the goal."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from redraft.analysis.launch import command, environment
from tools.bench import past, reader, worker
from tools.bench.material import novel


def main() -> int:
    """Print the table, a line as soon as it is known."""
    print(f"{'what':<58}{'measured':>14}{'goal':>12}")
    with tempfile.TemporaryDirectory() as home:
        text = novel(100_000)
        seconds, megabytes = worker.whole(text, home)
        line("100,000 words analysed, cold, builtin and Harper", f"{seconds:.1f} s", "35 s")
        line("memory over all analysis processes (sum of PSS)", f"{megabytes:.0f} MB", "900 MB")
        line("the same opened again, to its findings", f"{worker.reopened(text, home):.2f} s", "1.5 s")
    with tempfile.TemporaryDirectory() as home:
        told = worker.measure(text, home)
        for name, words in (("during", "while the book is analysed"), ("after", "afterwards")):
            line(f"a paragraph checked again {words}, median", f"{told[f'edit_{name}_median_ms']:.0f} ms", "")
            line(f"a paragraph checked again {words}, p95", f"{told[f'edit_{name}_p95_ms']:.0f} ms", "150 ms")
    line("cast and continuity after an edit, median", f"{told['people_median_ms']:.0f} ms", "300 ms")
    line("cast and continuity after an edit, p95", f"{told['people_p95_ms']:.0f} ms", "")
    line("redraft check of a 2,000-word story", f"{check_seconds():.1f} s", "3 s")
    keys()
    history()
    for figure in reader.figures():
        line(*figure)
    return 0


def keys() -> None:
    """Keys pressed in a long novel while it is analysed, in a process of its own (it holds a window)."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "novel.txt"
        story.write_text(novel(160_000), encoding="utf-8")
        told = subprocess.run([sys.executable, str(Path(__file__).with_name("keys.py")), str(story)], check=True,
                              capture_output=True, text=True, env=environment()).stdout.splitlines()[-1]
    figures = json.loads(told)
    line("text of a 160,000-word novel on screen", f"{figures['on_screen_s']:.2f} s", "1.5 s")
    line("a key in it while it is analysed, p99 (CPU)", f"{figures['key_p99_ms']:.1f} ms", "8 ms")
    line("the slowest key", f"{figures['key_worst_ms']:.1f} ms", "30 ms")


def history() -> None:
    """What a story's past costs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        story = folder / "novel.txt"
        story.write_text(novel(160_000), encoding="utf-8")
        seconds, _ = past.journal_of(story, 50_000, folder)
        line("a journal of 50,000 edits read back", f"{seconds:.2f} s", "1 s")
        spent = past.month(story, folder / "past")
        line(f"a month's journal, backups, snapshots ({spent.states} states)", f"{spent.bytes / 1e6:.0f} MB", "50 MB")


def line(what: str, measured: str, goal: str) -> None:
    """One row of the table."""
    print(f"{what:<58}{measured:>14}{'≤ ' + goal if goal else '':>12}", flush=True)


def check_seconds() -> float:
    """The best of three runs of the command, with nothing kept from earlier ones."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story.txt"
        story.write_text(novel(2_000), encoding="utf-8")
        best = 1e9
        for turn in range(3):
            start = time.perf_counter()
            subprocess.run(command("check", str(story)), capture_output=True,
                           env=dict(environment(), REDRAFT_HOME=f"{folder}/{turn}"), check=False)
            best = min(best, time.perf_counter() - start)
    return best


if __name__ == "__main__":
    raise SystemExit(main())
