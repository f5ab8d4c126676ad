# SPDX-License-Identifier: GPL-3.0-or-later
"""The judge of commas: its files, its odds, and what it does without them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from redraft.checks.commas import model as module
from redraft.checks.commas.model import FILES, TASKS, Judge, Limit, habit_key, load_judge, pair_key, read_limits
from redraft.places import resource


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the judge's files, to be harmed."""
    copy = tmp_path / "models"
    copy.mkdir()
    shutil.copy(resource("models", "SHA256SUMS"), copy)
    shutil.copytree(resource("models", "commas"), copy / "commas")
    monkeypatch.setattr(module, "resource", lambda *parts: tmp_path.joinpath(*parts))
    load_judge.cache_clear()
    yield copy / "commas"
    load_judge.cache_clear()


def tiny() -> Judge:
    """A judge that knows one feature, 7, which speaks for a missing comma."""
    width = 2
    return Judge(
        {
            "keys": np.array([5, 7], np.uint32), "pairs": np.array([pair_key("NN", "CC")], np.uint32),
            "hidden": np.zeros((2, width), np.int8), "hidden_scale": np.ones(width, np.float32),
            "direct": np.array([[0] * 5, [3, 0, 0, 0, 0]], np.int8), "direct_scale": np.ones(5, np.float32),
            "first": np.zeros(width, np.float32), "inner": np.zeros((3, width), np.float32),
            "inner_shift": np.zeros(3, np.float32), "outer": np.zeros((5, 3), np.float32),
            "outer_shift": np.full(5, -1, np.float32),
        },
        {},
    )  # fmt: skip


def test_the_judge_comes_with_the_program() -> None:
    judge = load_judge()
    assert judge is not None
    assert set(judge.limits) == set(TASKS)


def test_its_files_are_small() -> None:
    assert sum(resource("models", "commas", name).stat().st_size for name in FILES) < 1_100_000


@pytest.mark.parametrize("name", FILES)
def test_a_missing_or_changed_file_leaves_none(models: Path, name: str) -> None:
    (models / name).write_bytes((models / name).read_bytes() + b" ")
    assert load_judge() is None
    (models / name).unlink()
    load_judge.cache_clear()
    assert load_judge() is None


def test_known_features_speak_and_unknown_are_silent() -> None:
    odds = tiny().odds([[7, 9], [9, 9]])
    assert odds[:, 0].tolist() == [2.0, -1.0]
    assert tiny().odds([]).shape == (0, len(TASKS))


def test_only_pairs_of_tags_that_are_parted_are_looked_at() -> None:
    judge = tiny()
    assert judge.can_part("NN", "CC") and not judge.can_part("DT", "NN")


def test_habits_are_told_in_steps() -> None:
    assert habit_key("rel", 0.1) == habit_key("rel", 0.0) != habit_key("rel", None)
    assert habit_key("rel", 9.0) == habit_key("rel", 2.5) != habit_key("rel", -9.0)


def test_limits_are_read_by_task_and_kind() -> None:
    assert read_limits('{"stray": {"to": [3, 2, 1]}}') == {"stray": {"to": Limit(3, 2, 1)}}
