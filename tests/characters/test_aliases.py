# SPDX-License-Identifier: GPL-3.0-or-later
"""Which names are one person's, and which must stay apart."""

from __future__ import annotations

from tests.characters.conftest import MakeCast


def test_either_order_and_honorifics_are_one(cast_of: MakeCast) -> None:
    cast = cast_of(
        "“Sit down, Kaoru-san,” said Sensei. Kaoru sat. Minase Kaoru was tired.", "Kaoru Minase smiled.",
        "“Ms. Minase, please,” said Riku. Kaoru nodded. Riku laughed.",
    )
    found = cast.find("Kaoru")
    assert found is not None
    assert {"Kaoru-san", "Ms. Minase"} <= set(found.aliases)
    assert found.name in ("Minase Kaoru", "Kaoru Minase")
    assert len(found.mentions) == 6


def test_a_title_and_a_family_name_join_the_one_bearer(cast_of: MakeCast) -> None:
    cast = cast_of("Tobias Hale came in. “Good day, Mr. Hale,” said Wren. Tobias nodded at Wren.", "“Well?” said Wren.")
    found = cast.find("Tobias Hale")
    assert found is not None
    assert set(found.aliases) == {"Mr. Hale", "Tobias"}


def test_husband_and_wife_stay_two(cast_of: MakeCast) -> None:
    cast = cast_of("Mr. Hale looked at Mrs. Hale. “No,” said Mrs. Hale. Mr. Hale sighed.", "“Yes,” said Mr. Hale.")
    assert [each.name for each in cast.characters] == ["Mr. Hale", "Mrs. Hale"]


def test_a_wife_is_not_taken_for_a_daughter(cast_of: MakeCast) -> None:
    cast = cast_of("Clara Hale ran to the door. “Clara!” said Mrs. Hale. “Yes?” said Clara.", "Mrs. Hale smiled.")
    assert {each.name for each in cast.characters} == {"Clara Hale", "Mrs. Hale"}


def test_sisters_stay_two_and_their_given_names_find_them(cast_of: MakeCast) -> None:
    cast = cast_of(
        "Jane Orme and Lydia Orme came in. “Sit,” said Jane. Lydia sat. “Why?” said Lydia.", "Jane smiled at Lydia.",
    )
    jane, lydia = cast.find("Jane"), cast.find("Lydia")
    assert jane is not None and lydia is not None
    assert (jane.name, lydia.name) == ("Jane Orme", "Lydia Orme")


def test_nicknames_find_their_only_full_name(cast_of: MakeCast) -> None:
    cast = cast_of("William Beverley came in. “Hullo,” said Bill. Bill sat down.", "“Ah, Bill,” said Antony.")
    found = cast.find("Bill")
    assert found is not None and found.name == "William Beverley"


def test_a_nickname_of_two_is_nobodys(cast_of: MakeCast) -> None:
    cast = cast_of(
        "Edward Stone met Theodore Lake. “Yes,” said Edward. “No,” said Theodore.", "“Perhaps,” said Ted. Ted laughed.",
    )
    found = cast.find("Ted")
    assert found is not None and found.name == "Ted"


def test_the_writer_who_names_the_other_brother_in_full_means_two(cast_of: MakeCast) -> None:
    lines = ["“I see,” said Mr. Knight. Mr. Knight sat down."] * 8
    lines += ["“Do you?” said Mr. John Knight. Mr. John Knight stood up."] * 3
    lines += ["Mr. Knight was taller than Mr. John Knight."]
    cast = cast_of(*lines)
    assert {each.name for each in cast.characters} == {"Mr. Knight", "John Knight"}


def test_a_rare_misspelling_is_an_alias(cast_of: MakeCast) -> None:
    cast = cast_of("“No,” said Lady Vane. Lady Vane rose. “Why?” asked Lady Vayne.", "Lady Vane left.")
    assert [(each.name, each.aliases) for each in cast.characters] == [("Lady Vane", ("Lady Vayne",))]


def test_an_epithet_is_no_new_person(cast_of: MakeCast) -> None:
    cast = cast_of("“Eat,” said Old Tamae. Tamae stirred the pot.", "“Thank you, Tamae,” said Sumi. Sumi ate.")
    found = cast.find("Tamae")
    assert found is not None and len(found.mentions) == 3


def test_one_slip_does_not_join_two(cast_of: MakeCast) -> None:
    lines = ["“Yes,” said Kitty. Kitty sat down.", "“No,” said Sister Agnes."] * 35 + ["With Sister Agnes Kitty came."]
    kitty = cast_of(*lines).find("Kitty")
    assert kitty is not None and (kitty.name, kitty.aliases) == ("Kitty", ())


def test_a_rare_formal_name_is_the_short_ones(cast_of: MakeCast) -> None:
    dot = cast_of(*["“Yes,” said Dot. Dot sat down."] * 3, "“Dorothy!” he said.").find("Dot")
    assert dot is not None and dot.aliases == ("Dorothy",)


def test_two_forms_that_are_both_in_use_are_two(cast_of: MakeCast) -> None:
    cast = cast_of(*["“Yes,” said Dot. Dot sat down.", "“No,” said Dorothy. Dorothy rose."] * 3)
    assert {each.name for each in cast.characters} == {"Dot", "Dorothy"}
