# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes as people write them in mails and chats."""

from __future__ import annotations

import pytest

from redraft.notes.arriving.arrived import NOBODY, Arrived, NoNotes
from redraft.notes.arriving.mail import read_mail
from redraft.notes.note import Note, Place, Target


def numbered(copy: str, number: int, quote: str) -> Place | None:
    return Place(f"copy {copy}", 10 * number, 10 * number + len(quote or "paragraph")) if number < 1000 else None


def read(text: str) -> Arrived:
    return read_mail(text, "mail.txt", numbered)


def said(text: str) -> list[tuple[int, str]]:
    return [(each.origin.start // 10 if each.origin else 0, each.body) for each in read(text).notes]


@pytest.mark.parametrize("text", [
    "¶ 214: I was lost here", "¶214 I was lost here", "- ¶ 214 – I was lost here", "para 214: I was lost here",
    "Paragraph 214. I was lost here", "> ¶ 214: I was lost here", "> > ¶ 214: I was lost here\n", "§ 214: I was\nlost here",
    "> ¶ 214: I was\n> lost here",
])
def test_a_number_and_what_is_said(text: str) -> None:
    assert said(text) == [(214, "I was lost here")]


def test_a_whole_mail() -> None:
    arrived = read(
        "From: Ann Reader <ann@example.org>\nDate: Sat, 21 Nov 2026 10:00:00 +0100\nSubject: Notes\n\nHi Jo,\n\nhere are my notes:\n\n"
        "¶ 3: I was lost here, who\nis speaking?\n¶ 7: lovely\n\nI want to read on, this is the best one so far.\n\nBest, Ann\n-- \nAnn, Ltd.\n¶ 9: not this\n")
    assert [(each.author, each.created, each.source) for each in arrived.notes] == [("Ann Reader", "2026-11-21T09:00:00.000Z", "mail")] * 3
    assert [each.body for each in arrived.notes] == ["I was lost here, who is speaking?", "lovely", "I want to read on, this is the best one so far."]
    assert [each.target for each in arrived.notes] == [Target.PARAGRAPH, Target.PARAGRAPH, Target.MANUSCRIPT]


def test_the_mail_that_is_answered_is_not_read() -> None:
    assert said("¶ 3: lost\n\nOn Sat, 21 Nov 2026, Jo Author wrote:\n> Please tell me what you think.\n> Jo") == [(3, "lost")]


def test_a_reader_copys_notes_sent_as_words() -> None:
    arrived = read("Notes on “The Gate” by Ann\nCopy 0123abcd\n\n¶ 12: “the old mill” – Laughed. Lovely\n\nWhat bored you?\nNothing at all did.\n")
    assert (arrived.title, arrived.reader) == ("The Gate", "Ann")
    first, second = arrived.notes
    assert first.origin == Place("copy 0123abcd", 120, 132) and first.body == "Laughed. Lovely" and first.target is Target.WORDS
    assert second.target is Target.MANUSCRIPT and second.author == "Ann"


def test_quoted_words_and_what_is_said_of_them() -> None:
    first, second = read("> A lamp burned upstairs\n> all night long.\nThis is creepy!\n\n“the old mill” — I can see it.\n").notes
    assert (first.quote.exact, first.body) == ("A lamp burned upstairs all night long.", "This is creepy!")
    assert (second.quote.exact, second.body) == ("the old mill", "I can see it.")


def test_a_chat() -> None:
    assert [(each.author, each.body) for each in read("[21.11.26, 10:03] Ann: ¶ 3: lost\n[21.11.26, 10:04] Ann: ¶ 4: found again").notes] == [("Ann", "lost"), ("Ann", "found again")]


def test_a_paragraph_that_there_is_not() -> None:
    arrived = read("¶ 4000: where is this?")
    assert "¶ 4000" in arrived.notices[0]
    assert arrived.notes[0].origin is None and arrived.notes[0].quote.exact == "¶ 4000"


@pytest.mark.parametrize("text", ["", "Hi Jo,\n\nThanks!\n\nAnn", "--\nAnn", "> \n>"])
def test_nothing_said(text: str) -> None:
    with pytest.raises(NoNotes, match=r"mail\.txt"):
        read(text)


def test_windows_line_ends_and_a_mark_at_the_beginning() -> None:
    assert said("\ufeff¶ 3: lost\r\n\r\n¶ 4: found\r\n") == [(3, "lost"), (4, "found")]


def test_nobody_signed() -> None:
    assert read("¶ 3: lost").notes[0].author == NOBODY
    assert read_mail("¶ 3: lost", "m", numbered, "Bo").notes[0].author == "Bo"


def test_markup_is_text() -> None:
    words = "<img src=x onerror=alert(1)> & so on"
    assert [each.body for each in read(f"¶ 3: {words}").notes] == [words]


def test_the_same_mail_gives_the_same_notes() -> None:
    notes: list[Note] = [*read("¶ 3: lost").notes, *read("¶ 3: lost").notes]
    assert notes[0] == notes[1]
