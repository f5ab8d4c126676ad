# SPDX-License-Identifier: GPL-3.0-or-later
"""Two records of one note: the later word, the later place, every answer."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from redraft.notes.merging import merged, same_content
from redraft.notes.note import Note, Place, Quote, Reply

NOTE = Note("1", "Ann", "Why?", quote=Quote("the door"), place=Place("a", 3, 9), modified="1", placed="1")

REPLIES = st.lists(st.builds(Reply, st.sampled_from("xy"), st.just("Bo"), st.sampled_from("pq"), st.sampled_from("12"), st.sampled_from("12"), st.booleans()), max_size=3).map(tuple)
NOTES = st.builds(
    Note, st.just("1"), st.sampled_from("AB"), st.sampled_from("uv"), done=st.booleans(), gone=st.booleans(),
    place=st.sampled_from([None, Place("a", 1, 2), Place("b", 3, 4)]), modified=st.sampled_from("12"),
    placed=st.sampled_from("12"), replies=REPLIES,
)


def test_what_it_says_is_the_later_word() -> None:
    assert merged(NOTE, replace(NOTE, body="Why now?", modified="2")).body == "Why now?"
    assert merged(replace(NOTE, body="Why now?", modified="2"), NOTE).body == "Why now?"


def test_where_it_stands_is_the_later_finding_whoever_spoke_last() -> None:
    both = merged(replace(NOTE, place=Place("b", 5, 11), placed="2"), replace(NOTE, body="Why now?", modified="3"))
    assert (both.body, both.place) == ("Why now?", Place("b", 5, 11))


def test_answers_of_both_stand() -> None:
    one, other = Reply("a", "Bo", "Because.", "1", "1"), Reply("b", "Cy", "Really?", "2", "2")
    assert [each.body for each in merged(replace(NOTE, replies=(other,)), replace(NOTE, replies=(one,))).answers] == ["Because.", "Really?"]


def test_what_was_deleted_later_stays_deleted() -> None:
    assert merged(replace(NOTE, gone=True, modified="2"), NOTE).gone


@given(NOTES, NOTES, NOTES)
def test_the_order_of_merging_does_not_matter(a: Note, b: Note, c: Note) -> None:
    assert merged(a, b) == merged(b, a)
    assert merged(merged(a, b), c) == merged(a, merged(b, c))
    assert merged(a, a) == replace(a, replies=merged(a, a).replies)


def test_the_same_words_twice_are_one_note_whatever_the_ids() -> None:
    assert same_content(NOTE, replace(NOTE, id="2", author="ann", body=" Why? ", modified="9"))
    assert not same_content(NOTE, replace(NOTE, author="Bo"))
    assert not same_content(NOTE, replace(NOTE, quote=Quote("the floor")))
