# SPDX-License-Identifier: GPL-3.0-or-later
"""How a key feels in a long novel: CPU time of the window for each, while the analysis runs beside it.

``python tools/bench/keys.py STORY… [--words 160000] [--keys 400]``: the stories are joined until there are enough
words. Prints one line of JSON: seconds until the text is on screen, and milliseconds a key (p50, p99, worst).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("REDRAFT_HOME", tempfile.mkdtemp())

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest

from redraft.settings.store import Settings
from redraft.ui import main as program
from redraft.ui import theme
from redraft.ui.client import WorkerClient
from redraft.ui.collecting import Collector
from redraft.ui.remembered import Remembered
from redraft.ui.story import Story
from redraft.ui.window import Window

_TEXT = "and then she said that it was late, "


def novel(paths: list[Path], words: int, folder: Path) -> Path:
    """One file of at least ``words`` words of the given stories."""
    parts: list[str] = []
    count = 0
    for path in paths:
        text = path.read_text(encoding="utf-8", errors="replace")
        some = text.split(" ")[: max(0, words - count)]
        parts.append(" ".join(some))
        count += len(" ".join(some).split())
        if count >= words:
            break
    made = folder / "novel.txt"
    made.write_text("\n\n".join(parts), encoding="utf-8")
    return made


def opened(path: Path) -> tuple[Window, WorkerClient, float]:
    """A window with the story on screen, and how long that took."""
    app = program.application()
    theme.apply(app)
    client = WorkerClient()
    client.start()
    window = Window(client, Settings(), Remembered())
    window.resize(1280, 800)
    window.show()
    app.processEvents()
    start = time.perf_counter()
    window.show_story(Story.read(path))
    app.processEvents()
    return window, client, time.perf_counter() - start


def wait(seconds: float, until: object = None) -> None:
    """Let the program run."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not (callable(until) and until()):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.005)


def keys(window: Window, count: int, pause: float) -> list[float]:
    """Milliseconds of CPU that each of ``count`` keys took, with everything that came up meanwhile."""
    page = window.page
    page.put_caret(len(window.story.session.paragraphs) // 2, 40)
    wait(0.5)
    times: list[float] = []
    for number in range(count):
        before = time.process_time()
        letter = _TEXT[number % len(_TEXT)]
        QTest.keyClick(page, letter, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.processEvents()
        times.append((time.process_time() - before) * 1000)
        time.sleep(pause)
    return sorted(times)


def main() -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--words", type=int, default=160_000)
    parser.add_argument("--keys", type=int, default=400)
    parser.add_argument("--pause", type=float, default=0.06, help="seconds between keys")
    parser.add_argument("--rest", action="store_true", help="wait until all is checked before typing")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = novel(options.stories, options.words, Path(folder))
        window, client, seconds = opened(path)
        wait(600 if options.rest else 12, (lambda: window.desk.progress[1] and window.desk.resting))
        collector = Collector(window)
        collector.start()
        collector.settle()
        times = keys(window, options.keys, options.pause)
        figures = {
            "words": window.desk.progress[1], "checked": window.desk.progress[0],
            "findings": sum(1 for _ in window.desk.all_findings()), "on_screen_s": round(seconds, 3),
            "key_p50_ms": round(times[len(times) // 2], 2), "key_p99_ms": round(times[int(len(times) * 0.99)], 2),
            "key_worst_ms": round(times[-1], 2),
        }
        print(json.dumps(figures))
        client.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
