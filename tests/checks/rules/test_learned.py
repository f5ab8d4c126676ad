# SPDX-License-Identifier: GPL-3.0-or-later
"""The tagger's marks as findings: gates, bars, messages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.checks.check import Found
from redraft.checks.rules.learned.families import CHECKS
from redraft.checks.rules.learned.gate import fits
from redraft.checks.rules.learned.words import message
from redraft.checks.story import EngineMark, Passage

Make = Callable[..., Passage]
BY_CATEGORY = {each.category: each for each in CHECKS}


def mark(passage: Make, text: str, rule: str, fix: str, family: str, probability: float = 0.99, **facts: object) -> tuple[Passage, EngineMark]:
    plain = text.replace("⟦", "").replace("⟧", "")
    start, end = text.index("⟦"), text.index("⟧") - 1
    made = EngineMark("tagger", rule, start, end, (fix,), family, probability)
    return passage(plain, marks=(made,), **facts), made


def found(seen: Passage, family: str) -> list[Found]:
    return list(BY_CATEGORY[family].rule(seen))


@pytest.mark.parametrize(
    ("text", "rule", "fix", "family", "facts", "stands"),
    [
        ("He ⟦walks⟧ home.", "$PAST", "walked", "tense", {"tense": "past"}, True),
        ("He ⟦walks⟧ home.", "$PAST", "walked", "tense", {"tense": "present"}, False),
        ("He ⟦walked⟧ home.", "$PRES_Z", "walks", "tense", {"tense": "present"}, True),
        ("He ⟦was⟧ home.", "R_is", "is", "tense", {"tense": "past"}, False),
        ("“He ⟦walks⟧ home,” she said.", "$PAST", "walked", "tense", {"tense": "past"}, False),
        ("He had ⟦rung⟧ twice.", "$PAST", "rang", "tense", {"tense": "past"}, False),
        ("He turned with the ⟦patience⟧ of a cow.", "R_use", "use", "confusable", {}, False),
        ("He had the ⟦patents⟧ of a cow.", "R_patience", "patience", "confusable", {}, True),
        ("He had the ⟦patients⟧ of a cow.", "R_patience", "patience", "confusable", {}, False),
        ("“It ⟦were⟧ my idea,” he said.", "R_was", "was", "agreement", {}, False),
        ("It ⟦were⟧ his idea.", "R_was", "was", "agreement", {}, True),
        ("The Senju ⟦were⟧ a proud clan.", "R_was", "was", "agreement", {}, False),
        ("The swarm ⟦were⟧ closing in.", "R_was", "was", "agreement", {}, False),
        ("The door ⟦were⟧ open.", "R_was", "was", "agreement", {}, True),
        ("The doors ⟦was⟧ open, and my da weren't home.", "R_were", "were", "agreement", {}, False),
        ("He saw ⟦Anko⟧ there.", "R_ankle", "ankle", "confusable", {"names": ("Anko",)}, False),
        ("He saw ⟦anko⟧ there.", "R_ankle", "ankle", "confusable", {}, True),
        ("He took ⟦Ankos⟧ coat.", "$POSS", "Anko's", "apostrophe", {"names": ("Ankos",)}, True),
        ("“Yes⟦.” He⟧ told him why.", "R_,", ",” he", "dialogue-punctuation", {}, False),
        ("“Yes⟦.” He⟧ said so softly.", "R_,", ",” he", "dialogue-punctuation", {}, False),
        ("“Yes⟦.” He⟧ said softly.", "R_,", ",” he", "dialogue-punctuation", {}, True),
        ("It was the radio ⟦parts⟧ store.", "$NN", "part", "agreement", {}, False),
        ("“Aye,” ⟦Literate⟧ President Morehead agreed.", "$LOWER", "literate", "dialogue-punctuation", {}, False),
        ("“I saw a fairy lady ⟦there⟧", "A_.", "there.", "punctuation", {"before": "Made up of tiny motes"}, False),
        ("I saw a fairy lady ⟦there⟧", "A_.", "there.", "punctuation", {"before": "He sat down."}, True),
        ("She had seen ⟦Mrs⟧ Dalton go by.", "A_.", "Mrs.", "punctuation", {}, False),
        ("Yours, in some haste, Ada ⟦Quill⟧", "A_.", "Quill.", "punctuation", {"before": "He sat down."}, False),
        ("The Lamp Burns Low at ⟦Midnight⟧", "A_.", "Midnight.", "punctuation", {"before": "He sat down."}, False),
        ("They had never seen her in ⟦Edinburgh⟧", "A_.", "Edinburgh.", "punctuation", {"before": "He sat."}, True),
        ("A ⟦long⟧ road", "A_,", "long,", "comma", {"kind": "front"}, False),
    ],
)
def test_facts_let_a_mark_stand_or_not(
    passage: Make, text: str, rule: str, fix: str, family: str, facts: dict[str, object], stands: bool,
) -> None:
    seen, made = mark(passage, text, rule, fix, family, **facts)
    assert fits(seen, made) is stands


def test_a_faint_mark_is_kept_for_a_second_voice(passage: Make) -> None:
    seen, _ = mark(passage, "The old ⟦house,⟧ stood there.", "D", "house", "comma", 0.4)
    (one,) = found(seen, "comma")
    assert one.unsure and one.judge == "tagger" and not one.sure


def test_a_mark_of_another_family_is_not_its_business(passage: Make) -> None:
    seen, _ = mark(passage, "The old ⟦house,⟧ stood there.", "D", "house", "comma")
    assert found(seen, "tense") == []


@pytest.mark.parametrize(
    ("text", "rule", "fix", "words"),
    [
        ("The ⟦rain⟧ he liked.", "A_,", "rain,", "missing after “rain”"),
        ("He went ⟦to⟧ house.", "A_the", "to the", "“the” seems to be missing after “to”"),
        ("The ⟦house,⟧ stood.", "D", "house", "parts what belongs together"),
        ("He went ⟦to⟧ home.", "D", "", "“to” seems to be too many"),
        ("He ⟦walks⟧ home.", "$PAST", "walked", "“walks” is not"),
        ("He went⟦, she⟧ stayed.", "R_.", ". She", "does not hold two sentences together"),
        ("He could ⟦here⟧ it.", "R_hear", "hear", "“here” stands where “hear”"),
    ],
)
def test_the_message_names_the_words(passage: Make, text: str, rule: str, fix: str, words: str) -> None:
    seen, made = mark(passage, text, rule, fix, "comma")
    assert words in message(seen, made)
