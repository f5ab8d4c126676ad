# SPDX-License-Identifier: GPL-3.0-or-later
"""Pronouns of characters, by the story's own words."""

from __future__ import annotations

import pytest

from tests.characters.conftest import MakeCast


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("“Yes,” said Zarn. Zarn shook her head.", "Zarn smiled. She rose."), "she"),
        (("“Yes,” said Zarn. Zarn shook his head.", "Zarn smiled. He rose."), "he"),
        (("“Yes,” said Zarn. Zarn loved her.", "Zarn saw her. Zarn met him."), None),
        (("“Yes,” said Zarn. Zarn shook his head.", "Zarn smiled, and she rose."), None),
        (("“Yes,” said Lady Zarn. “No,” said Lady Zarn.",), "she"), (("“Yes,” said Anna. “No,” said Anna.",), "she"),
        (("“Yes,” said Anna. Anna shook his head.", "Anna smiled. He rose."), "he"),
        (("“Yes,” said Robin. “No,” said Robin.",), None),
    ],
)
def test_pronouns(cast_of: MakeCast, lines: tuple[str, ...], expected: str | None) -> None:
    (only,) = cast_of(*lines).characters
    assert only.pronouns == expected
