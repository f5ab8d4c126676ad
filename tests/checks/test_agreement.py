# SPDX-License-Identifier: GPL-3.0-or-later
"""What two judges may say together."""

from __future__ import annotations

from collections.abc import Callable

from redraft.checks.agreement import confirms, settle
from redraft.checks.check import Found
from redraft.checks.story import EngineMark, Passage

TEXT = "He went home late."
UNSURE = Found(8, 12, "", ("house",), unsure=True)


def mark(fix: str, probability: float = 0.9, engine: str = "tagger", start: int = 8, end: int = 12) -> EngineMark:
    return EngineMark(engine, "R_x", start, end, (fix,), "confusable", probability)


def test_the_same_change_confirms() -> None:
    assert confirms(TEXT, mark("house"), UNSURE, 0.25)
    assert confirms(TEXT, mark("house late", start=8, end=17), UNSURE, 0.25)


def test_another_change_does_not() -> None:
    assert not confirms(TEXT, mark("horse"), UNSURE, 0.25)


def test_a_faint_voice_does_not() -> None:
    assert not confirms(TEXT, mark("house", 0.24), UNSURE, 0.25)


def test_nobody_confirms_himself(passage: Callable[..., Passage]) -> None:
    seen = passage(TEXT, marks=(mark("house"),))
    own = Found(8, 12, "", ("house",), unsure=True, judge="tagger")
    assert list(settle(seen, [("learned-confused-word", own)])) == []
    assert len(list(settle(seen, [("some-rule", UNSURE)]))) == 1


def test_two_unsure_rules_confirm_each_other(passage: Callable[..., Passage]) -> None:
    learned = Found(8, 12, "", ("house",), unsure=True, judge="tagger")
    shown = list(settle(passage(TEXT, marks=(mark("house"),)), [("learned-confused-word", learned), ("some-rule", UNSURE)]))
    assert [id for id, _ in shown] == ["learned-confused-word", "some-rule"]
    assert not any(found.unsure for _, found in shown)


def test_a_sure_one_needs_nobody(passage: Callable[..., Passage]) -> None:
    assert len(list(settle(passage(TEXT), [("some-rule", Found(8, 12, "", ("house",)))]))) == 1


def test_a_whisper_of_the_tagger_is_no_second_voice_in_a_clean_book(passage: Callable[..., Passage]) -> None:
    marks = (mark("house", 0.5),)
    learned = Found(8, 12, "", ("house",), unsure=True, judge="tagger")
    for roughness, shown in ((0.2, 0), (8.0, 2)):
        seen = passage(TEXT, marks=marks, roughness=roughness)
        assert len(list(settle(seen, [("learned-confused-word", learned), ("some-rule", UNSURE)]))) == shown
