# SPDX-License-Identifier: GPL-3.0-or-later
"""After whatever edits, the cast and what contradicts itself are those that a first look at the text would find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redraft.analysis.evidence import Library
from redraft.analysis.store import EvidenceStore
from redraft.analysis.survey import Facts, People, Snapshot, facts, people, with_people
from redraft.characters import speakers
from redraft.formats.registry import read_bytes
from redraft.manuscript.model import Paragraph
from redraft.manuscript.session import Session
from redraft.storage.decisions import Decisions

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
STORIES = ("01-the-thirteenth-stroke.txt", "04-what-the-inkfox-owes.txt")
ADDED = (
    "“Good evening,” said Quillon Marsh, and his grey eyes were cold.", "He was not there. She was.", "* * *",
    "Quillon’s eyes were green. “You are late,” he said.", "THE END", "“Well?” asked the old doctor.", "",
    "The next morning she told the Doctor everything.", "I said that I was thirty-one years old.",
)
SWAPPED = (("he", "she"), ("said", "asked"), ("His", "Her"), ("the", "The"), ("I", "he"), ("“", ""), (".", ","))
EDITS = st.lists(
    st.tuples(st.sampled_from(["add", "drop", "word", "swap", "split", "join", "twice"]), st.integers(0, 9_999),
              st.integers(0, 99)),
    min_size=1, max_size=5,
)


@pytest.fixture(scope="module")
def library() -> Library:
    """Paragraphs read once for all examples."""
    return Library(EvidenceStore(None), {})


@pytest.mark.parametrize("story", STORIES)
@settings(max_examples=10)
@given(edits=EDITS)
def test_what_is_kept_through_edits_is_what_a_first_look_finds(
    library: Library, story: str, edits: list[tuple[str, int, int]],
) -> None:
    session = Session(read_bytes((SEEDS / story).read_bytes(), story).manuscript)
    known = facts(_snapshot(library, session.paragraphs))
    people(_snapshot(library, session.paragraphs), known)
    for kind, at, what in edits:
        _DEEDS[kind](session, at % len(session.paragraphs), what)
        snapshot = _snapshot(library, session.paragraphs)
        known = with_people(known, snapshot)
        assert people(snapshot, known) == _afresh(snapshot, known)


def test_a_word_written_small_elsewhere_is_a_name_no_more(library: Library) -> None:
    """What one paragraph's words are taken for follows from how all the others write them."""
    text = "# One\n\nBracken waited by the gate. Bracken smiled.\n\n“Come,” said Bracken. Then Bracken nodded to Mara.\n"
    session = Session(read_bytes(text.encode(), "story.md").manuscript)
    known = facts(_snapshot(library, session.paragraphs))
    before = people(_snapshot(library, session.paragraphs), known)
    last = len(session.paragraphs)
    session.replace(last, last, ["The bracken was wet. More bracken grew there, and bracken lay in heaps of bracken. " * 9],
                    label="typing", initiator="test")
    snapshot = _snapshot(library, session.paragraphs)
    after = people(snapshot, known := with_people(known, snapshot))
    assert after == _afresh(snapshot, known)
    assert after.cast != before.cast


def test_names_found_for_the_facts_are_those_that_the_cast_would_find(library: Library) -> None:
    paragraphs = read_bytes((SEEDS / STORIES[0]).read_bytes(), "story.txt").manuscript.paragraphs
    snapshot = _snapshot(library, paragraphs)
    known = facts(snapshot)
    assert known.names is not None
    assert people(snapshot, known) == people(snapshot, replace(known, names=None))


def _snapshot(library: Library, paragraphs: Sequence[Paragraph]) -> Snapshot:
    library.parse([each.text for each in paragraphs])
    return Snapshot(tuple(paragraphs), tuple(library.of(each.text) for each in paragraphs), Decisions())


def _afresh(snapshot: Snapshot, known: Facts) -> People:
    """What is found with nothing kept from earlier looks."""
    speakers._RECALL.known.clear()
    bare = {each.text: replace(each, analysis=replace(each.analysis)) for each in snapshot.evidence if each.analysis}
    fresh = replace(snapshot, evidence=tuple(bare[each.text] for each in snapshot.evidence))
    first = facts(fresh)
    assert first.names is not None and known.names is not None
    assert (first.outline, first.scenes, first.story.names) == (known.outline, known.scenes, known.story.names)
    assert first.names.chains == known.names.chains
    return people(fresh, first)


def _add(session: Session, at: int, what: int) -> None:
    session.replace(at, at, [ADDED[what % len(ADDED)]], label="typing", initiator="test")


def _drop(session: Session, at: int, what: int) -> None:
    if len(session.paragraphs) > 5:
        session.replace(at, at + 1, [], label="typing", initiator="test")


def _word(session: Session, at: int, what: int) -> None:
    words = session.paragraphs[at].text.split(" ")
    words.insert(what % (len(words) + 1), ("slowly", "Mara", "Hope", "he", "MARA")[what % 5])
    session.replace(at, at + 1, [" ".join(words)], label="typing", initiator="test")


def _swap(session: Session, at: int, what: int) -> None:
    text = session.paragraphs[at].text.replace(*SWAPPED[what % len(SWAPPED)])
    session.replace(at, at + 1, [text], label="typing", initiator="test")


def _split(session: Session, at: int, what: int) -> None:
    text = session.paragraphs[at].text
    place = text.find(" ", len(text) * what // 100)
    if place > 0:
        session.replace(at, at + 1, [text[:place], text[place + 1 :]], label="typing", initiator="test")


def _join(session: Session, at: int, what: int) -> None:
    if at + 1 < len(session.paragraphs):
        text = f"{session.paragraphs[at].text} {session.paragraphs[at + 1].text}"
        session.replace(at, at + 2, [text], label="typing", initiator="test")


def _twice(session: Session, at: int, what: int) -> None:
    session.replace(at, at, [session.paragraphs[what % len(session.paragraphs)].text], label="pasting", initiator="test")


_DEEDS: dict[str, Callable[[Session, int, int], None]] = {
    "add": _add, "drop": _drop, "word": _word, "swap": _swap, "split": _split, "join": _join, "twice": _twice,
}
