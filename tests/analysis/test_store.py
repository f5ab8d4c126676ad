# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

from redraft.analysis.store import EvidenceStore


def test_what_was_kept_is_found_again_by_kind_and_key(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "evidence.sqlite"
    store = EvidenceStore(path)
    store.put("language 1", {"a": [1, "x"], "b": []})
    store.close()
    again = EvidenceStore(path)
    assert again.get("language 1", ["a", "b", "c"]) == {"a": [1, "x"], "b": []}
    assert again.get("language 2", ["a"]) == {}


def test_more_keys_than_one_question_holds(tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "evidence.sqlite")
    store.put("k", {str(number): number for number in range(1700)})
    assert len(store.get("k", (str(number) for number in range(2000)))) == 1700


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    path = tmp_path / "evidence.sqlite"
    path.write_bytes(b"no database at all" * 100)
    store = EvidenceStore(path)
    store.put("k", {"a": 1})
    assert store.get("k", ["a"]) == {}


def test_a_file_grown_too_large_starts_anew(tmp_path: Path) -> None:
    path = tmp_path / "evidence.sqlite"
    store = EvidenceStore(path)
    store.put("k", {"a": "x" * 1000})
    store.close()
    assert EvidenceStore(path, limit=10).get("k", ["a"]) == {}


def test_without_a_place_nothing_is_kept_and_nothing_fails() -> None:
    store = EvidenceStore(None)
    store.put("k", {"a": 1})
    assert store.get("k", ["a"]) == {}
