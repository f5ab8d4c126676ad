# SPDX-License-Identifier: GPL-3.0-or-later
"""Reader copies and a browser to read them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from redraft.formats.registry import read
from redraft.notes.reader_copy import OtherNote, ReaderCopy, Wishes, reader_copy
from tests.reader.chromium import Chromium, Page, program

STORY = """The Lamp

by A. Writer

Chapter One

The lamp went out. *Not now*, she thought, and “not here”, she said 🦊 to the fox.

Nobody answered. The rain was on the roof, and the roof was on the house; that was about all one could say for it.

* * *

In the morning the fox had gone. She found the lamp in the garden.

Chapter Two

She lit the lamp. The rain was on the roof again. """ + "It rained and rained on the long road to the sea. " * 12 + """

“Not now,” said the fox.
"""
Maker = Callable[..., tuple[ReaderCopy, str]]
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """One browser for all tests; they are skipped where there is none."""
    if program() is None:
        pytest.skip("Chromium is not installed here (make clients)")
    browser = Chromium()
    yield browser
    browser.close()


@pytest.fixture
def copied(tmp_path: Path) -> Maker:
    """Makes the reader copy of a story; the copy, and the address of its page."""

    def make(story: str = STORY, wishes: Wishes | None = None, others: tuple[OtherNote, ...] = (), name: str = "copy") -> tuple[ReaderCopy, str]:
        source = tmp_path / f"{name}.md"
        source.write_bytes(story.encode("utf-8", "surrogatepass"))
        made = reader_copy(read(source).manuscript, wishes or Wishes(reader="Ann"), others)
        page = tmp_path / f"{name}.html"
        page.write_bytes(made.page)
        return made, page.as_uri()

    return make


@pytest.fixture
def reading(chromium: Chromium, tmp_path: Path) -> Opener:
    """Opens pages in one profile of this test's own; what they save lies in ``tmp_path / "saved"``."""
    saved = tmp_path / "saved"
    saved.mkdir()
    profile = chromium.profile(saved)

    def open_(address: str, **how: object) -> Page:
        return chromium.page(address, profile, **how)  # type: ignore[arg-type]

    return open_
