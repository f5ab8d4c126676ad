# SPDX-License-Identifier: GPL-3.0-or-later
"""Places shown and places written."""

from __future__ import annotations

from redraft.manuscript.model import Manuscript, Paragraph, SourceFile, ends_line


def test_joints_tie_shown_to_raw() -> None:
    paragraph = Paragraph(0, "one two three", "  one\r\ntwo three", joints=((0, 2), (4, 7)))
    assert [paragraph.raw[paragraph.to_raw(each)] for each in (0, 4, 8)] == ["o", "t", "t"]
    assert paragraph.end_to_raw(3) == 5
    assert paragraph.lead == "  "


def test_the_source_of_a_folder_parts_its_files_by_a_newline() -> None:
    files = (SourceFile(None), SourceFile(None, prefix="\ufeff"))
    manuscript = Manuscript(None, files, (Paragraph(0, "a", "a", ""), Paragraph(1, "b", "b", "\n", 1)))
    assert manuscript.source == "a\n\ufeffb\n"
    assert manuscript.starts == (0, 3)
    assert manuscript.source_span(1, 0, 1) == (3, 4)


def test_glued_paragraphs_have_no_line_end_behind_them() -> None:
    assert Paragraph(0, "a", "a", " ").glued
    assert not Paragraph(0, "a", "a", " \r\n").glued
    assert ends_line("\u2028") and not ends_line("")


def test_no_paragraphs_is_the_prefix_alone() -> None:
    assert Manuscript(None, (SourceFile(None, prefix="\n"),)).source == "\n"
