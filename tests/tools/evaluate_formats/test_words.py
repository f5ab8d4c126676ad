# SPDX-License-Identifier: GPL-3.0-or-later
"""Two readings of one document, compared."""

from __future__ import annotations

import pytest
from tools.evaluate_formats.words import NOTE, compared


@pytest.mark.parametrize(
    ("ours", "other"),
    [
        ("He said so.", "He  said\nso"), (f"said{NOTE} so", "said1 so"), (f"said.{NOTE} So", "said.1 So"), (f"so{NOTE}", "soiv"),
        ("one\ntwo", "1. one\n    2.1) two"), ("one\ntwo", "• one\n  ◦ two"), ("949 said", "(949) said"),
    ],
)  # fmt: skip
def test_labels_and_figures_are_not_the_authors_words(ours: str, other: str) -> None:
    assert compared(ours, other).equal


@pytest.mark.parametrize(
    ("ours", "other", "missing", "added"),
    [
        ("a b c", "a c", (), ("b",)), ("a c", "a b c", ("b",), ()), ("said1", "said", ("said",), ("said1",)),
        (f"said{NOTE}", "sand1", ("sand1",), ("said",)), ("", "word", ("word",), ()),
    ],
)  # fmt: skip
def test_what_differs_is_named(ours: str, other: str, missing: tuple[str, ...], added: tuple[str, ...]) -> None:
    found = compared(ours, other)
    assert (found.missing, found.added) == (missing, added) and found.share < 1
