# SPDX-License-Identifier: GPL-3.0-or-later
"""Harper as a judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.checks.engines import harper
from redraft.checks.engines.harper import Harper, whitelist
from redraft.checks.engines.unavailable import EngineUnavailable


@pytest.fixture(scope="module")
def judge() -> Harper:
    return Harper()


def test_it_marks_what_it_knows(judge: Harper) -> None:
    ((mark,),) = judge.marks(["He could of gone."])
    assert (mark.engine, mark.rule) == ("harper", "WordChoice/ModalOf")
    assert (mark.start, mark.end, mark.suggestions[0]) == (3, 11, "could have")


def test_each_text_gets_its_own_marks_in_order(judge: Harper) -> None:
    clean, marked, empty = judge.marks(["He went home.", "He could of gone, and should of.", ""])
    assert clean == () and empty == ()
    assert [each.start for each in marked] == sorted(each.start for each in marked)


def test_curly_apostrophes_are_read_and_given_back(judge: Harper) -> None:
    (marks,) = Harper(frozenset({"Didnt"})).marks(["It’s true. He didnt’ go, didnt he?"])
    assert all("'" not in fix for mark in marks for fix in mark.suggestions)


def test_spelling_is_left_to_us(judge: Harper) -> None:
    assert judge.marks(["Kakashi saw a chuunin in Konohagakure."]) == [()]


def test_only_whitelisted_rules_are_asked() -> None:
    assert Harper(frozenset()).marks(["He could of gone."]) == [()]
    assert {"ModalOf", "RogueRouge"} <= set(whitelist())
    assert not {"SpellCheck", "LongSentences", "AvoidCurses"} & set(whitelist())


def test_a_missing_list_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(harper, "resource", lambda *parts: tmp_path.joinpath(*parts))
    whitelist.cache_clear()
    with pytest.raises(EngineUnavailable, match="missing"):
        Harper()
    whitelist.cache_clear()
