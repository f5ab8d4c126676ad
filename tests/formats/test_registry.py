# SPDX-License-Identifier: GPL-3.0-or-later
"""The door to files and folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.errors import NoPermission, NoTexts, OnlyRead, OtherKind, Vanished
from redraft.formats.registry import digest, format_of, natural, read, read_bytes, render
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile

LINES = st.lists(st.sampled_from(["“Words,” he said.", "", "  café", "x" * 80, "# One", "wide — dash… "]), max_size=12)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "mac_roman"]))
def test_open_and_save_unchanged_is_the_same_file(lines: list[str], newline: str, encoding: str) -> None:
    data = newline.join(lines).encode(encoding)
    opened = read_bytes(data, "story")
    assert render(opened.manuscript) == data
    assert opened.manuscript.files[0].digest == digest(data)
    assert opened.manuscript.source.encode(encoding.removesuffix("-sig")) == data or opened.manuscript.source.startswith("\ufeff")


@given(LINES, st.sampled_from(["\n", "\r\n"]))
def test_source_spans_hold_the_shown_words(lines: list[str], newline: str) -> None:
    manuscript = read_bytes(newline.join(lines).encode(), "story").manuscript
    for index, paragraph in enumerate(manuscript.paragraphs):
        start, end = manuscript.source_span(index, 0, len(paragraph.text))
        assert " ".join(manuscript.source[start:end].split()) == " ".join(paragraph.text.split())


def test_the_source_is_the_decoded_file(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\n\r\nTwo.\r\n")
    manuscript = read(path).manuscript
    assert manuscript.source == "\ufeffOne.\r\n\r\nTwo.\r\n"
    assert manuscript.files[0].format == "markdown"
    assert manuscript.path == path


def test_a_folder_is_a_manuscript_in_natural_order(tmp_path: Path) -> None:
    for name in ("chapter-10.txt", "chapter-2.txt", "Chapter-1.md", ".hidden.txt", "notes.pdf"):
        (tmp_path / name).write_text(f"This is {name}.")
    (tmp_path / "chapter-2.txt.redraft").mkdir()
    manuscript = read(tmp_path).manuscript
    assert [each.path.name for each in manuscript.files if each.path] == ["Chapter-1.md", "chapter-2.txt", "chapter-10.txt"]
    assert manuscript.source == "This is Chapter-1.md.\nThis is chapter-2.txt.\nThis is chapter-10.txt."
    assert [each.id for each in manuscript.paragraphs] == [0, 1, 2]
    for index, file in enumerate(manuscript.files):
        assert file.path is not None and render(manuscript, index) == file.path.read_bytes()


def test_a_folder_of_documents_is_a_manuscript(tmp_path: Path) -> None:
    for number, words in ((10, "Last."), (2, "Second."), (1, "First.")):
        (tmp_path / f"{number}.rtf").write_bytes(b"{\\rtf1 " + words.encode() + b"\\par}")
    (tmp_path / "notes.txt").write_text("Not the story.")
    opened = read(tmp_path)
    assert opened.manuscript.source == "First.\nSecond.\nLast."
    assert [each.id for each in opened.manuscript.paragraphs] == [0, 1, 2]
    assert "“notes.txt”" in opened.losses[0].sentence


def test_a_bad_file_in_a_folder_is_left_out_aloud(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("Good.")
    (tmp_path / "2.txt").write_bytes(bytes(range(256)))
    opened = read(tmp_path)
    assert len(opened.manuscript.files) == 1
    assert len(opened.losses) == 1 and "2.txt" in opened.losses[0].sentence


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(NoTexts, match=r"no texts in it.*\.odt, \.rtf.*\.txt"):
        read(tmp_path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Vanished, match="not there"):
        read(tmp_path / "gone.txt")


def test_a_document_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"PK\x03\x04....xl/workbook.xml")
    with pytest.raises(OtherKind, match=r"a spreadsheet.*Save it as"):
        read(path)


def test_a_wrong_ending_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "story.docx"
    path.write_bytes(rb"{\rtf1 Words.\par}")
    opened = read(path)
    assert (opened.manuscript.files[0].format, opened.manuscript.source) == ("rtf", "Words.")
    for name in ("story.odt", "story.html", "story.rtf"):
        (tmp_path / name).write_text("One.\n\nTwo < 3.")
        opened = read(tmp_path / name)
        assert opened.manuscript.files[0].format == "text"
        assert opened.manuscript.source == "One.\n\nTwo < 3."
        assert "plain text, whatever its ending says" in opened.notices[0]


def test_no_new_file_is_made_in_a_format_that_is_only_changed() -> None:
    for form in ("rtf", "epub"):
        manuscript = Manuscript(None, (SourceFile(None, form),), (Paragraph(0, "Words.", "Words."),))
        with pytest.raises(OnlyRead, match=rf"changes \.{form} files and makes no new ones"):
            render(manuscript)


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may read everything")
def test_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Words.")
    path.chmod(0)
    with pytest.raises(NoPermission, match="permission"):
        read(path)


def test_without_permission_by_the_systems_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(NoPermission, match="permission"):
        read(tmp_path / "story.txt")


def test_an_empty_file_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.touch()
    manuscript = read(path).manuscript
    assert manuscript.source == ""
    assert render(manuscript) == b""


@pytest.mark.parametrize("words", ["שלום עולם, זה סיפור.", "👩‍👩‍👧 e\u0301 a\u0308", "彼女は明日来ると言った。"])
def test_other_scripts_pass_through(words: str) -> None:
    manuscript = read_bytes(words.encode(), "story").manuscript
    assert manuscript.paragraphs[0].text == words
    assert render(manuscript).decode() == words


def test_names_sort_as_people_sort_them() -> None:
    assert sorted(["b10", "b9", "B1", "a2", "²"], key=natural)[:4] == ["a2", "B1", "b9", "b10"]


def test_the_ending_names_the_format() -> None:
    assert format_of(Path("a/Story.MD")) == "markdown"
    assert format_of(Path("story")) == "text"


def test_the_samples_and_drafts_are_saved_as_they_were(shared: Path) -> None:
    samples = [*(Path(__file__).parents[2] / "seeds").glob("*.[mt][dx]*"), *(shared / "manuscripts").glob("*.txt")]
    assert len(samples) >= 6
    for path in samples:
        manuscript = read(path).manuscript
        assert render(manuscript) == path.read_bytes()
        assert manuscript.source == path.read_bytes().decode("utf-8")
