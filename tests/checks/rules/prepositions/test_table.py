# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of small words that custom ties to others."""

from __future__ import annotations

import pytest

from redraft.checks.rules.prepositions.table import customs

_PARTS = ("words", "verbs", "objects")


@pytest.mark.parametrize("part", _PARTS)
def test_nothing_is_both_right_and_wrong(part: str) -> None:
    for word, custom in customs(part).items():
        assert custom.right, word
        assert not set(custom.right) & (custom.wrong | custom.wrong_before_persons), word


def test_a_star_forbids_before_persons_alone() -> None:
    listen = customs("verbs")["listen"]
    assert listen.forbids("at", person=True)
    assert not listen.forbids("at", person=False)
    assert listen.forbids("of", person=False)
