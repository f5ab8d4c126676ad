# SPDX-License-Identifier: GPL-3.0-or-later
"""One person under a title to others' faces and a given name in the telling; mother and daughter stay two."""

from __future__ import annotations

import pytest

from redraft.characters.chains import Chain
from redraft.characters.forms import Usage
from redraft.characters.registers import near, one_in_two_registers, spoken_only, told
from tests.characters.test_joining import joined

CHAIN = Chain(0, 0, 1, 0, 1, (), ("X",), "", False, False, "", False)


def usage(count: int, *paragraphs: int) -> Usage:
    """A form that occurs ``count`` times, once in the narration of each of the paragraphs."""
    return Usage([CHAIN] * count, told=[(each, 0) for each in paragraphs])


def test_who_is_told_of_near_the_other_and_never_at_once_is_one() -> None:
    assert one_in_two_registers([usage(4, 1, 11, 21, 31)], [usage(4, 3, 13, 23, 33)])


def test_mother_and_daughter_soon_stand_in_one_sentence() -> None:
    assert not one_in_two_registers([usage(4, 1, 11, 21, 31)], [usage(4, 3, 11, 23, 33)])


def test_those_who_never_meet_may_be_anybody() -> None:
    assert not one_in_two_registers([usage(4, 1, 2, 3, 4)], [usage(4, 101, 102, 103, 104)])


def test_a_title_used_in_speech_alone_is_how_others_call_somebody() -> None:
    assert one_in_two_registers([usage(20)], [usage(40, *range(40))])
    assert spoken_only([usage(20, 7)]) and not spoken_only([usage(20, 7, 8, 9)])


def test_near_counts_paragraphs_not_mentions() -> None:
    mine, theirs = told([usage(3, 1, 1, 50)]), told([usage(9, 4, 4, 60)])
    assert near(mine, theirs) == 1


def test_mrs_revel_is_virginia_revel() -> None:
    people = joined(Virginia_Revel=(9, 0), Virginia=(40, 20), mrs__Revel=(5, 900))
    assert {"Virginia Revel", "Virginia"} in people  # told of elsewhere: somebody else until more is known


@pytest.mark.parametrize("daughter", ["miss__Mildred_Palmer", "miss__Palmer"])
def test_a_miss_of_the_house_is_not_its_mistress(daughter: str) -> None:
    people = joined(Mildred_Palmer=(9, 0), Mildred=(40, 20), **{daughter: (3, 70)}, mrs__Palmer=(12, 22))
    assert {"mrs Palmer"} in people


def test_two_women_of_the_name_leave_mrs_to_herself() -> None:
    people = joined(Nancy_Blackett=(9, 0), Peggy_Blackett=(8, 30), mrs__Blackett=(9, 12))
    assert {"mrs Blackett"} in people


def test_mrs_by_her_husbands_name_is_not_her_husband() -> None:
    people = joined(Ole_Jenson=(10, 0), mrs__Ole_Jenson=(2, 40), mrs__Jenson=(2, 60))
    assert {"Ole Jenson"} in people and {"mrs Ole Jenson", "mrs Jenson"} in people


