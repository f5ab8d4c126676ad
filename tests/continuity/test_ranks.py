# SPDX-License-Identifier: GPL-3.0-or-later
"""Who rises may have been less before; who falls may not, unsaid."""

from __future__ import annotations

import pytest

from redraft.continuity.ranks import ranks_clash


@pytest.mark.parametrize(
    ("before", "after", "clash"),
    [
        ("captain", "corporal", True), ("inspector", "constable", True), ("bishop", "priest", True),
        ("corporal", "captain", False), ("captain", "captain", False), ("captain", "bishop", False),
        ("admiral", "captain", True), ("duke", "captain", False),
    ],
)
def test_ranks(before: str, after: str, clash: bool) -> None:
    assert ranks_clash(before, after) is clash
