# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program ships is what was made, and a file that was changed since is left out and told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from redraft import places
from redraft.analysis import models
from redraft.checks import hashed_counts
from redraft.checks.rules.spelling import lexicon
from redraft.places import not_whole, resource


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    not_whole.cache_clear()
    models.broken_models.cache_clear()
    yield
    not_whole.cache_clear()
    models.broken_models.cache_clear()


@pytest.mark.parametrize("folder", ["models", "words"])
def test_what_is_shipped_is_what_was_made(folder: str) -> None:
    assert not_whole(folder) == ()


def test_every_large_file_is_on_its_list() -> None:
    for folder in ("models", "words"):
        listed = {line.split()[1] for line in resource(folder, "SHA256SUMS").read_text("utf-8").splitlines()}
        binary = {each.relative_to(resource(folder)).as_posix() for each in resource(folder).rglob("*")
                  if each.suffix in (".npz", ".onnx", ".gz")}  # fmt: skip
        assert binary and binary <= listed


@pytest.fixture
def tampered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Tables and a lexicon that are proper files, and not those that were made."""
    (tmp_path / "words").mkdir()
    for each in ("english.txt.gz", "pairs.npz", "frames.npz", "SHA256SUMS"):
        (tmp_path / "words" / each).write_bytes(resource("words", each).read_bytes())
    whole = places.resource
    monkeypatch.setattr(places, "resource", lambda *parts: tmp_path.joinpath(*parts) if parts[0] == "words" else whole(*parts))
    return tmp_path / "words"


def test_a_changed_table_is_left_out_and_told(tampered: Path) -> None:
    (tampered / "pairs.npz").write_bytes((tampered / "frames.npz").read_bytes())
    assert not_whole("words") == ("pairs.npz",)
    assert hashed_counts.load("pairs.npz") is None
    assert "words/pairs.npz is missing or damaged" in models.broken_models()


def test_a_changed_lexicon_is_not_believed(tampered: Path) -> None:
    (tampered / "english.txt.gz").unlink()
    with pytest.raises(lexicon.WordsDamaged, match="spelling is not checked"):
        lexicon.lexicon.__wrapped__()
    assert "english.txt.gz" in models.broken_models()


def test_a_list_that_is_gone_is_told(tampered: Path) -> None:
    (tampered / "SHA256SUMS").unlink()
    assert not_whole("words") == ("SHA256SUMS",)
