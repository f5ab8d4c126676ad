# SPDX-License-Identifier: GPL-3.0-or-later
"""A tiny book with known people: what is found, split, mixed up, invented and missed is told apart."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from tools.evaluate_cast.labelled import Book, Listed, Quotation, digest, labelled, parsed
from tools.evaluate_cast.novels import errors, measure, spoken, verdict
from tools.evaluate_cast.people import found_people, invented, match, names_of, plain

from redraft.characters.cast import Cast, Character, Mention, Quote
from redraft.language.analysis import Analysis

TEXTS = (
    "Mrs. Bell met Tom Hart. “No,” said Tom.",
    "Tom nodded. “Yes,” he said, “and no.” “Who?” said I.",
    "Aunt Bell saw Captain Hart and Tom at the Anchor.",
    "“Stop!” cried a policeman. It was called “The End”.",
)
ANALYSES = [Analysis(each) for each in TEXTS]


def at(paragraph: int, words: str) -> tuple[int, int, int]:
    """Where words first stand in a paragraph."""
    start = TEXTS[paragraph].index(words)
    return paragraph, start, start + len(words)


BOOK = Book(
    "tiny", digest(iter(TEXTS)), "Edward Lamb", True,
    [
        Listed("Anna Bell", "major", {"Mrs. Bell": 3, "Aunt Bell": 4, "Anna": 2}),
        Listed("Tom Hart", "major", {"Tom": 9, "Tom Hart": 3}),
        Listed("Captain Hart", "intermediate", {"Captain Hart": 3}),
        Listed("Edward Lamb", "major", {}),
        Listed("Joe", "minor", {"Joe": 5}),
    ],
    [
        Quotation(*at(0, "“No,”"), "Tom Hart", "name"),
        Quotation(*at(1, "“Yes,”"), "Tom Hart", "noun"),
        Quotation(*at(1, "“and no.”"), "Tom Hart", "noun"),
        Quotation(*at(1, "“Who?”"), "narrator", "noun"),
        Quotation(*at(3, "“Stop!”"), "a policeman", "noun"),
        Quotation(*at(3, "“The End”"), "-", "none"),
    ],
)  # fmt: skip


def character(name: str, *mentions: tuple[int, str], named: bool = True) -> Character:
    return Character(name, mentions=tuple(Mention(*at(*each)) for each in mentions), named=named)


FOUND = Cast(
    (
        character("Tom", (0, "Tom Hart"), (1, "Tom"), (2, "Captain Hart")),
        character("Mrs. Bell", (0, "Mrs. Bell")),
        character("Aunt Bell", (2, "Aunt Bell")),
        character("Narrator"),
        Character("the Anchor", mentions=tuple([Mention(*at(2, "Anchor"))] * 10)),
        character("the policeman (2)", named=False),
    ),
    (
        Quote(*at(0, "“No,”"), "Aunt Bell"), Quote(*at(1, "“Yes,”"), None), Quote(*at(1, "“and no.”"), "Tom"),
        Quote(*at(1, "“Who?”"), "Narrator"), Quote(*at(3, "“Stop!”"), "the policeman (2)"),
    ),
)  # fmt: skip
MATCHED = match(FOUND, BOOK, ANALYSES)


def test_characters_are_who_most_of_their_mentions_name() -> None:
    assert MATCHED.person == {"Tom": "Tom Hart", "Mrs. Bell": "Anna Bell", "Aunt Bell": "Anna Bell", "Narrator": "Edward Lamb"}
    assert MATCHED.chosen == {"Tom Hart": "Tom", "Anna Bell": "Mrs. Bell", "Edward Lamb": "Narrator"}
    seen, missed = found_people(BOOK, MATCHED)
    assert [each.name for each in seen] == ["Anna Bell", "Tom Hart", "Edward Lamb"]
    assert [each.name for each in missed] == ["Captain Hart"]
    assert [each.name for each in invented(FOUND, MATCHED)] == ["the Anchor"]


def test_names_are_right_split_or_wrong_and_rare_ones_not_asked() -> None:
    fates = {form: fate for _, form, fate in names_of(BOOK, MATCHED)}
    assert fates == {"mrs. bell": "right", "aunt bell": "split", "tom": "right", "tom hart": "right", "captain hart": "wrong"}


def test_pieces_of_a_quotation_count_once_and_the_longer_tells() -> None:
    told = [(each.speaker, speaker) for each, speaker in spoken(BOOK, FOUND)]
    assert told == [
        ("Tom Hart", "Aunt Bell"), ("Tom Hart", "Tom"), ("narrator", "Narrator"), ("a policeman", "the policeman (2)"),
        ("-", None),
    ]  # fmt: skip


def test_verdicts() -> None:
    figures = measure(BOOK, FOUND, MATCHED)
    assert figures["name"] == Counter(wrong=1)
    assert figures["noun"] == Counter(right=3)
    assert figures["nobody"] == Counter(right=1)
    assert figures["people"] == Counter(right=3, missed=1, invented=1)
    assert verdict(BOOK.quotations[0], None, MATCHED, BOOK) == "none"
    assert verdict(BOOK.quotations[4], "the sailor", MATCHED, BOOK) == "wrong"
    assert verdict(BOOK.quotations[4], "Tom", MATCHED, BOOK) == "wrong"
    long = Quotation(*at(3, "“Stop!”"), "the tall policeman in blue", "noun")
    assert verdict(long, "the policeman (2)", MATCHED, BOOK) == "right"
    assert verdict(long, "the man in blue", MATCHED, BOOK) == "wrong"


def test_every_error_is_told() -> None:
    told = "\n".join(errors(BOOK, FOUND, MATCHED))
    assert "missed intermediate: Captain Hart" in told
    assert "name split: 'aunt bell' of Anna Bell" in told
    assert "speaker name 0: Tom Hart, told Aunt Bell" in told
    assert len(told.splitlines()) == 4


def test_forms_are_compared_without_article_adjective_and_capitals() -> None:
    assert plain("poor old Tom") == plain("Tom")
    assert plain("Old Tom") == "old tom"
    assert plain("the old sailor") == "old sailor"
    assert plain("The Colonel") == plain("the colonel") == "colonel"
    assert plain("O’Neill") == plain("O'Neill")


def test_another_edition_is_refused(tmp_path: Path) -> None:
    held = {
        "book": "tiny", "digest": "another", "narrator": None, "whole_cast": False,
        "characters": [{"name": "Tom", "part": "minor", "names": {"Tom": 1}}], "quotations": [[0, 0, 5, "Tom", "name"]],
    }  # fmt: skip
    (tmp_path / "tiny.json").write_text(json.dumps(held), encoding="utf-8")
    book = next(labelled(tmp_path))
    assert book.quotations == [Quotation(0, 0, 5, "Tom", "name")]
    (tmp_path / "tiny.txt").write_text("# One\n\nTom *sat*\ndown.\n\n* * *\n\nHe rose.", encoding="utf-8")
    with pytest.raises(ValueError, match="not the text"):
        parsed(book, tmp_path, tmp_path / "kept")
    assert (tmp_path / "kept" / "tiny.pkl").exists()
