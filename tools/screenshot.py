# SPDX-License-Identifier: GPL-3.0-or-later
"""``make screenshot``: the README's picture, of the real window with the sample story in it.

    python -m tools.screenshot [OUT.png] [STORY] [light|dark] [WIDTHxHEIGHT]
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 180


def main(arguments: list[str]) -> int:
    """Open the window, wait until the story is checked, show a card, and keep the picture."""
    out = Path(arguments[0]) if arguments else CHECKOUT / "docs" / "screenshot.png"
    story = Path(arguments[1]) if len(arguments) > 1 else sorted((CHECKOUT / "seeds").glob("01-*.txt"))[0]
    theme = arguments[2] if len(arguments) > 2 else "light"
    width, height = (int(each) for each in (arguments[3] if len(arguments) > 3 else "1440x900").split("x"))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REDRAFT_HOME"] = folder
        copy = Path(folder) / story.name
        shutil.copyfile(story, copy)
        return _picture(copy, out, theme, width, height)


def _picture(story: Path, out: Path, theme: str, width: int, height: int) -> int:
    from PySide6.QtCore import QDeadlineTimer
    from PySide6.QtTest import QTest

    from redraft.settings.store import Settings
    from redraft.ui import theme as themes
    from redraft.ui.client import WorkerClient
    from redraft.ui.main import application
    from redraft.ui.remembered import Remembered
    from redraft.ui.window import Window

    app = application()
    client = WorkerClient()
    client.start()
    settings = Settings()
    settings.set("theme", theme)
    themes.apply(app, themes.Appearance(theme))
    window = Window(client, settings, Remembered())
    window.resize(width, height)
    window.show()
    window.docks.arrange()
    window.filing.open_all([story])
    patience = QDeadlineTimer(PATIENCE_SECONDS * 1000)
    while not (window.desk.progress[1] and window.desk.resting and window.desk.whole) and not patience.hasExpired():
        QTest.qWait(100)
    QTest.qWait(800)
    found = list(window.desk.all_findings())
    if found:
        window.show_finding(*next((each for each in found if each[1].check == "tense-slip"), found[0]))
    QTest.qWait(800)
    saved = window.grab().save(str(out))
    client.end()
    return 0 if saved else 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
