# SPDX-License-Identifier: GPL-3.0-or-later
"""``redraft cast``: the contract and what is told beyond it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redraft.cli import main

STORY = (
    "Anna Reed met Tom Lake at the gate. Anna bowed, and Tom bowed.\n\n“Well?” said Anna.\n\n“Well what?” he asked.\n\n"
    "“Pass,” said the porter.\n\n“Thank you,” said Anna.\n\n“Pass,” said the porter.\n"
)


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list[dict[str, object]]]:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    assert main(["cast", str(path), "--format", "json"]) == 0
    read: dict[str, list[dict[str, object]]] = json.loads(capsys.readouterr().out)
    return read


def test_every_quotation_has_its_speaker_and_what_tells_it(told: dict[str, list[dict[str, object]]]) -> None:
    quotes = told["quotes"]
    assert [each["speaker"] for each in quotes] == ["Anna Reed", "Tom Lake", "the porter", "Anna Reed", "the porter"]
    assert [each["by"] for each in quotes] == ["tag", "pronoun", "pronoun", "tag", "pronoun"]
    assert all(0 < float(str(each["odds"])) <= 1 for each in quotes)
    assert next(STORY[int(str(each["start"])) : int(str(each["end"]))] for each in quotes) == "“Well?”"


def test_who_has_no_name_is_told_apart(told: dict[str, list[dict[str, object]]]) -> None:
    assert {each["name"]: each["named"] for each in told["characters"]} == {
        "Anna Reed": True, "Tom Lake": True, "the porter": False,
    }  # fmt: skip


def test_every_speaker_is_a_character(told: dict[str, list[dict[str, object]]]) -> None:
    assert {each["speaker"] for each in told["quotes"]} <= {each["name"] for each in told["characters"]}


def test_people_are_told_with_the_paragraphs_of_each_fact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "story.txt"
    facts = "Anna’s green eyes shone.\n\nAnna waved to her brother Tom.\n\nAnna’s green eyes shut.\n"
    path.write_text(f"{STORY}\n{facts}", encoding="utf-8")
    assert main(["cast", str(path)]) == 0
    told = capsys.readouterr().out
    assert "eyes: green (¶7, ¶9)" in told and "family: brother Tom (¶8)" in told and "relation: Anna Reed’s brother (¶8)" in told
