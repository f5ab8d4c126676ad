# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes as W3C Web Annotations: nothing is lost on the way out and back, and nothing foreign breaks the reading."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.notes.merging import merged_replies
from redraft.notes.note import Kind, Note, Place, Quote, Reaction, Reply, Target
from redraft.notes.webannotation import LONGEST, annotation, annotations_of, answer_of, note_of

WHEN = "2026-03-01T10:00:00.000Z"
TEXTS = st.text(max_size=30)
NAMES = st.sampled_from(["", "Ann", "J. R. “Bo” <b>"])
TIMES = st.sampled_from(["", WHEN])
PLACES = st.none() | st.builds(lambda text, start, more: Place(text, start, start + more), st.sampled_from(["", "ab" * 32]), st.integers(0, 99), st.integers(0, 9))
REPLIES = st.lists(st.builds(Reply, st.uuids().map(str), NAMES, TEXTS, TIMES, TIMES, st.booleans()), max_size=2).map(merged_replies)
NOTES = st.builds(
    Note, st.uuids().map(str), NAMES, TEXTS, st.sampled_from([each for each in Kind if each is not Kind.SUGGESTION]),
    st.sampled_from(Target), st.just(Quote()) | st.builds(Quote, st.text(min_size=1, max_size=20), TEXTS, TEXTS),
    PLACES, PLACES, st.none(), st.none() | st.sampled_from(Reaction), st.booleans(), TIMES, TIMES, TIMES, REPLIES,
    st.sampled_from(["", "docx"]), st.sampled_from(["", "What bored you?"]), st.booleans(),
)


def back(note: Note) -> Note:
    told = [json.loads(json.dumps(each)) for each in annotations_of(note)]
    answers = [each.reply for each in map(answer_of, told) if each]
    return replace(note_of(told[0]), replies=merged_replies(answers))


@given(NOTES)
def test_out_and_back_is_the_same_note(note: Note) -> None:
    assert back(note) == note


def test_a_suggestion_an_empty_one_too_is_kept() -> None:
    for words in ("rogue", ""):
        note = Note("1", kind=Kind.SUGGESTION, suggestion=words, quote=Quote("rouge"))
        assert back(note) == note


def test_the_form_is_that_of_the_recommendation() -> None:
    note = Note("urn:uuid:1", "Ann", "Why?", Kind.QUESTION, quote=Quote("the door", "opened ", "."), place=Place("ab", 3, 11), created=WHEN)
    assert annotation(note) == {
        "type": "Annotation", "id": "urn:uuid:1", "motivation": "questioning", "created": WHEN,
        "creator": {"type": "Person", "name": "Ann"},
        "body": [
            {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": "Why?"},
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": "question"},
        ],
        "target": {"source": "urn:sha256:ab", "selector": [
            {"type": "TextPositionSelector", "start": 3, "end": 11, "unit": "code point"},
            {"type": "TextQuoteSelector", "exact": "the door", "prefix": "opened ", "suffix": "."},
        ]},
    }


def test_what_a_newer_version_wrote_is_kept() -> None:
    told = {
        "type": "Annotation", "id": "1", "stars": 5, "body": [{"type": "TextualBody", "value": "Why?"}, {"type": "Sound", "id": "x.ogg"}],
        "target": {"selector": [{"type": "TextQuoteSelector", "exact": "door"}, {"type": "SvgSelector", "value": "<svg/>"}]},
        "redraft": {"mood": "blue", "state": "done"},
    }
    note = note_of(told)
    assert (note.body, note.quote.exact, note.done) == ("Why?", "door", True)
    again = annotation(note)
    assert again["stars"] == 5
    assert {"type": "Sound", "id": "x.ogg"} in again["body"]  # type: ignore[operator]
    assert {"type": "SvgSelector", "value": "<svg/>"} in again["target"]["selector"]  # type: ignore[call-overload,index]
    assert again["redraft"] == {"mood": "blue", "state": "done"}
    assert note_of(again) == note


@pytest.mark.parametrize("told", [{}, {"type": "Person", "body": "x"}, {"id": "1"}])
def test_what_is_no_annotation_is_refused(told: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        note_of(told)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (5, 4), (None, 4), ("1", "4"), (True, 4), (1.0, 4.0), (0, 10**30)])
def test_offsets_that_are_none_give_no_place(start: object, end: object) -> None:
    selector = {"type": "TextPositionSelector", "start": start, "end": end}
    assert note_of({"id": "1", "body": "x", "target": {"selector": selector}}).place is None


def test_offsets_in_another_unit_are_not_taken_for_code_points() -> None:
    selector = {"type": "TextPositionSelector", "start": 1, "end": 4, "unit": "UTF-16 code unit"}
    note = note_of({"id": "1", "body": "x", "target": {"selector": selector}})
    assert note.place is None and note.extra


def test_who_wrote_it_may_be_told_by_the_file() -> None:
    assert note_of({"body": "x"}, "Ann").author == "Ann"
    assert note_of({"body": "x", "creator": "Bo"}, "Ann").author == "Bo"


def test_a_note_without_words_or_a_place_is_on_the_whole_manuscript() -> None:
    assert note_of({"body": "Loved it."}).target is Target.MANUSCRIPT
    assert note_of({"body": "Why?", "target": {"selector": {"type": "TextQuoteSelector", "exact": "door"}}}).target is Target.WORDS


def test_other_forms_that_the_recommendation_allows() -> None:
    quote = {"type": "TextQuoteSelector", "exact": "door"}
    note = note_of({"type": "Annotation", "bodyValue": "Why?", "target": [{"source": "http://example.org", "selector": quote}]})
    assert (note.body, note.quote.exact, note.extra) == ("Why?", "door", {})


def test_nobody_writes_so_much_by_hand() -> None:
    assert len(note_of({"id": "i" * 9999, "body": "x" * (LONGEST + 5)}).body) == LONGEST
    assert len(note_of({"id": "i" * 9999, "body": "x"}).id) == 200


def test_markup_is_text() -> None:
    words = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    assert note_of({"body": {"type": "TextualBody", "value": words, "format": "text/html"}}).body == words


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["type", "value", "purpose", "selector", "exact", "start", "end", "source", "name", "target", "state", "origin", "copy"]), inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["id", "type", "body", "target", "redraft", "creator", "created", "modified", "motivation", "other"]), JUNK))
def test_no_junk_breaks_the_reading(told: dict[str, object]) -> None:
    answer_of(told)
    try:
        note = note_of(told)
    except ValueError:
        return
    assert note_of(annotation(note)).body == note.body
