# SPDX-License-Identifier: GPL-3.0-or-later
"""Evidence survives the way to disk and back."""

import json

import pytest

from redraft.language.analysis import Analysis
from redraft.language.packing import pack, unpack
from redraft.language.tagging import Language

TEXTS = [
    "“I didn’t”—she shook her head—“want it,” she said. Mr. Reed’s hats!",
    "‘He told me “Go away” and left,’ she said.",
    "I can't go on, she thought.",
    "",
]


def test_a_round_trip_through_json(language: Language) -> None:
    for analysis in language.analyse(TEXTS):
        assert unpack(json.loads(json.dumps(pack(analysis))), analysis.text) == analysis


def test_evidence_without_tokens() -> None:
    assert unpack(pack(Analysis("abc")), "abc") == Analysis("abc")


def test_damaged_data_is_refused() -> None:
    with pytest.raises((ValueError, IndexError, TypeError)):
        unpack([[1, 2]], "abc")
