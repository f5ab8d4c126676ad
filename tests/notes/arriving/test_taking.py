# SPDX-License-Identifier: GPL-3.0-or-later
"""What arrives joins what is here: each note once, the later wording, and nothing of another story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from redraft.notes.arriving.arrived import Arrived
from redraft.notes.arriving.taking import Report, Taking
from redraft.notes.note import Note, Place, Quote, Reply, State, Target, text_digest
from redraft.notes.notebook import Notebook
from redraft.notes.placing.placer import Placer
from redraft.notes.webannotation import Answer

OLD = "The gate was locked again when she came. Nobody had seen the boy since the fair. A lamp burned upstairs all night long."
NEW = "It rained. A lamp burned upstairs all night long. The old gate was locked again when she came."
COPY = text_digest(OLD)


def clock() -> Iterator[str]:
    yield from (f"2026-05-01T00:{minute:02}:00.000Z" for minute in range(60))


@pytest.fixture
def book() -> Notebook:
    ticks = clock()
    return Notebook(clock=lambda: next(ticks))


def noted(words: str, id: str = "1", body: str = "?", author: str = "Ann", when: str = "2026-03-01T00:00:00.000Z") -> Note:
    start = OLD.index(words)
    return Note(id, author, body, quote=Quote.at(OLD, start, start + len(words)), origin=Place(COPY, start, start + len(words)),
                created=when, modified=when, source="reader copy")


def take(book: Notebook, *notes: Note, copy: str = COPY, answers: tuple[Answer, ...] = (), foreign: bool = False, now: str = "2026-06-01T00:00:00.000Z") -> Report:
    placer = Placer(NEW, {COPY: OLD}.get)
    return Taking(book, placer, {COPY}.__contains__, lambda: now).take([Arrived("a.txt", notes, answers, copy, "Ann")], foreign=foreign)


def test_the_report_counts_new_moved_and_lost(book: Notebook) -> None:
    report = take(book, noted("gate"), noted("lamp", "2"), noted("Nobody had seen the boy", "3"))
    assert (len(report.new), report.moved, [each.quote.exact for each in report.lost]) == (3, 2, ["Nobody had seen the boy"])
    assert [book.get(each) and book.get(each).state for each in "123"] == [State.OPEN, State.OPEN, State.LOST]  # type: ignore[union-attr]


def test_the_same_file_twice_changes_nothing(book: Notebook) -> None:
    take(book, noted("gate"), noted("lamp", "2"))
    before = book.records
    report = take(book, noted("gate"), noted("lamp", "2"))
    assert (report.same, report.new, report.updated) == (2, [], []) and book.records == before


def test_the_same_note_under_another_id_is_one(book: Notebook) -> None:
    take(book, noted("gate"))
    assert take(book, noted("gate", "another")).same == 1 and len(book) == 1


def test_the_second_file_updates_the_first(book: Notebook) -> None:
    take(book, noted("gate"))
    report = take(book, noted("gate", body="Why locked?", when="2026-03-02T00:00:00.000Z"))
    assert [each.body for each in book] == ["Why locked?"] and len(report.updated) == 1


def test_an_older_file_changes_nothing(book: Notebook) -> None:
    take(book, noted("gate", body="Why locked?", when="2026-03-02T00:00:00.000Z"))
    take(book, noted("gate"))
    assert [each.body for each in book] == ["Why locked?"]


def test_what_is_done_stays_done_unless_the_reader_says_something_else(book: Notebook) -> None:
    take(book, noted("gate"))
    book.done("1")
    take(book, noted("gate"))
    assert [each.done for each in book] == [True]
    take(book, noted("gate", body="Still locked!", when="2026-03-02T00:00:00.000Z"))
    assert [(each.done, each.body) for each in book] == [(False, "Still locked!")]


def test_what_the_author_deleted_does_not_come_back(book: Notebook) -> None:
    take(book, noted("gate"))
    book.delete("1")
    assert take(book, noted("gate"), noted("gate", "2")).same == 2 and len(book) == 0


def test_a_note_that_its_reader_took_back_goes(book: Notebook) -> None:
    take(book, noted("gate"), noted("lamp", "2"), noted("came", "3"))
    book.reply("2", "Jo", "Because.")
    gone = [Note(each, "Ann", gone=True, modified="2026-03-02T00:00:00.000Z") for each in ("1", "2", "9")]
    stranger = Note("3", "Bo", gone=True, modified="2026-03-02T00:00:00.000Z")
    report = take(book, *gone, stranger)
    assert [each.id for each in report.withdrawn] == ["1"] and {each.id for each in book} == {"2", "3"}


def test_two_people_with_one_id_are_two_notes(book: Notebook) -> None:
    take(book, noted("gate"))
    take(book, noted("gate", author="Bo", body="Hm."))
    assert sorted(each.author for each in book) == ["Ann", "Bo"]
    assert take(book, noted("gate", author="Bo", body="Hm.")).same == 1 and len(book) == 2


def test_an_id_twice_in_one_file_is_the_later_wording(book: Notebook) -> None:
    take(book, noted("gate", body="later", when="2026-03-02T00:00:00.000Z"), noted("gate", body="earlier"))
    assert [each.body for each in book] == ["later"]


def test_two_readers_on_the_same_words_are_two_notes(book: Notebook) -> None:
    take(book, noted("gate"), noted("gate", "2", author="Bo"))
    assert len(book) == 2


def test_notes_of_another_story_are_not_mixed_in(book: Notebook) -> None:
    strange = [Note(str(each), "Ann", "!", quote=Quote(f"the ship sailed at noon with {each} men"), origin=Place("cd" * 32, each, 9)) for each in range(4)]
    report = take(book, *strange, copy="cd" * 32)
    assert len(report.foreign) == 1 and len(book) == 0 and report.new == []
    report = take(book, *strange, copy="cd" * 32, foreign=True)
    assert len(report.lost) == 4 and len(book) == 4


def test_a_copy_that_is_not_kept_is_no_other_story_when_its_words_are_here(book: Notebook) -> None:
    note = replace(noted("A lamp burned upstairs all night long."), origin=Place("cd" * 32, 5, 42))
    assert take(book, note, copy="cd" * 32).foreign == [] and [each.state for each in book] == [State.OPEN]


def test_dates_in_the_future_are_today(book: Notebook) -> None:
    report = take(book, noted("gate", when="2031-01-01T00:00:00.000Z"))
    assert "future" in report.notices[0]
    assert [(each.created, each.modified) for each in book] == [("2026-06-01T00:00:00.000Z",) * 2]


def test_no_author_no_id_no_time(book: Notebook) -> None:
    bare = replace(noted("gate", ""), author="", created="", modified="")
    take(book, bare)
    note = next(iter(book))
    assert note.author == "Ann" and note.id.startswith("urn:uuid:") and note.created == "2026-06-01T00:00:00.000Z"
    assert take(book, bare, now="2026-07-01T00:00:00.000Z").same == 1 and len(book) == 1


def test_answers_come_along_once(book: Notebook) -> None:
    take(book, noted("gate"))
    answer = Answer("1", Reply("r", "Bo", "Because.", "2026-03-02T00:00:00.000Z", "2026-03-02T00:00:00.000Z"))
    assert take(book, answers=(answer, Answer("nowhere", answer.reply))).answers == 1
    assert take(book, answers=(answer,)).answers == 0
    assert [each.body for note in book for each in note.answers] == ["Because."]


def test_a_note_on_the_whole_is_neither_moved_nor_lost(book: Notebook) -> None:
    report = take(book, Note("1", "Ann", "Loved it.", target=Target.MANUSCRIPT))
    assert (len(report.new), report.moved, report.lost) == (1, 0, [])


def test_the_notebook_changes_once(book: Notebook) -> None:
    heard: list[frozenset[str]] = []
    book.subscribe(heard.append)
    take(book, noted("gate"), noted("lamp", "2"))
    assert heard == [frozenset({"1", "2"})]
