# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet of Markdown paragraphs in every format."""

from __future__ import annotations

import io
import zipfile

import pytest

from redraft.formats.sheet import sheet

PARTS = ["# Story bible", "## Cast", "**Eyes:** green \\*star\\*"]


def test_markdown_is_as_it_was_made() -> None:
    assert sheet(PARTS, ".md").decode() == "# Story bible\n\n## Cast\n\n**Eyes:** green \\*star\\*\n"


def test_word_has_headings_and_bold() -> None:
    with zipfile.ZipFile(io.BytesIO(sheet(PARTS, ".docx"))) as archive:
        document = archive.read("word/document.xml").decode()
    assert "Story bible" in document and "Heading2" in document and "<w:b/>" in document and "**" not in document


def test_no_other_ending() -> None:
    with pytest.raises(ValueError, match="no export"):
        sheet(PARTS, ".exe")
