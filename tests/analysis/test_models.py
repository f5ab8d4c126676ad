# SPDX-License-Identifier: GPL-3.0-or-later
"""A missing or damaged model file is said once, and the other checks go on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import redraft
from redraft.analysis import models
from redraft.places import resource

STORY = "“We must go.” he said. He saw the the door, and then he opened it.\n"


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    models.broken_models.cache_clear()
    yield
    models.broken_models.cache_clear()


def listed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(models, "resource", lambda *parts: folder.joinpath(*parts[1:]))


def test_what_is_whole_is_not_mentioned(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "judge.bin").write_bytes(b"hello")
    (tmp_path / "SHA256SUMS").write_text(f"{digest}  words/judge.bin\n{digest}  tagger/gone.onnx\n", "utf-8")
    listed(monkeypatch, tmp_path)
    assert models.broken_models() == ""


@pytest.mark.parametrize("content", [None, b"hell"], ids=["missing", "damaged"])
def test_what_is_not_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "words").mkdir()
    if content is not None:
        (tmp_path / "words" / "judge.bin").write_bytes(content)
    (tmp_path / "SHA256SUMS").write_text("2cf24dba  words/judge.bin\n2cf2  words/other.bin\n", "utf-8")
    listed(monkeypatch, tmp_path)
    assert models.broken_models().startswith("The model files words/judge.bin, words/other.bin are missing or damaged")


def test_a_missing_list_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    listed(monkeypatch, tmp_path)
    assert "SHA256SUMS" in models.broken_models()


def installed_without(target: Path, damage: str, gone: str) -> Path:
    """The program with copies of its models: ``damage`` cut short, ``gone`` taken away; the folder to import from."""
    app = target / "app"
    shutil.copytree(Path(redraft.__file__).parent, app / "redraft", ignore=shutil.ignore_patterns("__pycache__"))
    resources = target / "resources"
    resources.mkdir()
    for each in resource().iterdir():
        if each.name == "models":
            shutil.copytree(each, resources / "models")
        else:
            (resources / each.name).symlink_to(each)
    cut = resources / "models" / damage
    cut.write_bytes(cut.read_bytes()[:100])
    (resources / "models" / gone).unlink()
    return app


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_the_command_says_it_once_and_goes_on(tmp_path: Path) -> None:
    app = installed_without(tmp_path, damage="confusables/judge.npz", gone="tagger/vocab.txt")
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "redraft", "check", str(story), "--engine", "builtin", "--format", "json"],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(app), "REDRAFT_HOME": str(tmp_path / "home")},
    )  # fmt: skip
    report = json.loads(told.stdout)
    reason = report["engines"][0]["reason"]
    assert reason.count("confusables/judge.npz") == 1
    assert reason.count("vocab.txt") == 1
    assert "the the" in {each["text"] for each in report["findings"]}
    assert "dialogue-punctuation" in {each["category"] for each in report["findings"]}
