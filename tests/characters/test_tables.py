# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of names."""

from __future__ import annotations

import tomllib

import pytest

from redraft.characters.forms import same_given
from redraft.characters.tables import tables
from redraft.places import resource


@pytest.mark.parametrize(("title", "told"), [("Mrs.", "she"), ("Mr", "he"), ("M.", "he"), ("Dr.", None), ("Uncle", "he"), ("Hat", None)])
def test_titles_tell_a_gender(title: str, told: str | None) -> None:
    assert tables().title_gender(title) == told


@pytest.mark.parametrize("word", ["Mrs.", "Captain", "lady", "Aunt", "M."])
def test_titles(word: str) -> None:
    assert tables().is_title(word)


@pytest.mark.parametrize("word", ["Dean", "Guy", "Anna", "M", "Table"])
def test_given_names_and_words_are_no_titles(word: str) -> None:
    assert not tables().is_title(word)


def test_no_given_name_tells_two_genders() -> None:
    assert tables().given["Anna"] == "she"
    assert tables().given["Robin"] is None


@pytest.mark.parametrize(("one", "other"), [("Bill", "William"), ("Tobias", "T."), ("Anna", "Anna"), ("Kate", "Katherine")])
def test_one_given_name(one: str, other: str) -> None:
    assert same_given(one, other) and same_given(other, one)


@pytest.mark.parametrize(("one", "other"), [("Bill", "Robert"), ("Elsie", "Betty"), ("Anna", "Hanna"), ("T.", "Anna")])
def test_two_given_names(one: str, other: str) -> None:
    assert not same_given(one, other)


@pytest.mark.parametrize(
    ("name", "told"), [("Otto", "he"), ("Hercule", "he"), ("Augusta", "she"), ("Rosamond", "she"), ("Robin", None)],
)
def test_given_names_tell_the_gender_they_usually_do(name: str, told: str | None) -> None:
    assert tables().given.get(name) == told


def test_no_name_is_listed_for_both_genders_by_mistake() -> None:
    read = tomllib.loads(resource("names", "given.toml").read_text(encoding="utf-8"))
    assert not set(read["male"].split()) & set(read["female"].split())
