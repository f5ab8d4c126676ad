# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the real window on a small story and closes it again: what ``redraft self-test`` tries."""

from __future__ import annotations

import tempfile
from pathlib import Path

from redraft.settings.store import Settings
from redraft.ui import theme as themes
from redraft.ui.client import WorkerClient
from redraft.ui.main import application
from redraft.ui.remembered import Remembered
from redraft.ui.story import Story
from redraft.ui.window import Window

_TEXT = "The gate was shut.\n"


class WindowFault(Exception):
    """The window opened, and did not show what it should."""


def open_and_close() -> str:
    """What was tried, as a sentence.

    Raises:
        WindowFault: when the page does not hold the story.
    """
    app = application()
    themes.apply(app)
    window = Window(WorkerClient(), Settings(), Remembered())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.txt"
        path.write_text(_TEXT, encoding="utf-8")
        window.show()
        window.show_story(Story.read(path))
        app.processEvents()
        shown = window.page.toPlainText()
        window.close_for_good()
    if shown != _TEXT.strip():
        raise WindowFault(f"the page shows {len(shown)} characters in place of {len(_TEXT.strip())}")
    return f"the window opens, with {len(window.docks.docks)} panels and {len(window.actions())} commands"
