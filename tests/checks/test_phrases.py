# SPDX-License-Identifier: GPL-3.0-or-later
"""Phrase files: what an entry means, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from redraft.checks.phrases import _needs, fitted, load
from redraft.checks.story import Passage

ENTRY = """
[[phrase]]
id = "phrase-test"
name = "Test"
category = "confusable"
pattern = "tow(?= the line)"
fix = "toe"
why = "Toes."
fails = ["He ⟦tow⟧ the line."]
passes = ["He toed the line."]
"""


def write(folder: Path, text: str) -> Path:
    (folder / "a.toml").write_text(text, encoding="utf-8")
    return folder


def test_an_entry_becomes_a_check(tmp_path: Path, passage: Callable[..., Passage]) -> None:
    (check,) = load(write(tmp_path, ENTRY))
    (found,) = check.rule(passage("We tow the line. We tow the boat. Stowtow the line."))
    assert (found.start, found.suggestions) == (3, ("toe",))
    assert "Why a reader minds: Toes." in check.manual


def test_what_stands_before_may_be_asked_for_and_forbidden(tmp_path: Path, passage: Callable[..., Passage]) -> None:
    more = 'behind = ["\\\\bwe tow"]\nnever_behind = ["if we tow"]\n'
    (check,) = load(write(tmp_path, ENTRY + more))
    assert len(list(check.rule(passage("Now we tow the line.")))) == 1
    assert list(check.rule(passage("They tow the line."))) == []
    assert list(check.rule(passage("Only if we tow the line."))) == []


def test_narration_only_leaves_speech_alone(tmp_path: Path, passage: Callable[..., Passage]) -> None:
    (check,) = load(write(tmp_path, ENTRY + 'where = "narration"\n'))
    assert list(check.rule(passage("“We tow the line,” he said."))) == []


def test_a_broken_entry_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="phrase-test"):
        load(write(tmp_path, ENTRY + 'colour = "red"\n'))


@pytest.mark.parametrize(
    ("old", "new", "text", "made"),
    [
        ("Alot", "a lot", "Alot of", "A lot"),
        ("alot", "a lot", "alot", "a lot"),
        ("INFACT", "in fact", "INFACT", "IN FACT"),
        ("dont", "don't", "it’s dont", "don’t"),
        ("dont", "don't", "“dont”", "don’t"),
        ("dont", "don't", "it's dont", "don't"),
    ],
)
def test_a_fix_fits_its_place(old: str, new: str, text: str, made: str) -> None:
    assert fitted(old, new, text) == made


def test_there_are_many_phrases() -> None:
    assert len(load()) >= 150


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("arrived to(?= the)", ["arrived to"]),
        ("(?:wrecked|wrecks)(?= havoc)", ["wrecked", "wrecks"]),
        ("(he|she) used(?= work)", ["used"]),
        ("(some(?:one|body)|no(?:body)?|who) elses", ["some", "no", "who"]),
        ("(apologi[sz]ed|said) to", ["apologi", "said"]),
        ("(?:colou?r|hue)[sd]? of", ["colo", "hue"]),
        ("(?:very )?tired", ["tired"]),
        ("(?:a|b)|c", [""]),
    ],
)
def test_a_phrase_is_looked_for_only_where_a_piece_of_it_stands(pattern: str, needs: list[str]) -> None:
    assert list(_needs(pattern)) == needs
