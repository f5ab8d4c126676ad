# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from redraft.storage.log import Log, Word, functions

SECRET = "Anko’s knife-work in the rain"


def _records(log: Log) -> list[dict[str, object]]:
    return [json.loads(each) for each in log.last(99)]


def test_events_are_told_oldest_first_with_their_facts(tmp_path: Path) -> None:
    log = Log(tmp_path / "log", clock=lambda: 0.0)
    log.note("opened", words=90_000, seconds=0.61234, format=Word("markdown"))
    log.note("checked")
    first, second = _records(log)
    assert (first["kind"], first["words"], first["seconds"], first["format"]) == ("opened", 90_000, 0.612, "markdown")
    assert second["kind"] == "checked"


def test_nothing_is_there_before_the_first_event(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    assert log.last(5) == [] and not (tmp_path / "log").exists()


def test_an_error_is_told_without_its_words(tmp_path: Path) -> None:
    log = Log(tmp_path)

    def break_here() -> None:
        raise KeyError(SECRET)

    try:
        break_here()
    except KeyError as error:
        log.failed(error)
    (record,) = _records(log)
    assert record["name"] == "KeyError"
    where = record["where"]
    assert isinstance(where, list) and where[0].startswith("test_log.py:") and where[0].endswith(" break_here")
    assert "Anko" not in log.last(1)[0]


@pytest.mark.parametrize("words", [SECRET, "He said", "", "naïve", "a" * 80, "7up", "line\nbreak"])
def test_what_is_no_name_of_the_program_does_not_get_in(tmp_path: Path, words: str) -> None:
    log = Log(tmp_path)
    log.note("rule", name=Word(words), other=words)  # type: ignore[arg-type]
    (record,) = _records(log)
    assert record["name"] == record["other"] == "other"


def test_the_stack_names_functions_innermost_first() -> None:
    assert functions(sys._getframe())[0].endswith(" test_the_stack_names_functions_innermost_first")
    assert functions(None) == []


def test_the_files_stay_small_and_few(tmp_path: Path) -> None:
    log = Log(tmp_path)
    for number in range(8_000):
        log.note("stall", ms=number)
    files = list(tmp_path.iterdir())
    assert len(files) == 3 and max(each.stat().st_size for each in files) < 110_000
    assert _records(log)[-1]["ms"] == 7_999


def test_a_disk_that_takes_nothing_costs_the_record_alone(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")
    log = Log(tmp_path / "log")
    log.note("opened")
    assert log.last(5) == []
