# SPDX-License-Identifier: GPL-3.0-or-later
"""How the judges' words are weighed."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.checks.rules.confused import verdict as module
from redraft.checks.rules.confused.verdict import NAMES, Bars, Evidence, Scales, load_scales


@pytest.fixture(scope="module")
def scales() -> Scales:
    found = load_scales()
    assert found is not None
    return found


def test_every_value_has_its_name() -> None:
    assert len(Evidence(1.0, 2.0).values()) == len(NAMES)


def test_each_judge_adds_to_the_score(scales: Scales) -> None:
    alone = scales.score(Evidence(2.0, 3.0))
    assert scales.score(Evidence(4.0, 3.0)) > alone
    assert scales.score(Evidence(2.0, 5.0)) > alone
    assert scales.score(Evidence(2.0, 3.0, tagger=0.9, same=True)) > alone


def test_a_whisper_of_the_tagger_is_not_heard() -> None:
    assert Evidence(2.0, 3.0, tagger=0.1, same=True).values() == Evidence(2.0, 3.0).values()


def test_the_bar_sinks_with_roughness() -> None:
    bars = Bars(3.0, 2.0, 0.5)
    limits = [bars.limit(each) for each in (None, 0.1, 1.8, 4.0, 8.0, 80.0)]
    assert limits[:3] == [2.0, 2.0, 2.0]
    assert 2.0 > limits[3] > limits[4] == limits[5] > 0.5


def test_the_bar_sinks_further_with_confused_words() -> None:
    bars = Bars(3.0, 2.0, -2.0)
    limits = [bars.limit(0.5, each) for each in (None, 0.0, 100.0, 300.0, 1_000.0, 100_000.0)]
    assert limits[:3] == [2.0, 2.0, 2.0]
    assert 2.0 > limits[3] > limits[4] > limits[5] == -2.0
    assert bars.limit(8.0, 300.0) == min(bars.limit(8.0), bars.limit(None, 300.0))


def test_one_judge_alone_must_be_surer_but_in_the_roughest_drafts(scales: Scales) -> None:
    lone, seconded = Evidence(None, 8.0), Evidence(None, 8.0, tagger=0.5, same=True)
    for common in (True, False):
        high, low = scales.bars(lone, common=common), scales.bars(seconded, common=common)
        assert high.sure > low.sure and high.clean > low.clean and high.rough == low.rough
    assert scales.bars(Evidence(0.0, 8.0), common=True) == scales.common


def test_a_word_of_the_story_is_rather_meant(scales: Scales) -> None:
    once = scales.score(Evidence(2.0, 3.0))
    assert scales.score(Evidence(2.0, 3.0, written_here=2)) == once
    assert scales.score(Evidence(2.0, 3.0, written_here=30)) < once < scales.score(Evidence(2.0, 3.0, other_here=30))


def test_the_bars_are_in_order_and_higher_for_rare_pairs(scales: Scales) -> None:
    for bars in (scales.common, scales.rare):
        assert bars.sure > bars.clean > bars.rough
    assert scales.rare.clean > scales.common.clean


def test_a_damaged_file_is_no_verdict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.joinpath("verdict.toml").write_text("base = 1.0\n[weights]\n", "utf-8")
    monkeypatch.setattr(module, "resource", lambda *_: tmp_path / "verdict.toml")
    load_scales.cache_clear()
    assert load_scales() is None
    load_scales.cache_clear()
