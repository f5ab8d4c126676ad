# SPDX-License-Identifier: GPL-3.0-or-later
"""The paragraph as it is read, and the way back to the paragraph as it is written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.text.folding import Look, emphasis, read_markup, straighten
from redraft.text.span import Span

WRITTEN = st.lists(
    st.sampled_from(["*", "**", "_", "word", " ", "a", "<i>", "</i>", "[b]", "[/b]", "\\*", "# ", "…", "🙂", "“"]), max_size=14
).map("".join)


def test_straightening_moves_nothing() -> None:
    text = "“It’s ‘fine’,” she said—„so“."
    assert straighten(text) == "\"It's 'fine',\" she said—\"so\"."
    assert len(straighten(text)) == len(text)


def test_plain_text_is_its_own_reading() -> None:
    text = "Nothing here, not even 5 * 3."
    reading = read_markup(text)
    assert reading.plain
    assert reading.text is text
    assert reading.to_source(3, 9) == Span(3, 9)


def test_a_read_place_is_written_inside_its_marks() -> None:
    written = "He *never* went."
    reading = read_markup(written)
    assert reading.text == "He never went."
    assert reading.to_source(3, 8).of(written) == "never"
    assert reading.to_source(0, 8).of(written) == "He *never"
    assert reading.to_source(9, 14).of(written) == "went."


def test_a_written_place_is_read() -> None:
    reading = read_markup("He *never* went.")
    assert reading.to_reading(4, 9).of(reading.text) == "never"
    assert reading.to_reading(3, 10).of(reading.text) == "never"
    assert len(reading.to_reading(3, 4)) == 0


@given(WRITTEN)
def test_every_read_character_is_found_where_it_is_written(written: str) -> None:
    reading = read_markup(written)
    for place, char in enumerate(reading.text):
        span = reading.to_source(place, place + 1)
        assert span.of(written) == char
        assert reading.to_reading(span.start, span.end) == Span(place, place + 1)


@pytest.mark.parametrize(
    ("written", "words", "suggestion", "result"),
    [
        ("He *never* went.", "never", "seldom", "He *seldom* went."),
        ("He *ran* away.", "He *ran* away", "He walked away", "He *walked* away."),
        ("It was *there* house.", "*there* house", "their house", "It was *their* house."),
        ("“Stop.” *He* said.", "Stop.” *He", "Stop,” he", "“Stop,” *he* said."),
        ("a *b* c", "b* c", "", "a **"),
        ("It <i>is</i> is so.", "is</i> is", "is", "It <i>is</i> so."),
    ],
)
def test_a_fix_keeps_the_markup(written: str, words: str, suggestion: str, result: str) -> None:
    reading = read_markup(written)
    start = written.index(words)
    read = reading.to_reading(start, start + len(words))
    place, replacement = reading.rewritten(written, read.start, read.end, suggestion)
    assert written[: place.start] + replacement + written[place.end :] == result


@given(WRITTEN, st.data())
def test_a_fixed_text_reads_as_suggested(written: str, data: st.DataObject) -> None:
    reading = read_markup(written)
    if not reading.text:
        return
    start = data.draw(st.integers(0, len(reading.text) - 1))
    end = data.draw(st.integers(start + 1, len(reading.text)))
    place, replacement = reading.rewritten(written, start, end, "new words")
    lost = [written[a:b] for a, b in _gaps(reading.pieces, written, reading.text) if place.start <= a and b <= place.end]
    assert all(each in replacement for each in lost)
    kept = replacement
    for each in lost:
        kept = kept.replace(each, "", 1)
    assert kept == "new words"


def _gaps(pieces: tuple[tuple[int, int], ...], written: str, read: str) -> list[tuple[int, int]]:
    gaps = [(0, pieces[0][1])]
    for (read_start, start), (next_read, next_start) in pairwise(pieces):
        gaps.append((start + next_read - read_start, next_start))
    gaps.append((pieces[-1][1] + len(read) - pieces[-1][0], len(written)))
    return [each for each in gaps if each[0] < each[1]]


def test_emphasis_names_looks_and_marks() -> None:
    text = "a *b **c*** d **e**"
    found = [(each.span.of(text), each.kind) for each in emphasis(text)]
    assert found == [
        ("*", Look.MARK), ("b ", Look.ITALIC), ("**", Look.MARK), ("c", Look.STRONG_ITALIC), ("**", Look.MARK),
        ("*", Look.MARK), ("**", Look.MARK), ("e", Look.BOLD), ("**", Look.MARK),
    ]  # fmt: skip


def test_plain_text_has_no_emphasis() -> None:
    assert emphasis("plain * text") == []
