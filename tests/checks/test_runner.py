# SPDX-License-Identifier: GPL-3.0-or-later
"""The runner: places in the written text, markup kept, failures contained, what is no prose left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from redraft.checks import runner
from redraft.checks.catalogue import by_id, catalogue
from redraft.checks.check import Check, Found
from redraft.checks.runner import Fault, findings, run, story_findings
from redraft.checks.story import EngineMark, Passage, StoryFacts
from redraft.language.tagging import Language
from redraft.manuscript.model import Paragraph
from redraft.text.folding import read_markup

Make = Callable[..., Passage]


def only(*ids: str) -> list[Check]:
    return [each for each in catalogue() if each.id in ids]


def marked(passage: Make, written: str, *ids: str, **facts: object) -> list[tuple[str, tuple[str, ...]]]:
    reading = read_markup(written)
    paragraph = Paragraph(7, written, written)
    return [(each.text, each.suggestions) for each in findings(paragraph, reading, passage(reading.text, **facts), only(*ids))]


def test_a_finding_stands_in_the_written_text(passage: Make) -> None:
    assert marked(passage, "He *never* saw the the door.", "doubled-word") == [("the the", ("the",))]


def test_markup_beside_a_finding_stays_outside(passage: Make) -> None:
    assert marked(passage, "He *ran ran* to the door.", "doubled-word") == [("ran ran", ("ran",))]


def test_markup_inside_a_finding_stays_in_its_fix(passage: Make) -> None:
    ((text, fixes),) = marked(passage, "*“I’ll leave.”* She said, and left.", "dialogue-stop-before-tag")
    assert text == ".”* She"
    assert fixes == (",”* she",)


def test_a_rule_that_fails_costs_only_itself(passage: Make) -> None:
    def broken(_: Passage) -> Iterator[Found]:
        raise RuntimeError("out of ink")
        yield

    checks = [*only("doubled-word"), replace(by_id()["its"], rule=broken)]
    faults: list[Fault] = []
    text = "He saw the the door."
    found = findings(Paragraph(7, text, text), read_markup(text), passage(text), checks, faults)
    assert [each.check for each in found] == ["doubled-word"]
    assert faults == [Fault("its", 7, "RuntimeError: out of ink")]


@pytest.mark.parametrize("kind", ["mark", "empty", "heading"])
def test_headings_and_marks_are_not_judged(passage: Make, kind: str) -> None:
    assert run(passage("The the door", kind=kind), only("doubled-word")) == []


def test_front_matter_is_judged(passage: Make) -> None:
    assert len(run(passage("He owned the the story.", kind="front"), only("doubled-word"))) == 1


def test_a_story_that_is_not_english_is_left_alone(passage: Make) -> None:
    seen = replace(passage("He saw the the door."), story=StoryFacts(english=False))
    assert run(seen, only("doubled-word")) == []


def test_two_findings_never_overlap(passage: Make) -> None:
    mark = EngineMark("harper", "Repetition/RepeatedWords", 7, 14, ("the",), "Twice.")
    found = marked(passage, "He saw the the door.", "doubled-word", "harper-repetition", marks=(mark,))
    assert found == [("the the", ("the",))]


def test_an_unsure_finding_needs_a_second_voice(passage: Make) -> None:
    text = "He gave her her coat."
    assert marked(passage, text, "doubled-word") == []
    mark = EngineMark("tagger", "D", 8, 12, ("",), "extra-word", 0.6)
    assert marked(passage, text, "doubled-word", marks=(mark,)) == [("her her", ("her",))]


def test_the_story_checks_name_the_paragraph(language: Language) -> None:
    texts = ["Kakashi met Kakashi's brother.", "Kakashi and Kakashi.", "Kakashi saw Kakahsi in the Kakashi house."]
    analyses = language.analyse(texts)
    story = StoryFacts(names=frozenset(("Kakashi", "Kakahsi")))
    passages = [Passage(each, story=story) for each in analyses]
    paragraphs = [Paragraph(number, text, text) for number, text in enumerate(texts, 10)]
    check = replace(runner.by_id()["term-two-spellings"], rule=lambda all_: iter([(2, Found(12, 19, "Twice.", ("Kakashi",)))]))
    (found,) = story_findings(paragraphs, [read_markup(each) for each in texts], passages, [check])
    assert (found.paragraph, found.text) == (12, "Kakahsi")
