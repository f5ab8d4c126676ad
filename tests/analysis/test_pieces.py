# SPDX-License-Identifier: GPL-3.0-or-later
"""A cast told in pieces is the same cast, and what did not change is not told again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.analysis.pieces import Ledger, Shelf
from redraft.analysis.report import Continuity
from redraft.characters.cast import Cast, Character, Mention, Quote

CAST = Cast(
    tuple(Character(f"Mara {number}", mentions=tuple(Mention(each, 0, 4) for each in range(number * 9)))
          for number in range(60)),
    tuple(Quote(number, 0, 9, "Mara 1" if number % 3 else None, "tag", 0.5) for number in range(2_000)),
)


def _told(ledger: Ledger, cast: Cast) -> list[dict[str, Any]]:
    messages = [json.loads(json.dumps(each)) for each in ledger.messages("cast", cast)]
    for each in messages:
        ledger.told(each)
    return messages


def _heard(shelf: Shelf, messages: list[dict[str, Any]]) -> Cast | None:
    for each in messages[:-1]:
        shelf.take(Cast, each)
    return shelf.whole(Cast, messages[-1])


def test_a_cast_arrives_whole_in_small_pieces() -> None:
    messages = _told(Ledger(), CAST)
    assert _heard(Shelf(), messages) == CAST
    assert max(len(json.dumps(each)) for each in messages) < 30_000
    assert len(messages) > 10


def test_what_is_known_is_not_told_again() -> None:
    ledger, shelf = Ledger(), Shelf()
    _heard(shelf, _told(ledger, CAST))
    assert _told(ledger, CAST) == []
    changed = replace(CAST, quotes=(*CAST.quotes[:900], replace(CAST.quotes[900], speaker="Anna"), *CAST.quotes[901:]))
    messages = _told(ledger, changed)
    assert [each["type"] for each in messages] in (["piece", "story"], ["piece", "piece", "story"])
    assert _heard(shelf, messages) == changed


def test_a_quotation_put_in_at_the_front_costs_its_own_neighbourhood() -> None:
    ledger, shelf = Ledger(), Shelf()
    everything = _told(ledger, CAST)
    _heard(shelf, everything)
    changed = replace(CAST, quotes=(Quote(7, 3, 4, None), *CAST.quotes))
    messages = _told(ledger, changed)
    assert len(messages) < len(everything) / 4
    assert _heard(shelf, messages) == changed


def test_a_value_with_a_piece_missing_is_not_made_up() -> None:
    messages = _told(Ledger(), CAST)
    assert _heard(Shelf(), messages[1:]) is None


def test_parts_do_not_push_one_another_out() -> None:
    ledger, shelf = Ledger(), Shelf()
    _heard(shelf, _told(ledger, CAST))
    for each in (told := ledger.messages("continuity", Continuity())):
        ledger.told(each)
    assert shelf.whole(Continuity, told[-1]) == Continuity()
    assert _heard(shelf, [{"type": "story", "part": "cast", "pieces": _last(CAST)}]) == CAST


def _last(cast: Cast) -> list[Any]:
    pieces: list[Any] = Ledger().messages("cast", cast)[-1]["pieces"]
    return pieces


@pytest.mark.parametrize("value", [[["a"]], "no", [[1, 2]], None])
def test_a_piece_of_another_kind_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        Shelf().take(Cast, {"part": "cast", "field": 1, "digest": "d", "value": value})


@given(st.lists(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 400)), max_size=40), max_size=6))
def test_whatever_is_told_after_whatever_arrives(stories: list[list[tuple[int, int]]]) -> None:
    ledger, shelf = Ledger(), Shelf()
    now: Cast | None = None
    for story in stories:
        cast = Cast((), tuple(Quote(*each, each[1] + 1, None) for each in story))
        messages = _told(ledger, cast)
        now = _heard(shelf, messages) if messages else now
        assert now == cast
