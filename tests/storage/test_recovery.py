# SPDX-License-Identifier: GPL-3.0-or-later
"""Unsaved text outlives its program."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redraft.formats.registry import read, read_bytes
from redraft.manuscript.session import Session
from redraft.storage import journal, recovery
from redraft.storage.atomic import SaveError
from redraft.storage.recovery import LeftBehind, RecoveryFile, left_behind, recovery_folder

STORY = "One.\r\n\r\n  Two. \r\n\r\nThree.\r\n"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def opened(folder: Path) -> tuple[Session, RecoveryFile]:
    session, file = Session(read_bytes(STORY.encode(), "x").manuscript), RecoveryFile(folder)
    session.subscribe(lambda event: file.note(event.changes))
    return session, file


def edit(session: Session, index: int, text: str) -> None:
    session.replace(index, index + 1, [text], label="typing", initiator="t", merge_key="typing")


def read_back(file: RecoveryFile) -> LeftBehind:
    return LeftBehind(file.path, None, 0.0)


def test_nothing_is_written_while_nothing_is_unsaved(tmp_path: Path) -> None:
    session, file = opened(tmp_path)
    file.flush(session.manuscript)
    assert names(tmp_path) == []


def test_edits_splits_and_undo_are_replayed(tmp_path: Path) -> None:
    session, file = opened(tmp_path)
    edit(session, 0, "Uno — “naïve” 🙂.")
    file.flush(session.manuscript)
    session.replace(1, 2, ["Two", "and a half."], label="x", initiator="t")
    edit(session, 3, "Tres.")
    file.flush(session.manuscript)
    session.undo()
    session.replace(4, 4, ["Four."], label="x", initiator="t")
    file.flush(session.manuscript)
    assert read_back(file).manuscript() == session.manuscript
    file.safe()
    assert names(tmp_path) == []


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 2), st.text(max_size=8)), max_size=12), st.integers(1, 4))
def test_whatever_was_flushed_comes_back(tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, str]], every: int) -> None:
    session, file = opened(tmp_path_factory.mktemp("r"))
    for number, (index, text) in enumerate([(0, "first"), *edits]):
        edit(session, index, text)
        if number % every == 0:
            file.flush(session.manuscript)
            held = session.manuscript
    assert read_back(file).manuscript() == held
    file.safe()


def test_a_torn_last_line_costs_only_itself(tmp_path: Path) -> None:
    session, file = opened(tmp_path)
    edit(session, 0, "First.")
    file.flush(session.manuscript)
    edit(session, 1, "Second.")
    file.flush(session.manuscript)
    held = session.manuscript
    edit(session, 2, "Third.")
    file.flush(session.manuscript)
    file.path.write_bytes(file.path.read_bytes()[:-9])
    assert read_back(file).manuscript() == held
    file.safe()


def test_a_journal_that_grew_too_long_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "_LARGEST", 4_000)
    session, file = opened(tmp_path)
    for count in range(300):
        edit(session, 0, "word " * count)
        file.flush(session.manuscript)
    assert file.path.stat().st_size < 10_000
    assert read_back(file).manuscript() == session.manuscript
    file.safe()


def test_a_full_disk_is_told_and_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, file = opened(tmp_path)
    edit(session, 0, "First.")

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(recovery, "write_in_new_folder", full)
        with pytest.raises(SaveError, match="disk is full"):
            file.flush(session.manuscript)
        assert not file.holds
    file.flush(session.manuscript)
    assert file.holds and read_back(file).manuscript() == session.manuscript
    file.safe()


def test_what_failed_in_a_thread_is_not_done_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next batch was taken already when writing the one before it failed."""
    session, file = opened(tmp_path)
    edit(session, 0, "First.")
    file.flush(session.manuscript)
    session.replace(1, 1, ["Put in."], label="x", initiator="t")
    first = file.batch(session.manuscript)
    session.replace(1, 1, ["Put in as well."], label="x", initiator="t")
    second = file.batch(session.manuscript)
    assert first is not None and second is not None
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(5, "Input/output error")))
        with pytest.raises(SaveError):
            file.write(first)
    file.write(second)
    session.replace(1, 1, ["A third."], label="x", initiator="t")
    file.flush(session.manuscript)
    assert read_back(file).manuscript() == session.manuscript
    file.safe()


