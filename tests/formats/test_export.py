# SPDX-License-Identifier: GPL-3.0-or-later
"""From one format to another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.export import chapters, export, not_held, write_markdown, write_text
from redraft.formats.flow import Block
from redraft.formats.pdf import NotPrinted
from redraft.formats.plainly import markdown_of
from redraft.formats.registry import read, read_bytes, render
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Session
from redraft.text.folding import read_markup

BODY = "The lamp had burned low before anybody thought of the boy."


def opened(folder: Path, name: str, text: str) -> Manuscript:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return read(folder / name).manuscript


def test_its_own_format_is_written_as_it_is(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md"):
        text = "\ufeff  *One.* \r\n\r\n\r\nTwo."
        assert export(opened(tmp_path, name, text), name[1:]) == text.encode()


def test_markdown_to_text(tmp_path: Path) -> None:
    text = f"# The Gate\n\n{BODY} *Never* again, **he** said, 5 \\* 3.\n\n\\* \\* \\*\n\n> A letter.\n\nChapter Two\n-----------\n\n{BODY}\n"
    assert write_text(opened(tmp_path, "a.md", text)).decode() == (
        f"The Gate\n\n{BODY} Never again, he said, 5 * 3.\n\n* * *\n\nA letter.\n\nChapter Two\n\n{BODY}\n"
    )


def test_text_to_markdown(tmp_path: Path) -> None:
    text = f"Left Behind\nby Somebody\n\nChapter One: Here\n{BODY} *Never*, <b>he</b> said; a_b * c.\noOo\n- No, she said.\n1. One thing\n"
    assert write_markdown(opened(tmp_path, "a.txt", text)).decode() == (
        f"# Left Behind\n\nby Somebody\n\n# Chapter One: Here\n\n{BODY} *Never*, **he** said; a\\_b \\* c.\n\n* * *\n\n"
        "\\- No, she said.\n\n1\\. One thing\n"
    )


def test_a_viewpoint_line_stays_under_its_break(tmp_path: Path) -> None:
    assert write_markdown(opened(tmp_path, "a.txt", f"{BODY}\n\nAnko’s POV\n\n{BODY}\n")).decode() == (
        f"{BODY}\n\n* * *\n\nAnko’s POV\n\n{BODY}\n"
    )


def test_pieces_of_one_paragraph_are_one(tmp_path: Path) -> None:
    text = f"{BODY} " * 700
    assert write_markdown(opened(tmp_path, "a.txt", text)).decode() == text.strip() + "\n"


def test_nothing_is_nothing(tmp_path: Path) -> None:
    assert write_markdown(opened(tmp_path, "a.txt", "")) == b""


def test_other_endings_are_refused() -> None:
    with pytest.raises(ValueError, match="doc"):
        export(read_bytes(b"x", "x").manuscript, ".doc")


@given(st.lists(st.sampled_from(["word", "*", "_", "<i>", "</i>", "[", "]", "\\", "#", "-", "1.", ">", "`", " "]), min_size=1, max_size=12))
def test_what_is_read_in_text_is_read_in_markdown(bits: list[str]) -> None:
    text = " ".join("".join(bits).split())
    manuscript = read_bytes(f"{BODY}\n\n{text} and so on it went\n\n{BODY}\n".encode(), "x").manuscript
    written = write_markdown(manuscript).decode().split("\n\n")[1]
    shown = manuscript.paragraphs[1].text
    assert read_markup(written).text.split() == read_markup(shown).text.split()


def test_front_matter_becomes_a_title_and_a_byline(tmp_path: Path) -> None:
    text = f'---\ntitle: "The Gate"\nauthor: Ann\ntags: a, b\n---\n\n{BODY}\n'
    assert write_text(opened(tmp_path, "a.md", text)).decode() == f"The Gate\n\nby Ann\n\n{BODY}\n"


def test_a_larger_gap_between_scenes_stays_one(tmp_path: Path) -> None:
    scene = "\n\n".join([BODY] * 6)
    manuscript = opened(tmp_path, "a.txt", f"{scene}\n\n\n\n{scene}\n")
    assert write_markdown(manuscript).decode() == f"{scene}\n\n\n{scene}\n"
    assert export(manuscript, ".html").count(b"<p>&nbsp;</p>") == 1


def test_the_plain_page_of_story_sites(tmp_path: Path) -> None:
    manuscript = opened(tmp_path, "a.md", f"# One & Two\n\n{BODY} *Never*, <u>he</u> **said** < 3.\n\n***\n\nLine  \ntwo.\n")
    assert export(manuscript, ".html", plain=True).decode() == (
        f"<p><strong>One &amp; Two</strong></p>\n<p>{BODY} <em>Never</em>, he <strong>said</strong> &lt; 3.</p>\n<hr>\n"
        "<p>Line<br>two.</p>\n"
    )


def test_notes_are_carried_along(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1 Words{\footnote A note.} more.\par}")
    manuscript = read(path).manuscript
    assert write_text(manuscript) == b"Words[1] more.\n\n[1] A note.\n"
    assert write_markdown(manuscript) == b"Words[^1] more.\n\n[^1]: A note.\n"
    for suffix in (".odt", ".html"):
        (tmp_path / f"b{suffix}").write_bytes(export(manuscript, suffix))
        found = read(tmp_path / f"b{suffix}").manuscript.paragraphs
        assert [(each.text, [mark.value for mark in each.marks]) for each in found] == [("Words more.", ["A note."])]


def test_markdown_uses_tags_where_stars_would_not_be_read() -> None:
    blocks = [Block("unbelievable", (Mark(2, 8, MarkKind.ITALIC),)), Block("a *b* c", (Mark(2, 5, MarkKind.BOLD),)),
              Block(" odd ends ", (Mark(0, 10, MarkKind.ITALIC),))]  # fmt: skip
    assert markdown_of(blocks).decode() == "un<i>believ</i>able\n\na <b>\\*b\\*</b> c\n\n *odd ends* \n"


def test_a_pdf_is_printed_without_a_display(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    data = export(opened(tmp_path, "a.md", f"# One\n\n{BODY}\n\n* * *\n\n{BODY}\n"), ".pdf")
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")


def test_a_printer_that_does_not_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "absent"))
    with pytest.raises(NotPrinted, match=r"could not be made.*\.odt"):
        export(opened(tmp_path, "a.md", BODY), ".pdf")


def test_each_file_of_a_folder_is_a_manuscript_of_its_own(tmp_path: Path) -> None:
    for name in ("1.txt", "1.md", "2.txt"):
        (tmp_path / name).write_text(f"{name}: {BODY}\n")
    parts = dict(chapters(read(tmp_path).manuscript))
    assert sorted(parts) == ["1", "1-2", "2"]
    for part in parts.values():
        assert part.path is not None and export(part, part.path.suffix) == part.path.read_bytes()


def test_front_matter_is_kept_when_a_markdown_file_is_saved(tmp_path: Path) -> None:
    text = f'---\ntitle: "The Gate"\ntags: [a, b]\n---\n\n# One\n\n{BODY}\n'
    manuscript = opened(tmp_path, "a.md", text)
    session = Session(manuscript)
    at = next(at for at, each in enumerate(manuscript.paragraphs) if each.text == BODY)
    session.replace(at, at + 1, ["Other words."], label="edit", initiator="test")
    assert render(session.manuscript).decode() == text.replace(BODY, "Other words.")


@pytest.mark.parametrize("suffix", [".odt", ".html", ".docx", ".txt"])
def test_front_matter_is_a_title_and_a_byline_elsewhere(tmp_path: Path, suffix: str) -> None:
    manuscript = opened(tmp_path, "a.md", f"---\ntitle: The Gate\nauthor: Ann\ntags: a\n---\n\n{BODY}\n")
    (tmp_path / f"b{suffix}").write_bytes(export(manuscript, suffix))
    assert [each.text for each in read(tmp_path / f"b{suffix}").manuscript.paragraphs if each.text] == ["The Gate", "by Ann", BODY]


def test_a_page_exported_as_a_page_is_the_page_with_its_edits(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_text("<html><head><link rel=x></head><body><p class=k>One.</p></body></html>")
    manuscript = read(path).manuscript
    edited = manuscript.with_paragraphs([replace(each, text="Two.", raw="Two.") for each in manuscript.paragraphs])
    assert export(edited, ".html") == b"<html><head><link rel=x></head><body><p class=k>Two.</p></body></html>"
    assert export(edited, ".html", plain=True) == b"<p>Two.</p>\n"


def test_a_page_that_cannot_take_an_edit_is_exported_anew(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_text("<title>nothing</title>")
    manuscript = read(path).manuscript
    edited = manuscript.with_paragraphs([replace(each, text="Two.", raw="Two.") for each in manuscript.paragraphs])
    assert b"<p>Two.</p>" in export(edited, ".html")


def test_what_a_copy_does_not_hold_is_said(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_text("<p>a<img alt=x><img></p><p><del datetime=2024>b</del>c</p>")
    manuscript = read(path).manuscript
    assert [each.sentence for each in not_held(manuscript, ".docx")] == [
        "2 pictures are not in the copy.", "1 tracked deletion is not in the copy.",
    ]  # fmt: skip
    assert not_held(manuscript, ".html") == ()
