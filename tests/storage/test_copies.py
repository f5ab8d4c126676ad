# SPDX-License-Identifier: GPL-3.0-or-later
"""Every copy handed out is there again, exactly, and who had it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from redraft.notes.note import text_digest
from redraft.storage import copies as module
from redraft.storage.copies import Copies, Handed

TEXT = "\ufeffOne.\r\n\r\nTwo “words” — 😀 \ud800.\n"


def beside(folder: Path, installation: str = "one") -> Copies:
    return Copies(folder / "story.md.redraft", installation)


def test_opening_makes_nothing(tmp_path: Path) -> None:
    copies = beside(tmp_path)
    assert copies.handed == () and copies.digests == frozenset() and copies.text("ab") is None
    assert list(tmp_path.iterdir()) == []


def test_a_copy_is_there_again_to_the_character(tmp_path: Path) -> None:
    made = beside(tmp_path).hand_out(TEXT, Handed("", "Ann", "2026-03-01T10:00:00.000Z", title="The Gate", scenes=(1, 3)))
    assert made.digest == text_digest(TEXT)
    again = beside(tmp_path)
    assert again.text(made.digest) == TEXT
    assert again.handed == (made,)


def test_the_same_text_is_kept_once_for_two_readers(tmp_path: Path) -> None:
    beside(tmp_path).hand_out(TEXT, Handed("", "Ann"))
    copies = beside(tmp_path)
    copies.hand_out(TEXT, Handed("", "Bo"))
    assert [each.reader for each in copies.handed] == ["Ann", "Bo"]
    assert len(list((tmp_path / "story.md.redraft" / "copies").iterdir())) == 1


def test_two_machines_write_two_lists_and_read_both(tmp_path: Path) -> None:
    beside(tmp_path, "one").hand_out("A text.", Handed("", "Ann"))
    beside(tmp_path, "two").hand_out("Another.", Handed("", "Bo"))
    assert {each.reader for each in beside(tmp_path, "three").handed} == {"Ann", "Bo"}
    assert len(list((tmp_path / "story.md.redraft").glob("copies.*.jsonl"))) == 2


@pytest.mark.parametrize("spoil", [
    lambda data: data[:-9], lambda data: b"not gzip", lambda data: gzip.compress(b"another text"), lambda data: b"",
    lambda data: gzip.compress(b"\xff\xfe"),
])
def test_a_damaged_copy_is_no_copy(tmp_path: Path, spoil: object) -> None:
    digest = beside(tmp_path).keep(TEXT)
    path = tmp_path / "story.md.redraft" / "copies" / f"{digest}.txt.gz"
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert beside(tmp_path).text(digest) is None


def test_a_line_that_is_none_costs_only_itself(tmp_path: Path) -> None:
    beside(tmp_path).hand_out(TEXT, Handed("", "Ann"))
    path = tmp_path / "story.md.redraft" / "copies.one.jsonl"
    path.write_text(path.read_text("utf-8") + "{broken\n[1]\n{\"copy\": 1, \"scenes\": 2}\n", encoding="utf-8")
    assert [each.reader for each in beside(tmp_path).handed] == ["Ann"]


def test_what_was_handed_out_is_never_forgotten(tmp_path: Path) -> None:
    copies = beside(tmp_path)
    handed, base = copies.hand_out(TEXT).digest, copies.keep("a base")
    copies.forget(handed)
    copies.forget(base)
    assert beside(tmp_path).digests == {handed}


def test_a_story_without_a_file_keeps_them_for_now() -> None:
    copies = Copies.open(None)
    digest = copies.hand_out(TEXT, Handed("", "Ann")).digest
    assert copies.text(digest) == TEXT and len(copies.handed) == 1


def test_a_name_from_outside_is_no_path(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt.gz"
    secret.write_bytes(gzip.compress(b"x"))
    beside(tmp_path).keep(TEXT)
    assert beside(tmp_path).text("../../secret") is None
    beside(tmp_path).forget("../../secret")
    assert secret.exists()


def test_the_story_under_another_name_takes_them_along(tmp_path: Path) -> None:
    old = beside(tmp_path)
    digest = old.hand_out(TEXT, Handed("", "Ann")).digest
    base = old.keep("a base")
    new = Copies(tmp_path / "other.md.redraft", "one")
    new.inherit(old)
    again = Copies(tmp_path / "other.md.redraft", "one")
    assert again.text(digest) == TEXT and again.text(base) == "a base" and again.handed == old.handed


def test_a_text_kept_aside_is_not_beside_the_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = beside(tmp_path).keep_aside(TEXT)
    assert list(tmp_path.iterdir()) == [] and beside(tmp_path).text(digest) == TEXT
    monkeypatch.setattr(module, "_MOST_ASIDE", 2)
    for each in ("a", "b"):
        beside(tmp_path).keep_aside(each)
    assert beside(tmp_path).text(digest) is None


def test_two_windows_that_hand_out_at_once_are_both_listed(tmp_path: Path) -> None:
    left, right = Copies(tmp_path, "ab"), Copies(tmp_path, "ab")
    left.hand_out("one", Handed("", "Anna", title="line\u2028end"))
    right.hand_out("two", Handed("", "Bo"))
    left.hand_out("three", Handed("", "Cy"))
    assert {each.reader for each in Copies(tmp_path, "cd").handed} == {"Anna", "Bo", "Cy"}
