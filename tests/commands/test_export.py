# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of chapters, exported as one file or as one a chapter."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import pytest

from redraft.commands import export
from redraft.formats.export import export as exported
from redraft.formats.registry import read, read_bytes

CHAPTERS = {"1 The Gate": "The lamp had *burned* low.", "2 The Lake": "“No,” she said.", "10 The End": "It was over."}


def run(*words: str) -> int:
    parser = ArgumentParser()
    export.add_arguments(parser)
    return export.run(parser.parse_args(words))


@pytest.fixture(params=[".md", ".docx", ".odt", ".html"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder of three chapters in one of the formats."""
    path = tmp_path / "novel"
    path.mkdir()
    for name, text in CHAPTERS.items():
        words = read_bytes(f"# {name}\n\n{text}\n".encode(), "chapter").manuscript
        (path / f"{name}{request.param}").write_bytes(exported(words, request.param))
    return path


def texts(path: Path) -> list[str]:
    return [each.text.replace("*", "").lstrip("# ") for each in read(path).manuscript.paragraphs if each.text]


def before(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.iterdir()}


@pytest.mark.parametrize("ending", ["docx", ".odt", "MD", "html", "txt"])
def test_a_file_for_each_chapter(folder: Path, tmp_path: Path, ending: str) -> None:
    held, out = before(folder), tmp_path / "out"
    assert run(str(folder), "-o", str(out), "--each", ending) == 0
    suffix = "." + ending.lower().lstrip(".")
    assert {each.name for each in out.iterdir()} == {f"{name}{suffix}" for name in CHAPTERS}
    for name, text in CHAPTERS.items():
        assert texts(out / f"{name}{suffix}") == [name, text.replace("*", "")]
    assert before(folder) == held


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".md", ".html", ".txt"])
def test_one_file_of_all_chapters_in_their_order(folder: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"whole{suffix}"
    assert run(str(folder), "-o", str(out)) == 0
    assert texts(out) == [line for name, text in CHAPTERS.items() for line in (name, text.replace("*", ""))]


def test_what_is_there_is_not_replaced(folder: Path, tmp_path: Path) -> None:
    held, out = before(folder), tmp_path / "out"
    run(str(folder), "-o", str(out), "--each", "txt")
    with pytest.raises(export.CannotExport, match="add --force"):
        run(str(folder), "-o", str(out), "--each", "txt")
    assert run(str(folder), "-o", str(out), "--each", "txt", "--force") == 0
    with pytest.raises(export.CannotExport, match="a chapter of the story itself"):
        run(str(folder), "-o", str(folder), "--each", next(iter(held)).suffix, "--force")
    with pytest.raises(export.CannotExport, match="name a folder"):
        run(str(folder), "-o", str(next(out.iterdir())), "--each", "txt", "--force")
    with pytest.raises(export.CannotExport, match="Redraft writes"):
        run(str(folder), "-o", str(out), "--each", "doc")
    assert before(folder) == held
