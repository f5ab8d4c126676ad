# SPDX-License-Identifier: GPL-3.0-or-later
"""redraft diff, and export with tracked changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.cli import main
from redraft.commands.diff import differences
from redraft.formats.docx.revisions import settled
from redraft.formats.registry import read, read_bytes
from tests.formats.docx.made import docx, main_part, para, paragraphs, run, shown


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.md", tmp_path / "new.txt"
    old.write_text("He was a *rouge* ninja.\n\nStays.\n\nGoes away.\n", encoding="utf-8")
    new.write_text("He was a rogue ninja.\n\nStays.\n\nComes along instead.\n", encoding="utf-8")
    return old, new


def test_by_word_and_status(versions: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    old, new = versions
    assert main(["diff", str(old), str(new)]) == 1
    said = capsys.readouterr().out
    assert "1: He was a [-rouge-]{+rogue+} ninja." in said
    assert "Stays" not in said
    assert main(["diff", str(new), str(new)]) == 0
    assert capsys.readouterr().out == ""


def test_as_tracked_changes(versions: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = versions
    out = tmp_path / "out.docx"
    assert main(["diff", str(old), str(new), "-o", str(out), "--author", "Ann"]) == 1
    texts = [each.text for each in read(out).manuscript.paragraphs]
    assert texts == ["He was a rogue ninja.", "Stays.", "Comes along instead."]
    rejected = read_bytes(settled(out.read_bytes(), accept=False), "x").manuscript
    assert [each.text for each in rejected.paragraphs] == ["He was a rouge ninja.", "Stays.", "Goes away."]


def test_a_word_document_against_its_text(tmp_path: Path) -> None:
    old, new, out = tmp_path / "old.docx", tmp_path / "new.txt", tmp_path / "out.docx"
    old.write_bytes(docx(para("One", style="Heading1"), para("He ", run("is", "<w:b/>"), " here."), para("Stays.", properties='<w:jc w:val="right"/>')))
    new.write_text("One\n\nHe was here.\n\nStays.\n", encoding="utf-8")
    assert main(["diff", str(old), str(new), "-o", str(out)]) == 1
    xml = main_part(out.read_bytes())
    assert xml.count("<w:del ") == xml.count("<w:ins ") == 1
    assert "Change" not in xml and '<w:jc w:val="right"/>' in xml
    assert shown(paragraphs(out.read_bytes())) == [("One", []), ("He was here.", ["bold:was"]), ("Stays.", [])]


def test_corrections_in_a_word_document_change_nothing_else(tmp_path: Path) -> None:
    story, out = tmp_path / "story.docx", tmp_path / "out.docx"
    story.write_bytes(docx(para("The ", run("lamp", "<w:b/>"), " went out. He saw the the ", run("door", "<w:i/>"), ".")))
    before = story.read_bytes()
    assert main(["export", str(story), "-o", str(out), "--accept", "doubled-word", "--tracked-changes", "--author", "Bea"]) == 0
    assert story.read_bytes() == before
    assert shown(paragraphs(out.read_bytes())) == [("The lamp went out. He saw the door.", ["bold:lamp", "italic:door"])]
    assert shown(paragraphs(settled(out.read_bytes(), accept=False))) == shown(paragraphs(before))
    assert 'w:author="Bea"' in main_part(out.read_bytes())


@pytest.mark.parametrize(("name", "words"), [("out.txt", "name the file .docx"), ("there.docx", "--force"), ("old.docx", "one of the two")])
def test_refusals(versions: tuple[Path, Path], tmp_path: Path, name: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "there.docx").write_text("x")
    old = versions[0].rename(tmp_path / "old.docx") if name == "old.docx" else versions[0]
    assert main(["diff", str(old), str(versions[1]), "-o", str(tmp_path / name)]) == 2
    assert words in capsys.readouterr().err
    assert (tmp_path / "there.docx").read_text() == "x"


def test_long_stretches_are_shortened() -> None:
    text = "word " * 60
    line = next(differences([f"{text}old {text}"], [f"{text}new {text}"]))
    assert line.startswith("1: …") and line.endswith("…") and len(line) < 120


def test_corrections_as_tracked_changes(tmp_path: Path) -> None:
    story, out = tmp_path / "story.md", tmp_path / "out.docx"
    story.write_text("The lamp went out. He saw the the door.\n", encoding="utf-8")
    assert main(["export", str(story), "-o", str(out), "--accept", "all", "--tracked-changes"]) == 0
    assert [each.text for each in read(out).manuscript.paragraphs] == ["The lamp went out. He saw the door."]
    rejected = read_bytes(settled(out.read_bytes(), accept=False), "x").manuscript
    assert [each.text for each in rejected.paragraphs] == ["The lamp went out. He saw the the door."]


def test_tracked_changes_need_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.md"
    story.write_text("Words.\n", encoding="utf-8")
    assert main(["export", str(story), "-o", str(tmp_path / "out.odt"), "--tracked-changes"]) == 2
    assert ".docx" in capsys.readouterr().err


def test_standard_manuscript_format(tmp_path: Path) -> None:
    story, out = tmp_path / "story.md", tmp_path / "out.docx"
    story.write_text("# One\n\nWords.\n\n* * *\n\nMore.\n", encoding="utf-8")
    assert main(["export", str(story), "-o", str(out), "--format", "shunn"]) == 0
    assert [each.text for each in read(out).manuscript.paragraphs] == ["One", "Words.", "#", "More."]
