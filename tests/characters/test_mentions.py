# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a shared name means, place by place."""

from __future__ import annotations

from tests.characters.conftest import MakeCast


def test_a_shared_family_name_means_the_one_who_is_mostly_called_so(cast_of: MakeCast) -> None:
    lines = ["“Yes,” said George Orme. Mr. Orme sat."] * 5 + ["“No,” said Ted Orme. Ted rose."] + ["“Hm,” said Orme."]
    george = cast_of(*lines).find("George Orme")
    assert george is not None and "Orme" in george.aliases


def test_a_shared_given_name_means_the_one_just_named_in_full(cast_of: MakeCast) -> None:
    cast = cast_of(
        "“Yes,” said Tom Lake.", *["The rain fell."] * 45, "“No,” said Tom Reed.", "“Why not?” said Tom.",
    )
    reed, lake = cast.find("Tom Reed"), cast.find("Tom Lake")
    assert reed is not None and lake is not None
    assert (len(reed.mentions), len(lake.mentions)) == (2, 1)


def test_where_nobody_was_named_lately_it_means_nobody(cast_of: MakeCast) -> None:
    cast = cast_of("“Yes,” said Tom Lake.", "“No,” said Tom Reed.", *["The rain fell."] * 45, "“Why not?” said Tom.")
    assert cast.quotes[-1].speaker is None
    assert sum(len(each.mentions) for each in cast.characters) == 2
