# SPDX-License-Identifier: GPL-3.0-or-later
"""The sums over one paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from redraft.readability.counts import ParagraphCounts, count


def test_words_speech_and_sentences() -> None:
    counts = count("“Stop—now!” he said. Mr. Reed ran, well-known for it…")
    assert counts.words == 10
    assert counts.speech_words == 2
    assert counts.sentence_lengths == (4, 6)
    assert counts.letters == len("Stopnowhesaid" + "MrReedranwellknownforit")


def test_a_capital_inside_a_sentence_marks_a_name() -> None:
    hard = count("Kakashi met Anko. “Orochimaru fled,” said Zabuza.").hard
    assert [(each.word, each.name) for each in hard if not each.word.endswith("ed")] == [
        ("kakashi", False), ("anko", True), ("orochimaru", False), ("zabuza", True),
    ]  # fmt: skip


def test_an_empty_paragraph_counts_nothing() -> None:
    assert count("") == ParagraphCounts()
    assert count("… !").words == 0 and count("… !").sentence_lengths == ()


@given(st.text(alphabet="aB '’-—.!?“”1", max_size=80))
def test_sentences_hold_every_word(text: str) -> None:
    counts = count(text)
    assert sum(counts.sentence_lengths) == counts.words
    assert counts.syllables >= counts.words >= counts.speech_words