def test_it_is_forgotten_only_when_the_saved_file_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    session, file = Session(read(path).manuscript), RecoveryFile(tmp_path / "kept")
    session.subscribe(lambda event: file.note(event.changes))
    edit(session, 0, "First.")
    file.flush(session.manuscript)
    path.write_bytes(b"not what was saved")
    assert not file.saved(session.manuscript) and file.path.exists()
    path.write_bytes(STORY.encode())
    saved = session.manuscript
    edit(session, 1, "Typed while the file was read back.")
    assert file.saved(saved) and not file.path.exists()
    file.flush(session.manuscript)
    assert read_back(file).manuscript() == session.manuscript
    file.safe()


def test_what_was_done_is_on_disk_when_the_call_returns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, file = opened(tmp_path)
    synced: list[int] = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (synced.append(os.fstat(handle).st_size), real(handle))[1])
    for count in range(3):
        edit(session, 0, f"Typed {count}.")
        file.flush(session.manuscript)
        assert file.path.stat().st_size in synced
        synced.clear()
    file.safe()


def test_the_text_of_a_living_program_is_not_offered(tmp_path: Path) -> None:
    session, file = opened(tmp_path)
    edit(session, 0, "Unsaved.")
    file.flush(session.manuscript)
    assert left_behind(tmp_path) == []
    file.safe()


def test_what_cannot_be_read_is_offered_as_such_and_kept(tmp_path: Path) -> None:
    (tmp_path / "1-x.recovery").write_bytes(b"junk\n\xff")
    (tmp_path / "2-x.recovery").write_bytes(b"")
    found = left_behind(tmp_path)
    assert [each.manuscript() for each in found] == [None, None]
    aside = [each.put_aside() for each in found]
    assert left_behind(tmp_path) == [] and {each.name for each in aside} == set(names(tmp_path))
    assert left_behind(tmp_path / "none") == []


def test_what_a_newer_redraft_left_is_left_to_it(tmp_path: Path) -> None:
    session, file = opened(tmp_path)
    edit(session, 0, "First.")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(journal, "VERSION", 9)
        file.flush(session.manuscript)
    lock = file._lock
    assert lock is not None
    lock.release()
    assert left_behind(tmp_path) == [] and file.path.exists()
    file.safe()


CHILD = textwrap.dedent(
    """
    import sys, time
    from pathlib import Path
    from redraft.formats.registry import read
    from redraft.manuscript.session import Session
    from redraft.storage.recovery import RecoveryFile
    session, file = Session(read(Path(sys.argv[1])).manuscript), RecoveryFile()
    session.subscribe(lambda event: file.note(event.changes))
    for count in range(100000):
        session.replace(0, 1, [f"Typed {count}."], label="typing", initiator="t")
        file.flush(session.manuscript)
        print(count, flush=True)
        time.sleep(0.002)
    """
)


def test_text_survives_the_killing_of_its_program(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("As it was.\nSecond.\n")
    path = os.pathsep.join([str(Path(recovery.__file__).parents[2]), *sys.path])
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(story)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}
    )
    assert child.stdout is not None
    last = 0
    for line in child.stdout:
        last = int(line)
        if last >= 20:
            break
    assert left_behind() == []
    child.kill()
    child.wait()
    last = max([last, *(int(each) for each in child.stdout.read().split())])
    child.stdout.close()
    found = left_behind()
    assert [each.story for each in found] == [story]
    manuscript = found[0].manuscript()
    assert manuscript is not None
    assert int(manuscript.paragraphs[0].text.split()[1].rstrip(".")) >= last
    assert manuscript.paragraphs[1].text == "Second."
    found[0].discard()
    assert list(recovery_folder().iterdir()) == []
