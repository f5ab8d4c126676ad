# SPDX-License-Identifier: GPL-3.0-or-later
"""The author's decisions: made, undone, read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.characters.cast import Cast, Quote
from redraft.characters.decisions import CastDecisions
from redraft.checks.finding import Finding, Severity
from redraft.formats.registry import read_bytes
from redraft.manuscript.outline import SceneDecisions
from redraft.manuscript.session import Place, Session, Transaction
from redraft.storage.decisions import DecisionBook, Decisions
from redraft.storage.sidecar import Sidecar

TEXT = "He was once a rouge ninja, and a rouge he stayed."


def finding(start: int, words: str = "rouge", category: str = "confusable") -> Finding:
    return Finding("rogue-rouge", category, Severity.ERROR, 0, start, start + len(words), words, "why")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(TEXT)
    return path


def book(story: Path) -> DecisionBook:
    return DecisionBook(Sidecar.open(story))


def test_nothing_is_decided_at_first(story: Path) -> None:
    assert book(story).current == Decisions()


def test_every_decision_is_read_again_and_can_be_undone(story: Path) -> None:
    one = book(story)
    decisions = [
        one.ignore(finding(14), TEXT), one.add_word("Chakra"), one.switch_off("tense-slip"),
        one.rename_character("Mara", "Mara Quill"), one.merge_characters("Anko", "Mitarashi"), one.not_a_person("Konoha"),
        one.accept_scene("three days later"), one.dismiss_scene("the next day"), one.review_scene("it was"),
    ]  # fmt: skip
    assert one.current == Decisions()
    for decision in decisions:
        decision.do()
    again = book(story).current
    assert again == one.current
    assert (again.own_words, again.rules_off, again.reviewed) == ({"chakra"}, {"tense-slip"}, {"it was"})
    assert again.cast == CastDecisions((("Mara", "Mara Quill"),), (("Anko", "Mitarashi"),), frozenset({"Konoha"}))
    assert again.scenes == SceneDecisions(frozenset({"three days later"}), frozenset({"the next day"}))
    assert len(again.dismissed) == 1
    for decision in reversed(decisions):
        decision.undo()
    assert book(story).current == Decisions()


def test_undo_restores_what_stood_there(story: Path) -> None:
    one = book(story)
    one.accept_scene("key").do()
    change = one.dismiss_scene("key")
    change.do()
    assert one.current.scenes.dismissed == {"key"}
    change.undo()
    assert one.current.scenes.accepted == {"key"}


def test_an_ignored_finding_is_hidden_here_and_not_there(story: Path) -> None:
    one = book(story)
    one.ignore(finding(14), TEXT).do()
    assert one.current.hides(finding(14), TEXT)
    assert not one.current.hides(finding(33), TEXT)
    edited = "Then " + TEXT
    assert one.current.hides(finding(19), edited)


def test_ignored_everywhere(story: Path) -> None:
    one = book(story)
    one.ignore(finding(14), TEXT, anywhere=True).do()
    assert one.current.hides(finding(33), TEXT)
    assert not one.current.hides(finding(14, "ninja"), TEXT)


def test_the_storys_words_hide_spelling_only(story: Path) -> None:
    one = book(story)
    one.add_word("Rouge").do()
    assert one.current.hides(finding(14, category="spelling"), TEXT)
    assert not one.current.hides(finding(14), TEXT)
    one.remove_word("rouge").do()
    assert one.current.own_words == frozenset()


def test_a_rule_switched_off_and_on(story: Path) -> None:
    one = book(story)
    one.switch_off("rogue-rouge").do()
    assert one.current.hides(finding(14), TEXT)
    one.switch_on("rogue-rouge").do()
    assert not one.current.hides(finding(14), TEXT)


def test_the_place_is_remembered(story: Path) -> None:
    book(story).remember_place(3, 14)
    assert book(story).current.place == (3, 14)


def test_decisions_are_undone_with_the_session(story: Path) -> None:
    one, session = book(story), Session(read_bytes(TEXT.encode(), "x").manuscript)
    session.commit(Transaction("ignoring", [], Place(), Place(), [one.add_word("x")]), "t")
    assert one.current.own_words == {"x"} and not one.sidecar.empty
    session.undo()
    assert one.current.own_words == frozenset()
    session.redo()
    assert book(story).current.own_words == {"x"}


def test_strange_records_are_no_decisions(story: Path) -> None:
    sidecar = Sidecar.open(story)
    sidecar.put("place", "here", {"paragraph": "x"})
    sidecar.put("dismissed", "x", {})
    sidecar.put("something-newer", "x", {"a": 1})
    assert DecisionBook(Sidecar.open(story)).current.place is None


def test_a_rule_is_left_out_of_what_one_character_says() -> None:
    book = DecisionBook(Sidecar.open(None))
    book.ignore_in_speech("double-negative", "Bill").do()
    cast = Cast((), (Quote(1, 0, 20, "Bill"), Quote(2, 0, 20, "Anna"), Quote(3, 0, 20, None)))

    def hidden(check: str, paragraph: int, start: int) -> bool:
        found = Finding(check, "style", Severity.ERROR, paragraph, start, start + 3, "ain", "…", (), True)
        return book.current.hides_from(found, cast)

    assert hidden("double-negative", 1, 4)
    assert not hidden("double-negative", 1, 40) and not hidden("double-negative", 2, 4)
    assert not hidden("double-negative", 3, 4) and not hidden("doubled", 1, 4)
