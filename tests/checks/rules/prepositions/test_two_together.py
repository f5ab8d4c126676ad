# SPDX-License-Identifier: GPL-3.0-or-later
"""Two small words of place; the check's examples cover the plain cases."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Say


def test_either_may_go(say: Say) -> None:
    (found,) = say("two-prepositions", "They guarded us on the march to at the ship.")
    assert set(found.suggestions) == {"to", "at"}


@pytest.mark.parametrize(
    "text",
    ["They went on to the house.", "He got in from town.", "He was all in on the third day.", "She is in to nobody.", ""],
)
def test_pairs_of_custom_are_left_alone(say: Say, text: str) -> None:
    assert [each for each in say("two-prepositions", text) if not each.unsure] == []
