# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that a word processor has open is known by what lies beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.storage.neighbours import Holder, holder


def test_a_file_alone_is_free(tmp_path: Path) -> None:
    story = tmp_path / "story.docx"
    story.write_bytes(b"")
    (tmp_path / ".~lock.other.docx#").write_text("Ann,")
    (tmp_path / "~$other story.docx").write_bytes(b"")
    assert holder(story) is None


def test_libreoffice_says_who(tmp_path: Path) -> None:
    (tmp_path / ".~lock.story.odt#").write_text("Ann Author,ann,desk,21.11.2026 16:00,file:///home/ann/.config;")
    assert holder(tmp_path / "story.odt") == Holder("LibreOffice", "Ann Author")


@pytest.mark.parametrize(("name", "lock"), [
    ("manuscript.docx", "~$nuscript.docx"), ("my book.docx", "~$y book.docx"), ("story.docx", "~$story.docx"),
])
def test_word_shortens_long_names(tmp_path: Path, name: str, lock: str) -> None:
    (tmp_path / lock).write_bytes(b"\x03Ann" + b" " * 50)
    assert holder(tmp_path / name) == Holder("Word", "Ann")


def test_an_empty_or_odd_lock_still_counts(tmp_path: Path) -> None:
    (tmp_path / "~$story.docx").write_bytes(b"")
    assert holder(tmp_path / "story.docx") == Holder("Word")
    (tmp_path / "~$story.docx").write_bytes(b"\xff" * 4)
    assert holder(tmp_path / "story.docx") == Holder("Word")


def test_word_locks_no_markdown(tmp_path: Path) -> None:
    (tmp_path / "~$story.md").write_bytes(b"")
    assert holder(tmp_path / "story.md") is None


def test_the_sentence_says_what_to_do() -> None:
    assert Holder("Word", "Ann").sentence("a.docx").startswith("Word (Ann) has “a.docx” open.")
    assert "close it there" in Holder("LibreOffice").sentence("a.odt")
