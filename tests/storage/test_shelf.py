# SPDX-License-Identifier: GPL-3.0-or-later
"""Records that several windows, machines and sync programs write: nothing is lost, whatever is copied or damaged."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redraft.notes.note import Note
from redraft.places import data_folder
from redraft.storage import shelf as module
from redraft.storage import sidecar as sidecar_module
from redraft.storage.migrations import migrated
from redraft.storage.notes import NoteStore
from redraft.storage.shelf import HeldElsewhere, NewerFormat, NotReadNow, Shelf, told_by
from redraft.storage.sidecar import FORMAT, Sidecar


def ids(sidecar: Sidecar, kind: str = "word") -> list[str]:
    return sorted(each.id for each in sidecar.records(kind))


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_two_windows_of_one_machine_lose_nothing(tmp_path: Path) -> None:
    left, right = Sidecar(tmp_path, "ab"), Sidecar(tmp_path, "ab")
    for number in range(5):
        left.put("word", f"left{number}", {})
        right.put("word", f"right{number}", {})
    right.remove("word", "right0")
    left.put("word", "last", {})
    assert len(ids(Sidecar(tmp_path, "ab"))) == 10 == len(ids(left)) and "right0" not in ids(left)
    assert left.refresh() is False and right.refresh() is True and ids(right) == ids(left)


def test_two_windows_of_one_machine_keep_both_their_notes(tmp_path: Path) -> None:
    left, right = NoteStore(tmp_path, "ab"), NoteStore(tmp_path, "ab")
    left.notebook.add(Note("1", body="left"))
    right.notebook.add(Note("2", body="right"))
    left.notebook.reply("1", "Ann", "yes")
    assert sorted(each.body for each in NoteStore(tmp_path, "ab").notebook) == ["left", "right"]
    assert right.refresh() and len(next(each for each in right.notebook if each.id == "1").answers) == 1
    assert not right.refresh()


def test_the_later_window_wins_whatever_its_clock_says(tmp_path: Path) -> None:
    ahead, behind = Sidecar(tmp_path, "ab", lambda: 5e9), Sidecar(tmp_path, "ab", lambda: 10.0)
    ahead.put("word", "a", {"n": 1})
    behind.put("word", "a", {"n": 2})
    assert Sidecar(tmp_path, "cd").records("word")[0].fields == {"n": 2}


@pytest.mark.parametrize("name", [
    "decisions.ab (Anna's conflicted copy 2024-05-01).jsonl", "decisions.ab-LAPTOP.jsonl", "decisions.ab (1).jsonl",
    "decisions.ab.sync-conflict-20240501-120000-ABCDEFG.jsonl", "decisions.ab (conflicted copy 2024-05-01 120000).jsonl",
    "decisions.ab 2.jsonl", "decisions.ab (SFConflict anna@example.org 2024-05-01-12-00-00).jsonl",
    "decisions.ab.Conflict.jsonl", "decisions.ab [conflicted].jsonl",
])  # fmt: skip
def test_a_sync_programs_second_copy_is_taken_in_and_goes(tmp_path: Path, name: str) -> None:
    Sidecar(tmp_path, "ab").put("word", "both", {})
    own = tmp_path / "decisions.ab.jsonl"
    shutil.copy(own, tmp_path / name)
    other = Sidecar(tmp_path / "elsewhere", "ab")
    other.put("word", "only in the copy", {})
    (tmp_path / name).write_bytes((tmp_path / "elsewhere" / "decisions.ab.jsonl").read_bytes())
    again = Sidecar(tmp_path, "ab")
    assert ids(again) == ["both", "only in the copy"]
    again.put("word", "later", {})
    assert not (tmp_path / name).exists() and ids(Sidecar(tmp_path, "cd")) == ["both", "later", "only in the copy"]


def test_another_machines_second_copy_counts_and_stays(tmp_path: Path) -> None:
    Sidecar(tmp_path / "elsewhere", "cd").put("word", "a", {})
    copy = tmp_path / "decisions.cd (1).jsonl"
    shutil.copy(tmp_path / "elsewhere" / "decisions.cd.jsonl", copy)
    here = Sidecar(tmp_path, "ab")
    here.put("word", "b", {})
    assert ids(here) == ["a", "b"] and copy.exists()


def test_a_second_copy_that_changed_since_stays(tmp_path: Path) -> None:
    Sidecar(tmp_path, "ab").put("word", "a", {})
    copy = tmp_path / "decisions.ab (1).jsonl"
    shutil.copy(tmp_path / "decisions.ab.jsonl", copy)
    shelf = Shelf(tmp_path, "decisions", "ab", FORMAT)
    shelf.read()
    copy.write_bytes(copy.read_bytes() + b'{"kind": "word", "id": "new", "when": 9, "fields": {}}\n')
    shelf.write([])
    assert copy.exists()


def test_second_copies_of_notes_are_taken_in(tmp_path: Path) -> None:
    NoteStore(tmp_path, "ab").notebook.add(Note("1", body="one"))
    NoteStore(tmp_path / "x", "ab").notebook.add(Note("2", body="two"))
    shutil.copy(tmp_path / "x" / "notes.ab.jsonl", tmp_path / "notes.ab-LAPTOP.jsonl")
    again = NoteStore(tmp_path, "ab")
    again.notebook.done("1")
    assert sorted(each.body for each in NoteStore(tmp_path, "zz").notebook) == ["one", "two"]
    assert names(tmp_path) == ["notes.ab.jsonl", "x"]


@pytest.mark.parametrize("name", ["story.md.redraft (1)", "story.md (Anna's conflicted copy 2024-05-01).redraft", "story.md.redraft 2"])
def test_a_second_folder_counts_too(tmp_path: Path, name: str) -> None:
    story = tmp_path / "story.md"
    story.touch()
    Sidecar.open(story).put("word", "a", {})
    Sidecar(tmp_path / name, "cd").put("word", "b", {})
    NoteStore(tmp_path / name, "cd").notebook.add(Note("1", body="one"))
    (tmp_path / "story (1).md").touch()
    Sidecar.open(tmp_path / "story (1).md").put("word", "another story's", {})
    both, notes = Sidecar.open(story), NoteStore.open(story)
    assert ids(both) == ["a", "b"] and [each.body for each in notes.notebook] == ["one"]
    both.put("word", "c", {})
    notes.notebook.add(Note("2", body="two"))
    shutil.rmtree(tmp_path / name)
    assert ids(Sidecar.open(story)) == ["a", "b", "c"]
    assert {each.body for each in NoteStore.open(story).notebook} == {"one", "two"}


def test_git_left_both_sides(tmp_path: Path) -> None:
    one, two = Sidecar(tmp_path / "1", "ab"), Sidecar(tmp_path / "2", "ab")
    one.put("word", "a", {})
    two.put("word", "b", {})
    left, right = ((tmp_path / each / "decisions.ab.jsonl").read_text() for each in "12")
    (tmp_path / "decisions.ab.jsonl").write_text(f"<<<<<<< HEAD\n{left}=======\n{right}>>>>>>> other\n")
    both = Sidecar(tmp_path, "ab")
    assert ids(both) == ["a", "b"] and both.damaged == ()


def test_damaged_lines_are_set_aside_before_the_file_is_written_again(tmp_path: Path) -> None:
    Sidecar(tmp_path, "ab").put("word", "a", {})
    own = tmp_path / "decisions.ab.jsonl"
    own.write_bytes(own.read_bytes() + b'{"kind": "word", "id": "half\n\xff\xfe\x00\n{"kind":"word","id":"nan","when":NaN}\n')
    again = Sidecar(tmp_path, "ab")
    assert ids(again) == ["a"]
    assert again.damaged == tuple(f"decisions.ab.jsonl, line {number}" for number in (3, 4, 5))
    assert "decisions.ab.jsonl, line 3" in again.notices[0] and again.notices[0].endswith(".")
    again.put("word", "b", {})
    again.put("word", "c", {})
    aside = (tmp_path / "decisions.damaged.ab.txt").read_bytes()
    assert b'"half\n' in aside and b"\xff\xfe\x00\n" in aside and aside.count(b"NaN") == 1
    assert ids(Sidecar(tmp_path, "ab")) == ["a", "b", "c"] and not Sidecar(tmp_path, "ab").damaged


def test_odd_characters_do_not_part_a_line(tmp_path: Path) -> None:
    kept = Sidecar(tmp_path, "ab")
    kept.put("word", "a", {"word": "two\u2028lines\x85and\x0bmore \ud800"})
    again = Sidecar(tmp_path, "ab")
    assert again.records("word")[0].fields == {"word": "two\u2028lines\x85and\x0bmore \ud800"} and not again.damaged


def test_a_newer_format_is_read_and_not_written(tmp_path: Path) -> None:
    own = tmp_path / "decisions.ab.jsonl"
    own.write_text(f'{{"redraft": {FORMAT + 1}, "by": "7.3"}}\n{{"kind":"word","id":"a","when":1,"fields":{{}},"new":1}}\n')
    before = own.read_bytes()
    sidecar = Sidecar(tmp_path, "ab")
    assert ids(sidecar) == ["a"] and "Redraft 7.3" in sidecar.notices[0]
    with pytest.raises(NewerFormat, match=r"install Redraft 7\.3"):
        sidecar.put("word", "b", {})
    assert own.read_bytes() == before and ids(sidecar) == ["a", "b"]


def test_a_newer_format_of_another_machine_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / "decisions.cd.jsonl").write_text(f'{{"redraft": {FORMAT + 1}}}\n')
    sidecar = Sidecar(tmp_path, "ab")
    sidecar.put("word", "b", {})
    assert "a newer Redraft" in sidecar.notices[0] and ids(Sidecar(tmp_path, "cd")) == ["b"]


def test_an_older_format_is_brought_forward_and_put_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "decisions.ab.jsonl"
    own.write_text('{"redraft": 1}\n{"fields": {"old": 1}, "id": "a", "kind": "word", "when": 1.0}\n')
    before = own.read_bytes()
    steps = [lambda told: told, lambda told: {**told, "fields": {"new": told["fields"]["old"]}}]
    monkeypatch.setattr(sidecar_module, "STEPS", steps)
    monkeypatch.setattr(sidecar_module, "FORMAT", 3)
    sidecar = Sidecar(tmp_path, "ab")
    assert sidecar.records("word")[0].fields == {"new": 1} and own.read_bytes() == before
    sidecar.put("word", "b", {})
    assert (tmp_path / "decisions.ab.format-1.bak").read_bytes() == before
    assert json.loads(own.read_text().split("\n")[0])["redraft"] == 3
    assert Sidecar(tmp_path, "ab").records("word")[0].fields == {"new": 1}


def test_steps_begin_where_the_file_is() -> None:
    steps = [lambda told: {**told, "first": 1}, lambda told: {**told, "second": 1}]
    assert migrated({}, 1, steps) == {"first": 1, "second": 1}
    assert migrated({}, 2, steps) == {"second": 1}
    assert migrated({}, 3, steps) == migrated({}, 9, steps) == migrated({}, 0, steps) == {}


def test_what_cannot_be_read_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Sidecar(tmp_path, "ab").put("word", "a", {})
    before = (tmp_path / "decisions.ab.jsonl").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(module, "_LARGEST", 3)
        sidecar = Sidecar(tmp_path, "ab")
        assert sidecar.damaged == ("decisions.ab.jsonl",)
        with pytest.raises(NotReadNow, match="nothing was written over it"):
            sidecar.put("word", "b", {})
    assert (tmp_path / "decisions.ab.jsonl").read_bytes() == before


def test_a_window_that_writes_without_an_end_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.05)
    shelf = Shelf(tmp_path, "decisions", "ab", FORMAT)
    sidecar = Sidecar(tmp_path, "ab")
    with shelf.hold(), pytest.raises(HeldElsewhere):
        sidecar.put("word", "a", {})
    sidecar.put("word", "b", {})
    assert ids(Sidecar(tmp_path, "ab")) == ["a", "b"]
    assert not list((data_folder() / "locks").iterdir())


def test_one_that_may_not_write_keeps_in_memory(tmp_path: Path) -> None:
    sidecar, notes = Sidecar(tmp_path / "x", "ab"), NoteStore(tmp_path / "x", "ab")
    sidecar.writable = notes.writable = False
    sidecar.put("word", "a", {})
    notes.notebook.add(Note("1", body="one"))
    assert ids(sidecar) == ["a"] and not (tmp_path / "x").exists()
    sidecar.writable = True
    sidecar.put("word", "b", {})
    assert ids(Sidecar(tmp_path / "x", "ab")) == ["a", "b"]


@pytest.mark.parametrize("line", [b"[" * 100_000, b"null", b"3", b'"x"', b"\xff", b'{"a": 1'])
def test_lines_that_hold_no_object(line: bytes) -> None:
    assert told_by(line) is None


_WRITER, _ID, _VALUE = st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(0, 3)
_DEEDS = st.lists(st.tuples(_WRITER, st.sampled_from(["put", "remove", "reopen", "copy"]), _ID, _VALUE), max_size=25)


@settings(max_examples=40)
@given(deeds=_DEEDS, clocks=st.tuples(*[st.floats(0, 4e9)] * 3))
def test_whoever_writes_in_whatever_order_the_last_word_counts(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, str, str, int]], clocks: tuple[float, float, float]
) -> None:
    folder = tmp_path_factory.mktemp("one")
    machines = {"a": "one", "b": "one", "c": "two"}
    writers = {each: Sidecar(folder, machines[each], lambda now=now: now) for each, now in zip("abc", clocks, strict=True)}
    expected: dict[str, int] = {}
    for writer, deed, id, value in deeds:
        writers[writer].refresh()
        if deed == "put":
            writers[writer].put("word", id, {"n": value})
            expected[id] = value
        elif deed == "remove":
            writers[writer].remove("word", id)
            expected.pop(id, None)
        elif deed == "copy" and (folder / f"decisions.{machines[writer]}.jsonl").exists():
            shutil.copy(folder / f"decisions.{machines[writer]}.jsonl", folder / f"decisions.{machines[writer]} ({value}).jsonl")
    for reader in ("one", "two", "three"):
        assert {each.id: each.fields["n"] for each in Sidecar(folder, reader).records("word")} == expected


@settings(max_examples=40)
@given(orders=st.permutations(range(6)), whens=st.lists(st.integers(1, 3), min_size=6, max_size=6))
def test_machines_merge_alike_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, orders: list[int], whens: list[int]
) -> None:
    made = tmp_path_factory.mktemp("two")
    lines = [json.dumps({"kind": "word", "id": "a", "when": when, "fields": {"n": place}}) for place, when in enumerate(whens)]
    for folder, order in (("1", range(6)), ("2", orders)):
        (made / folder).mkdir()
        for name, place in enumerate(order):
            (made / folder / f"decisions.m{name}.jsonl").write_text(f'{{"redraft": 1}}\n{lines[place]}\n')
    one, two = (Sidecar(made / each, "x").records("word") for each in "12")
    assert one == two


@settings(max_examples=80)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_without_a_stir(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "decisions.ab.jsonl").write_bytes(data)
    (folder / "notes.ab.jsonl").write_bytes(data)
    sidecar, notes = Sidecar(folder, "ab"), NoteStore(folder, "ab")
    sidecar.put("word", "a", {})
    notes.notebook.add(Note("1", body="one"))
    assert "a" in ids(Sidecar(folder, "ab")) and notes.trouble is None
    kept = b"".join(each.read_bytes() for each in sorted(folder.iterdir()))
    for line in data.replace(b"\r", b"").split(b"\n"):
        assert told_by(line) is not None or line.strip(b"\r") in kept
