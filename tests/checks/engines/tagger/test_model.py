# SPDX-License-Identifier: GPL-3.0-or-later
"""Loading safely: a missing, damaged or unlisted file is told in one sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from redraft.checks.engines.tagger.model import (
    LIST,
    NETWORK,
    TAGS,
    VOCABULARY,
    Model,
    _batches,
    _Row,
    word_features,
)
from redraft.checks.engines.tagger.tagger import Tagger
from redraft.checks.engines.tagger.unavailable import ModelUnavailable
from redraft.checks.engines.tagger.words import words


@pytest.fixture
def copy(model_folder: Path, tmp_path: Path) -> Path:
    """A copy of the model that a test may damage."""
    folder = tmp_path / "models" / "tagger"
    shutil.copytree(model_folder, folder)
    shutil.copyfile(model_folder.parent / LIST, folder.parent / LIST)
    return folder


def test_the_whole_model_loads(copy: Path) -> None:
    """Its version is the beginning of its sum."""
    version = Model.load(copy).version
    assert (copy.parent / LIST).read_text().count(version) == 1


@pytest.mark.parametrize("name", [NETWORK, VOCABULARY, TAGS])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    """What is missing, and that the rest goes on."""
    (copy / name).unlink()
    with pytest.raises(ModelUnavailable, match=rf"{name} is missing.*other checks go on"):
        Model.load(copy)


@pytest.mark.parametrize("name", [NETWORK, VOCABULARY, TAGS])
def test_a_damaged_file_is_not_loaded(copy: Path, name: str) -> None:
    """One byte more is enough."""
    with (copy / name).open("ab") as file:
        file.write(b"\n")
    with pytest.raises(ModelUnavailable, match=f"{name} is damaged"):
        Model.load(copy)


def test_without_the_list_nothing_is_loaded(copy: Path) -> None:
    """An unlisted model could be anything."""
    (copy.parent / LIST).unlink()
    with pytest.raises(ModelUnavailable, match="SHA256SUMS is missing"):
        Model.load(copy)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """Also where there is no model at all."""
    with pytest.raises(ModelUnavailable):
        Model.load(tmp_path / "tagger")


def test_features_tell_case_speech_and_space() -> None:
    """Case in the low two bits, speech 4, space before 8."""
    assert word_features(words('"Go, NASA," he said.')) == [12, 6, 4, 15, 4, 4, 9, 9, 0]


def test_chunks_of_like_length_are_read_together_and_none_is_lost() -> None:
    rows = [_Row(number, [0] * length, [0] * length, [0]) for number, length in enumerate((5, 6, 6, 50, 52, 300, 900))]
    batches = _batches(rows)
    assert [[len(row.ids) for row in batch] for batch in batches] == [[5, 6, 6], [50, 52], [300], [900]]
    assert _batches([]) == []


def test_no_batch_is_larger_than_one_may_wait_for() -> None:
    rows = [_Row(number, [0] * 30, [0] * 30, [0]) for number in range(40)]
    batches = _batches(rows)
    assert [row.number for batch in batches for row in batch] == list(range(40))
    assert max(len(batch) * 30 for batch in batches) <= 400


def test_a_run_that_lasts_pauses(tagger: Tagger) -> None:
    paused: list[int] = []
    texts = ["He walked home."] * 200
    assert len(tagger.edits(texts, 0.9, lambda: paused.append(1))) == 200
    assert len(paused) >= 2
