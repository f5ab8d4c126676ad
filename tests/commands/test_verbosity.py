# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file holds beside its text is told in one sentence, and in all of them when asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.cli import main

PAGE = (
    "<!DOCTYPE html><html><body><h1>Story</h1><p>She <img src='a.png' alt='x'> went.</p>"
    "<form><input type='text' value='x'></form><table><tr><td>One</td><td>Two</td></tr></table>"
    "<p style='display:none'>Hidden words.</p></body></html>"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "story.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_several_are_counted_and_told_when_asked(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(page)]) == 0
    brief = capsys.readouterr().err
    assert main(["text", "--verbose", str(page)]) == 0
    full = capsys.readouterr().err
    assert "--verbose tells which" in brief and len(brief.splitlines()) == 1
    assert "--verbose" not in full and len(full.splitlines()) > 1


def test_a_plain_text_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "story.txt"
    path.write_text("She went.\n")
    assert main(["text", "--verbose", str(path)]) == 0
    assert capsys.readouterr().err == ""
