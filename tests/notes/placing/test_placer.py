# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the ways a note's place is found by, and what is kept of one that is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redraft.notes.note import Note, Place, Quote, State, Target, text_digest
from redraft.notes.placing.placer import Placer

OLD = "The gate was locked again when she came. Nobody had seen the boy since the fair. A lamp burned upstairs all night long."
NEW = "It rained. A lamp burned upstairs all night long. The old gate was locked again when she came."
COPY = text_digest(OLD)
COPIES = {COPY: OLD}


def noted(words: str, text: str = OLD) -> Note:
    start = text.index(words)
    end = start + len(words)
    return Note("1", body="?", quote=Quote.at(text, start, end), origin=Place(text_digest(text), start, end))


def words(note: Note, text: str = NEW) -> str | None:
    return None if note.place is None else text[note.place.start : note.place.end]


def test_in_the_text_itself_offsets_are_enough() -> None:
    note = Placer(OLD).placed(replace(noted("the boy"), quote=Quote()))
    assert words(note, OLD) == "the boy" and note.quote.exact == "the boy"


def test_by_the_copy_it_was_made_in() -> None:
    note = Placer(NEW, COPIES.get).placed(noted("gate"))
    assert words(note) == "gate"
    assert note.place and note.place.text == text_digest(NEW)
    assert note.origin == noted("gate").origin and note.quote == Quote.at(NEW, note.place.start, note.place.end)


def test_an_unknown_copy_by_quotation() -> None:
    assert words(Placer(NEW).placed(noted("A lamp burned upstairs all night long."))) == "A lamp burned upstairs all night long."


def test_what_is_gone_is_lost_with_its_old_context() -> None:
    note = Placer(NEW, COPIES.get).placed(noted("Nobody had seen the boy"))
    assert note.state is State.LOST and note.quote == noted("Nobody had seen the boy").quote


def test_lost_offsets_without_a_quotation_get_their_words_from_the_copy() -> None:
    note = Placer(NEW, COPIES.get).placed(replace(noted("Nobody had seen the boy"), quote=Quote()))
    assert note.place is None and note.quote.exact == "Nobody had seen the boy"


@pytest.mark.parametrize("origin", [Place(COPY, 5, 10**6), Place(COPY, 4, 4), Place(COPY, 0, 7), Place("0" * 64, 4, 8), None])
def test_wrong_offsets_are_not_believed_the_quotation_is(origin: Place | None) -> None:
    note = replace(noted("A lamp burned upstairs all night long."), origin=origin)
    assert words(Placer(NEW, COPIES.get).placed(note)) == "A lamp burned upstairs all night long."


def test_offsets_beyond_the_text_without_a_quotation_are_lost() -> None:
    assert Placer(NEW, COPIES.get).placed(Note("1", origin=Place(COPY, 500, 600))).place is None


def test_where_it_stood_last_counts_before_where_it_stood_first() -> None:
    middle = OLD.replace("the fair", "the feast")
    note = replace(noted("gate"), place=Place(text_digest(middle), 4, 8))
    assert words(Placer(NEW, {**COPIES, text_digest(middle): middle}.get).placed(note)) == "gate"
    assert words(Placer(NEW, COPIES.get).placed(note)) == "gate"


def test_a_lost_note_that_comes_back_with_its_words() -> None:
    lost = Placer(NEW, COPIES.get).placed(noted("Nobody had seen the boy"))
    assert words(Placer(OLD, COPIES.get).placed(lost), OLD) == "Nobody had seen the boy"


def test_a_note_on_the_whole_needs_no_place() -> None:
    note = Note("1", target=Target.MANUSCRIPT, quote=Quote("kept"))
    assert Placer(NEW).placed(note) == note


def test_a_text_is_compared_once_for_all_notes_of_a_copy() -> None:
    asked: list[str] = []

    def copies(digest: str) -> str | None:
        asked.append(digest)
        return COPIES.get(digest)

    found = Placer(NEW, copies).all([noted("gate"), noted("lamp"), noted("the boy")])
    assert [words(each) for each in found] == ["gate", "lamp", None] and asked == [COPY]


def test_scripts_of_other_alphabets_and_empty_texts_break_nothing() -> None:
    japanese = "門は閉まっていた。誰も少年を見なかった。ランプは一晩中燃えていた。"
    note = Note("1", quote=Quote("誰も少年を見なかった"), origin=Place(text_digest(japanese), 9, 19))
    assert words(Placer("雨。" + japanese, {text_digest(japanese): japanese}.get).placed(note), "雨。" + japanese) in ("誰も少年を見なかった", None)
    assert Placer("", COPIES.get).placed(noted("gate")).place is None
    assert Placer("* * *").placed(Note("1", quote=Quote("***"))).place is None
