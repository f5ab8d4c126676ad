# SPDX-License-Identifier: GPL-3.0-or-later
"""Real windows, offscreen; an analysis process that is played by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.outline import outline
from redraft.manuscript.session import Session
from redraft.settings.store import Settings
from redraft.ui import theme
from redraft.ui.collecting import Collector
from redraft.ui.editor.page import Page
from redraft.ui.jobs import Jobs
from redraft.ui.main import application, settle_clipboard
from redraft.ui.remembered import Remembered
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import PlayedClient

STORY = (
    "The gate was shut. He was once a rouge ninja, and every body knew it.\n\n"
    "“Come in.” she said. Nobody came.\n\n"
    "* * *\n\n"
    "The next day it rained.\n"
)


@pytest.fixture(scope="session", autouse=True)
def settled_clipboard() -> Iterator[None]:
    """As at the end of the program."""
    yield
    if QApplication.instance() is not None:
        settle_clipboard()


@pytest.fixture(autouse=True)
def collected_here(settled_clipboard: None) -> Iterator[None]:
    """As in the program: Qt's objects are never freed in the thread that reads a file."""
    collector = Collector()
    collector.start()
    yield
    collector.end()
    collector.collect()


@pytest.fixture
def open_page(qtbot: QtBot) -> Callable[..., Page]:
    """A page on which these paragraphs stand."""

    def opened(*texts: str) -> Page:
        theme.apply(application(), theme.Appearance.LIGHT)
        page = Page()
        qtbot.addWidget(page)
        page.resize(900, 600)
        page.show()
        session = Session(Manuscript(None, paragraphs=tuple(
            Paragraph(number, text, text) for number, text in enumerate(texts))))
        page.open(session, outline(session.paragraphs))
        page.setFocus()
        page.test_session = session  # type: ignore[attr-defined]
        return page

    return opened


@pytest.fixture
def story_file(tmp_path: Path) -> Path:
    """A short story on disk."""
    path = tmp_path / "story.md"
    path.write_bytes(STORY.encode())
    return path


def wait_for_files(window: Window, qtbot: QtBot) -> None:
    """Opening and saving come back, answered, before the test goes on; they still run in their threads."""
    for errands in (window.filing.reading, window.filing.writing):
        def waited(*told: object, run: Callable[..., None] = errands.run, jobs: Jobs = errands.jobs) -> None:
            run(*told)
            qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)

        errands.run = waited  # type: ignore[method-assign]


@pytest.fixture
def window(qtbot: QtBot, story_file: Path) -> Iterator[Window]:
    """A window with the short story open; its ``client`` is played."""
    theme.apply(application(), theme.Appearance.LIGHT)
    made = Window(PlayedClient(), Settings(), Remembered())  # type: ignore[arg-type]
    made.resize(1200, 800)
    made.docks.arrange()
    made.show()
    made.show_story(Story.read(story_file))
    wait_for_files(made, qtbot)
    qtbot.waitExposed(made)
    yield made
    made.close_for_good()
    delete(made)
