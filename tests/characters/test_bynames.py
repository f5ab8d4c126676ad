# SPDX-License-Identifier: GPL-3.0-or-later
"""Descriptions that stand for one named person through the story."""

from __future__ import annotations

import pytest

from redraft.characters.decisions import CastDecisions
from tests.characters.conftest import MakeCast

DOCTOR = (
    "Dr. Hale came in. “Sit down,” said the doctor.", "The doctor smiled. Anna Reed sat down.",
    "“Well?” said Anna. The doctor looked at her.", "The boy ran to the doctor.",
)


def test_the_doctor_is_the_one_who_has_the_title(cast_of: MakeCast) -> None:
    hale = cast_of(*DOCTOR).find("Dr. Hale")
    assert hale is not None and "the doctor" in hale.aliases
    assert len(hale.mentions) == 5
    assert list(hale.mentions) == sorted(hale.mentions, key=lambda each: (each.paragraph, each.start))


@pytest.mark.parametrize("words", ["the boy", "the man", "her brother"])
def test_plain_words_are_nobodys_name(cast_of: MakeCast, words: str) -> None:
    cast = cast_of(*DOCTOR, f"She saw {words}. Then {words} spoke to Dr. Hale, and {words} left.")
    assert all(words not in each.aliases for each in cast.characters if each.named)


def test_two_doctors_share_no_by_name(cast_of: MakeCast) -> None:
    cast = cast_of(
        "Dr. Hale came in, and Dr. Voss came in.", "“Sit,” said the doctor.", "The doctor smiled.", "The doctor left.",
    )
    assert all("the doctor" not in each.aliases for each in cast.characters if each.named)


def test_twice_is_no_name(cast_of: MakeCast) -> None:
    hale = cast_of("Dr. Hale came in.", "The doctor smiled.", "“Well?” said the doctor.").find("Dr. Hale")
    assert hale is not None and hale.aliases == ()


def test_the_author_says_that_the_doctor_is_somebody_else(cast_of: MakeCast) -> None:
    hale = cast_of(*DOCTOR, decisions=CastDecisions(splits=(("Dr. Hale", "the doctor"),))).find("Dr. Hale")
    assert hale is not None and "the doctor" not in hale.aliases
