# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes of Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.formats.export import export
from redraft.formats.footnotes import is_note, notes_in
from redraft.formats.registry import read, read_bytes, render
from redraft.formats.rich import rich
from tests.formats.shown import lines

LONG = "The lamp had burned low before anybody thought of the boy."
TEXT = "# One\n\nHe *said[^a]* so.[^2] Not \\[^a], nor [^x].\n\nMore.\n\n[^a]: A note.\n\n[^2]: Another.\n\n[^9]: Nobody leads here.\n"


def test_figures_are_marks_with_their_notes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    found = lines(rich(read(tmp_path / "a.md").manuscript))
    assert found[1] == "He [i:said]{note:A note.} so.{note:Another.} Not [^a], nor [^x]."
    assert found[-1] == "[^9]: Nobody leads here."
    assert not any("A note" in each for each in found[2:])


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html"])
def test_notes_go_to_other_formats_and_back(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "a.md").write_text(f"{LONG}[^1] {LONG}[^2]\n\n[^1]: First.\n\n[^2]: Second.\n")
    (tmp_path / f"b{suffix}").write_bytes(export(read(tmp_path / "a.md").manuscript, suffix))
    assert export(read(tmp_path / f"b{suffix}").manuscript, ".md") == (tmp_path / "a.md").read_bytes()


def test_the_file_itself_is_saved_as_it_is() -> None:
    assert render(read_bytes(TEXT.encode(), "a.md").manuscript) == TEXT.encode()


def test_a_note_needs_a_figure_that_leads_to_it() -> None:
    assert notes_in(["a[^1]", "[^1]: so", "[^2]: no"]) == {"1": "so"}
    assert is_note(" [^1]: so", {"1": "so"}) and not is_note("[^1] so", {"1": "so"})
