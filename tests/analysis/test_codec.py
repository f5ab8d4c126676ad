# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum

import pytest

from redraft.analysis.codec import from_plain, to_plain


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Inner:
    name: str
    share: float | None = None


@dataclass(frozen=True)
class Outer:
    colour: Colour
    inner: tuple[Inner, ...]
    pair: tuple[int, str]
    by_scene: dict[int, int] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    maybe: Inner | None = None


WHOLE = Outer(Colour.RED, (Inner("a", 0.5), Inner("b")), (1, "x"), {3: 4}, frozenset({"q", "p"}), Inner("c", 2.0))


def test_a_value_comes_back_through_json() -> None:
    assert from_plain(Outer, json.loads(json.dumps(to_plain(WHOLE)))) == WHOLE


def test_whole_numbers_become_floats_where_floats_are_due() -> None:
    assert isinstance(from_plain(Inner, ["a", 2]).share, float)


@pytest.mark.parametrize("data", [None, 5, ["blue", [], [1, "x"], [], [], None], ["red", []], {"colour": "red"}])
def test_what_does_not_fit_is_refused(data: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_plain(Outer, data)


def test_only_plain_things_are_sent() -> None:
    with pytest.raises(TypeError):
        to_plain(object())
