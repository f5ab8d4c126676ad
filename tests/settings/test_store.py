# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings read, written, broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redraft.places import config_folder
from redraft.settings import store
from redraft.settings.store import Settings
from redraft.storage.atomic import SaveError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_defaults_make_no_file() -> None:
    settings = Settings()
    assert settings.text("theme") == "system" and settings.number("zoom") == 100 and settings.flag("smart-quotes")
    assert settings.names("rules-off") == frozenset()
    assert not config_folder().exists()


def test_what_is_set_is_read_again_and_told() -> None:
    settings, heard = Settings(), list[str]()
    end = settings.subscribe(heard.append)
    settings.set("theme", "dark")
    settings.set("theme", "dark")
    settings.set("rules-off", frozenset({"b", "a"}))
    end()
    settings.set("zoom", 120)
    assert heard == ["theme", "rules-off"]
    again = Settings()
    assert (again.text("theme"), again.number("zoom"), again.names("rules-off")) == ("dark", 120, {"a", "b"})


def test_a_default_is_not_kept_in_the_file(file: Path) -> None:
    settings = Settings(file)
    settings.set("zoom", 120)
    settings.reset("zoom")
    assert json.loads(file.read_text()) == {}


def test_what_this_version_does_not_know_is_kept(file: Path) -> None:
    file.write_text('{"from-the-future": [1, {"a": 2}], "theme": "sepia"}')
    settings = Settings(file)
    assert settings.text("theme") == "system" and settings.notice is None
    settings.set("zoom", 90)
    assert json.loads(file.read_text()) == {"from-the-future": [1, {"a": 2}], "theme": "sepia", "zoom": 90}


@pytest.mark.parametrize("content", ["{", "[1]", "\x00", ""])
def test_a_damaged_file_is_set_aside_with_a_sentence(file: Path, content: str) -> None:
    file.write_text(content)
    settings = Settings(file)
    assert settings.notice is not None and "damaged" in settings.notice
    assert file.with_name("settings.json.damaged").read_text() == content
    settings.set("zoom", 90)
    assert Settings(file).number("zoom") == 90 and Settings(file).notice is None


def test_a_file_that_cannot_be_read_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, **_: str) -> str:
        raise PermissionError(13, "Permission denied")

    file.write_text("{}")
    monkeypatch.setattr(Path, "read_text", refuse)
    assert "Permission denied" in (Settings(file).notice or "")


def test_a_full_disk_is_told_and_the_value_counts(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise SaveError("the disk is full")

    monkeypatch.setattr(store, "write_in_new_folder", full)
    settings = Settings(file)
    with pytest.raises(SaveError):
        settings.set("zoom", 90)
    assert settings.number("zoom") == 90


def test_wrong_values_and_names_are_refused(file: Path) -> None:
    with pytest.raises(ValueError, match="zoom cannot be 5"):
        Settings(file).set("zoom", 5)
    with pytest.raises(KeyError):
        Settings(file).get("no-such-option")
