# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author decided still counts when the file went through another program."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from redraft.analysis.analyst import Analyst
from redraft.formats.export import export
from redraft.formats.registry import read, read_bytes
from redraft.storage.decisions import DecisionBook
from redraft.storage.sidecar import Sidecar

TEXT = (
    "The lamp burned low in the the window, and nobody came.\n\n"
    "She went to to the door and looked out at the road.\n\n"
    "“You are late,” he said, and he put the the cup on the table.\n"
)


def by_another_hand(path: Path) -> None:
    """Every part written anew, a paragraph put in front."""
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    body = parts["word/document.xml"].decode()
    new = "<w:p><w:r><w:t>A title.</w:t></w:r></w:p>"
    parts["word/document.xml"] = body.replace("<w:body>", f"<w:body>{new}", 1).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as target:
        for name, data in parts.items():
            target.writestr(name, data)


def by_libreoffice(path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    home = path.parent / "office"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={home.as_uri()}", "--convert-to", "docx:MS Word 2007 XML",
         "--outdir", str(path.parent / "back"), str(path)], check=True, capture_output=True, timeout=300)
    shutil.copyfile(path.parent / "back" / path.name, path)


def doubled(path: Path) -> list[str]:
    """The doubled words that are marked."""
    manuscript = read(path).manuscript
    with Analyst(["builtin"]) as analyst:
        report = analyst.analyse(manuscript, DecisionBook(Sidecar.open(path)).current)
    texts = {each.id: each.text for each in manuscript.paragraphs}
    return [texts[each.paragraph] for each in report.findings if each.check == "doubled-word"]


@pytest.mark.parametrize("other", [by_another_hand, by_libreoffice])
def test_an_ignored_finding_stays_ignored(tmp_path: Path, other: Callable[[Path], None]) -> None:
    path = tmp_path / "story.docx"
    path.write_bytes(export(read_bytes(TEXT.encode(), "story.md").manuscript, ".docx"))
    manuscript = read(path).manuscript
    with Analyst(["builtin"]) as analyst:
        report = analyst.analyse(manuscript, DecisionBook(Sidecar.open(path)).current)
    found = next(each for each in report.findings if each.check == "doubled-word")
    text = next(each.text for each in manuscript.paragraphs if each.id == found.paragraph)
    DecisionBook(Sidecar.open(path)).ignore(found, text).do()
    before = path.read_bytes()
    other(path)
    assert path.read_bytes() != before
    left = doubled(path)
    assert text not in left and len(left) == 2
