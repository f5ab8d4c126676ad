# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from redraft.checks import hashed_counts
from redraft.checks.hashed_counts import STEPS, HashedCounts, key, load


def table(counts: dict[tuple[str, ...], int]) -> HashedCounts:
    told = sorted((key(*row), round(STEPS * float(np.log2(number)))) for row, number in counts.items())
    return HashedCounts(np.array([each for each, _ in told], np.uint32), np.array([log for _, log in told], np.uint8))


def test_rows_of_any_length_are_counted_about() -> None:
    counts = table({("of", "the"): 4096, ("wanted", "to", "know"): 100})
    assert counts.count("of", "the") == 4096
    assert counts.count("wanted", "to", "know") == pytest.approx(100, rel=0.05)
    assert counts.count("the", "of") == 0.0


@pytest.mark.parametrize("data", [None, b"", b"PK\x03\x04 no zip"])
def test_a_missing_or_damaged_file_is_no_table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: bytes | None) -> None:
    monkeypatch.setattr(hashed_counts, "resource", lambda *parts: tmp_path / parts[-1])
    if data is not None:
        (tmp_path / "pairs.npz").write_bytes(data)
    assert load("pairs.npz") is None
