# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags, lemmas and parse on our own tokens and sentences."""

import pytest

from redraft.language.analysis import Analysis, Token
from redraft.language.tagging import Language


def token(analysis: Analysis, word: str) -> Token:
    return next(each for each in analysis.tokens if each.lower == word)


def test_offsets_are_those_of_the_text(language: Language) -> None:
    text = "“I didn’t…”—she shook  her head—“want it,” she said."
    (analysis,) = language.analyse([text])
    assert all(text[each.start : each.end] == each.text for each in analysis.tokens)
    assert "".join(each.text for each in analysis.tokens) == text.replace(" ", "")


def test_our_sentences_stand(language: Language) -> None:
    (analysis,) = language.analyse(["“Stop!” he said. Mr. Reed ran."])
    assert [(each.first, each.last) for each in analysis.sentences] == [(0, 7), (7, 11)]
    assert all(0 <= each.head < 7 for each in analysis.tokens[:7])
    assert all(7 <= each.head < 11 for each in analysis.tokens[7:])


@pytest.mark.parametrize(("word", "lemma"), [("shook", "shake"), ("froze", "freeze"), ("tore", "tear")])
def test_an_irregular_past_is_no_present(language: Language, word: str, lemma: str) -> None:
    (analysis,) = language.analyse([f"They {word} and I {word} it when we {word}."])
    found = [each for each in analysis.tokens if each.lower == word]
    assert {each.tag for each in found} <= {"VBD", "VBN"}
    assert {each.lemma for each in found} == {lemma}


def test_a_verb_that_has_one_form_follows_its_subject(language: Language) -> None:
    he, they = language.analyse(["He put it down.", "The doctors cut costs every year."])
    assert token(he, "put").tag == "VBD"
    assert token(they, "cut").tag in ("VBD", "VBP")


def test_lemmas_and_classes(language: Language) -> None:
    (analysis,) = language.analyse(["The men weren’t running; she’d taken the children’s better boxes to him."])
    lemmas = {each.lower: each.lemma for each in analysis.tokens}
    assert lemmas["men"] == "man" and lemmas["running"] == "run" and lemmas["boxes"] == "box"
    assert lemmas["n't"] == "not" and lemmas["were"] == "be" and lemmas["taken"] == "take"
    assert token(analysis, "were").pos == "AUX"
    assert token(analysis, "to").pos in ("PART", "ADP")


def test_single_quoted_speech_reads_like_double(language: Language) -> None:
    single, double = language.analyse(["‘I know,’ he said.", "“I know,” he said."])
    assert [each.tag for each in single.tokens] == [each.tag for each in double.tokens]


def test_order_and_empty_texts(language: Language) -> None:
    analyses = language.analyse(["", "One.", "   ", "Two came."])
    assert [len(each.tokens) for each in analyses] == [0, 2, 0, 3]
    assert language.analyse([]) == []


def test_a_paragraph_too_long_for_one_piece(language: Language) -> None:
    text = "He ran and fell. " * 700 + "word " * 2_500
    (analysis,) = language.analyse([text])
    assert len(analysis.tokens) == 700 * 5 + 2_500
    assert all(0 <= each.head < len(analysis.tokens) for each in analysis.tokens)
    assert analysis.tokens[-1].end == len(text) - 1
