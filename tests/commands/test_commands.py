# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a shell sees it: what is printed, in which stream, with which exit status."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from redraft.analysis.launch import command, environment

WRONG = "The lamp went out. “I will not go.” She said.\n\nMara went to to the door. Nobody was there.\n"
RIGHT = "The lamp went out. The street was dark, and the rain had stopped.\n"


def redraft(*arguments: str, stdin: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
    found = {name: value for name, value in environment().items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    found.update(settings)
    return subprocess.run(command(*arguments), input=stdin, capture_output=True, env=found, timeout=180)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(WRONG.encode())
    return path


def findings(path: Path, *more: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(redraft("check", str(path), "--format", "json", *more).stdout)
    return found


def test_check_speaks_the_contract(story: Path) -> None:
    done = redraft("check", str(story), "--format", "json", "--engine", "builtin")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert told["version"] == 1 and told["file"] == str(story) and told["words"] == 19
    assert [each["name"] for each in told["engines"]] == ["builtin", "harper", "languagetool"]
    text = redraft("text", str(story)).stdout.decode()
    for each in told["findings"]:
        assert text[each["start"] : each["end"]] == each["text"] != ""
        assert each["severity"] in ("error", "warning", "hint") and each["scene"] == 1
    by_text = {each["text"]: each for each in told["findings"]}
    assert by_text["to to"]["suggestions"][0] == "to"
    assert by_text[".” She"]["suggestions"][0] == ",” she" and by_text[".” She"]["sure"]


def test_nothing_to_mark_is_status_0(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(RIGHT, encoding="utf-8")
    done = redraft("check", str(tmp_path / "good.txt"), "--engine", "builtin")
    assert done.returncode == 0 and b"nothing to mark" in done.stdout


def test_several_files_are_one_object_a_line_and_the_worst_status(story: Path, tmp_path: Path) -> None:
    done = redraft("check", str(story), str(tmp_path / "absent.txt"), "--format", "json", "--engine", "builtin")
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1
    assert b"absent.txt" in done.stderr and b"Traceback" not in done.stderr


def test_standard_input_is_read() -> None:
    done = redraft("check", "-", "--engine", "builtin", stdin=WRONG.encode())
    assert done.returncode == 1 and b"[to to]" in done.stdout


def test_an_empty_file_is_fine(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert redraft("check", str(tmp_path / "empty.txt"), "--engine", "builtin").returncode == 0
    assert json.loads(redraft("stats", str(tmp_path / "empty.txt"), "--format", "json").stdout)["scenes"] == []


@pytest.mark.parametrize("data", [b"\x00\x01\x02\xff" * 500, b"%PDF-1.7 and so on", b"PK\x03\x04" + b"\0" * 60])
def test_what_is_no_text_is_told_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "junk.txt").write_bytes(data)
    done = redraft("check", str(tmp_path / "junk.txt"))
    assert done.returncode == 2 and done.stdout == b"" and b"Traceback" not in done.stderr
    assert done.stderr.strip().endswith(b".")


def test_another_language_is_told_once_and_left_alone(tmp_path: Path) -> None:
    story = "Der alte Mann ging langsam durch die Straße und dachte an seine Frau, die er lange nicht gesehen hatte.\n"
    (tmp_path / "alt.txt").write_text(story * 12, encoding="utf-8")
    done = redraft("check", str(tmp_path / "alt.txt"), "--engine", "builtin")
    assert done.returncode == 0 and done.stderr.decode().count("does not seem to be in English") == 1


def test_text_is_the_file_without_newline_translation(tmp_path: Path) -> None:
    data = "\ufeffOne\r\ntwo – drei\n\n".encode()
    (tmp_path / "mixed.txt").write_bytes(data)
    assert redraft("text", str(tmp_path / "mixed.txt")).stdout == data


def test_stats_speak_the_contract(story: Path) -> None:
    told = json.loads(redraft("stats", str(story), "--format", "json").stdout)
    scene = told["scenes"][0]
    assert scene["number"] == 1 and scene["break"] == "start" and scene["words"] == told["whole"]["words"] == 19
    assert 0 < scene["speech_share"] < 1 and told["whole"]["front_matter_words"] == 0


def test_cast_and_continuity_speak_the_contract(story: Path) -> None:
    cast = json.loads(redraft("cast", str(story), "--format", "json").stdout)
    assert cast["version"] == 1 and [each["end"] - each["start"] for each in cast["quotes"]] == [16]
    told = json.loads(redraft("continuity", str(story), "--format", "json").stdout)
    assert told["conflicts"] == [] and told["version"] == 1


def test_export_makes_the_sure_corrections_and_leaves_the_source_alone(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    done = redraft("export", str(story), "-o", str(out), "--accept", "all")
    assert done.returncode == 0, done.stderr
    assert "“I will not go,” she said." in out.read_text(encoding="utf-8")
    assert story.read_bytes() == WRONG.encode()
    again = redraft("export", str(story), "-o", str(out), "--accept", "all")
    assert again.returncode == 2 and b"--force" in again.stderr
    assert redraft("export", str(story), "-o", str(out), "--force").returncode == 0
    assert out.read_text(encoding="utf-8") == WRONG


def test_export_takes_only_the_rules_named(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    redraft("export", str(story), "-o", str(out), "--accept", "doubled-word")
    assert out.read_text(encoding="utf-8") == WRONG.replace("to to", "to")
    bad = redraft("export", str(story), "-o", str(tmp_path / "b.txt"), "--accept", "doubled-wurd")
    assert bad.returncode == 2 and not (tmp_path / "b.txt").exists()


def test_rules_have_pages() -> None:
    assert b"doubled-word" in redraft("rules").stdout
    page = redraft("rules", "doubled-word").stdout.decode()
    assert "Why a reader minds" in page
    wrong = redraft("rules", "doubled-words")
    assert wrong.returncode == 2 and b"Did you mean doubled-word?" in wrong.stderr


def test_reading_writes_nothing_beside_the_story(story: Path) -> None:
    redraft("check", str(story), "--engine", "builtin")
    assert [each.name for each in story.parent.iterdir()] == ["story.txt"]


def test_without_a_display_the_findings_are_printed_and_it_says_so(story: Path) -> None:
    done = redraft(str(story), QT_QPA_PLATFORM="")
    assert done.returncode == 0 and b"needs a display" in done.stderr
    for part in ("[to to]", "minutes to read", "character", "contradiction"):
        assert part in done.stdout.decode()


def test_help_names_every_command() -> None:
    told = redraft("--help").stdout.decode()
    for name in ("check", "stats", "cast", "continuity", "text", "export", "rules", "languagetool", "self-test"):
        assert f"  {name} " in told
