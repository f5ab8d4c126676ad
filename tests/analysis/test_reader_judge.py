# SPDX-License-Identifier: GPL-3.0-or-later
"""What the language model says from a process of its own is what it would say here."""

from __future__ import annotations

from redraft.analysis.evidence import Library
from redraft.analysis.reader_judge import ReaderJudge, _parts
from redraft.analysis.store import EvidenceStore
from redraft.language.packing import unpack
from redraft.language.tagging import Language

TEXTS = ["“I knew,” she said, “that he’d come.”", "", "He walked home. It was late."]


def test_the_analyses_are_the_language_models_own() -> None:
    paused: list[int] = []
    packed = ReaderJudge().marks(TEXTS, lambda: paused.append(1))
    assert [unpack(each, text) for each, text in zip(packed, TEXTS, strict=True)] == Language.load().analyse(TEXTS)
    assert paused


def test_long_requests_are_read_in_parts() -> None:
    texts = ["word " * 100] * 10
    parts = list(_parts(texts))
    assert [each for part in parts for each in part] == texts
    assert len(parts) == 3
    assert list(_parts([])) == []


def test_the_library_takes_them_in_the_written_text_s_reading() -> None:
    text = "She said *no* to him."
    library = Library(EvidenceStore(None), {})
    reading = library.of(text).reading.text
    library.take_analyses([text], ReaderJudge().marks([reading]))
    analysis = library.of(text).analysis
    assert analysis is not None and analysis.text == reading == "She said no to him."


def test_an_empty_paragraph_needs_no_model() -> None:
    analysis = Library(EvidenceStore(None), {}).of("  ").analysis
    assert analysis is not None and analysis.tokens == ()
