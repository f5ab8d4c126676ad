# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles: which entry decides, and what happens when there is none."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from redraft.checks.engines.tagger.edits import ModelEdit
from redraft.checks.engines.tagger.thresholds import PROFILES, THRESHOLDS, Profile, in_speech, load
from redraft.checks.engines.tagger.unavailable import ModelUnavailable

_PROFILE = Profile("quiet", narration={"$PAST tense": 0.9, "comma": 0.7}, speech={"comma": 0.8})


def _edit(tag: str, family: str, probability: float) -> ModelEdit:
    return ModelEdit(0, 1, "x", tag, family, probability)


def test_a_tags_own_entry_comes_before_its_familys() -> None:
    """And the zone decides which table."""
    assert _PROFILE.floor(_edit("$PAST", "tense", 0.5), speech=False) == 0.9
    assert _PROFILE.floor(_edit("A_,", "comma", 0.5), speech=False) == 0.7
    assert _PROFILE.floor(_edit("A_,", "comma", 0.5), speech=True) == 0.8


def test_a_kind_without_entry_is_never_shown() -> None:
    """However sure the model is."""
    assert not _PROFILE.admits(_edit("$PAST", "tense", 1.0), speech=True)


def test_the_threshold_itself_is_enough() -> None:
    """At the threshold shown, below it not."""
    assert _PROFILE.admits(_edit("A_,", "comma", 0.7), speech=False)
    assert not _PROFILE.admits(_edit("A_,", "comma", 0.69), speech=False)


@pytest.mark.parametrize("text", ["", "quiet = 3", "[quiet.narration]\n", "[["])
def test_a_broken_file_is_told(tmp_path: Path, text: str) -> None:
    """In one sentence, as a missing model is."""
    (tmp_path / THRESHOLDS).write_text(text, encoding="utf-8")
    with pytest.raises(ModelUnavailable, match=r"thresholds\.toml is missing or broken"):
        load(tmp_path)


def test_speech_is_told_from_narration() -> None:
    """The marks count as speech; British quotes are speech too."""
    text = "“Go,” he said."
    assert [in_speech(text, place) for place in (0, 1, 4, 6)] == [True, True, True, False]
    assert in_speech("‘Go,’ he said.", 2)


def test_the_models_profiles_load_and_are_ordered(model_folder: Path) -> None:
    """Reading closely never asks for more certainty than reading quietly."""
    if not (model_folder / THRESHOLDS).exists():
        pytest.skip("no thresholds beside the model")
    profiles = load(model_folder)
    assert tuple(profiles) in (PROFILES, PROFILES[:-1])
    both = itertools.pairwise(profiles.values())
    for zone, (stricter, laxer) in itertools.product(("narration", "speech"), both):
        strict, lax = getattr(stricter, zone), getattr(laxer, zone)
        assert all(lax.get(name, value) <= value for name, value in strict.items())
        assert all(0.3 <= value <= 1.01 for value in (*strict.values(), *lax.values()))
