# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours that shade into one another are no conflict."""

from __future__ import annotations

import pytest

from redraft.continuity.colours import colours_clash


@pytest.mark.parametrize(
    ("feature", "one", "other"),
    [("eyes", "green", "brown"), ("eyes", "pale blue", "dark brown"), ("hair", "black", "blond"), ("beard", "red", "black")],
)
def test_clashes(feature: str, one: str, other: str) -> None:
    assert colours_clash(feature, one, other)
    assert colours_clash(feature, other, one)


@pytest.mark.parametrize(
    ("feature", "one", "other"),
    [
        ("eyes", "grey", "gray"), ("eyes", "dark", "brown"), ("eyes", "hazel", "green"), ("hair", "black", "dark"),
        ("hair", "brown", "grey"), ("hair", "golden", "blonde"), ("hair", "auburn", "red"), ("eyes", "steel grey", "grey"),
    ],
)
def test_shades(feature: str, one: str, other: str) -> None:
    assert not colours_clash(feature, one, other)
    assert not colours_clash(feature, other, one)
