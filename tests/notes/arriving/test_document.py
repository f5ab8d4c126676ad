# SPDX-License-Identifier: GPL-3.0-or-later
"""A document that came back: comments as notes, changes as suggestions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import FileNote, Manuscript, Paragraph, SourceFile
from redraft.notes.arriving.arrived import NOBODY
from redraft.notes.arriving.document import comments, suggestions
from redraft.notes.note import Kind, Place, Target, text_digest
from redraft.text.edits import Edit, apply_all
from redraft.text.span import Span

TEXT = "The gate was locked.\nShe came back late at night.\n\nA lamp burned."


def manuscript(*notes: FileNote) -> Manuscript:
    lines = TEXT.split("\n")
    marks = {1: (Mark(4, 8, MarkKind.COMMENT, "", "k"),)}
    paragraphs = [Paragraph(number, each, each, "\n" if number + 1 < len(lines) else "", marks=marks.get(number, ())) for number, each in enumerate(lines)]
    return Manuscript(None, (SourceFile(None, "docx", notes=notes),), tuple(paragraphs))


def changed(before: str, after: str) -> list[tuple[str, str]]:
    return [(each.quote.exact, each.suggestion or "") for each in suggestions(before, after, "Ann", "docx")]


def test_a_comment_with_its_answers() -> None:
    reply = FileNote("2", "Bo", "2026-03-02T10:00:00Z", "Because.")
    note = comments(manuscript(FileNote("1", " Ann  R ", "2026-03-01T10:00:00Z", "Why?", (reply,), True, 0, 4, 8)), "docx")[0]
    assert (note.author, note.created, note.body, note.done, note.source) == ("Ann R", "2026-03-01T10:00:00.000Z", "Why?", True, "docx")
    assert (note.origin, note.quote.exact, note.place) == (Place(text_digest(TEXT), 4, 8), "gate", None)
    assert [(each.author, each.body) for each in note.replies] == [("Bo", "Because.")]


def test_the_same_document_gives_the_same_ids() -> None:
    def ids() -> list[str]:
        return [each.id for each in comments(manuscript(FileNote("1", "Ann", "", "Why?", (), False, 0, 4, 8), FileNote("2", "Ann", "", "Why?", (), False, 0, 9, 12)), "docx")]

    assert ids() == ids() and len(set(ids())) == 2


def test_a_comment_at_a_point_is_on_its_paragraph_and_one_without_a_place_on_the_whole() -> None:
    point, nowhere, nobody = comments(manuscript(
        FileNote("1", "Ann", "", "a", paragraph=0, start=4, end=4), FileNote("2", "Ann", "", "b"), FileNote("3", "", "", "c", paragraph=0, start=0, end=3)), "odt")
    assert (point.target, point.quote.exact) == (Target.PARAGRAPH, "The gate was locked.")
    assert nowhere.target is Target.MANUSCRIPT and nowhere.origin is None
    assert nobody.author == NOBODY


def test_a_comment_over_several_paragraphs_ends_where_its_mark_ends() -> None:
    note = comments(manuscript(FileNote("k", "Ann", "", "a", paragraph=0, start=4, end=20)), "docx")[0]
    assert note.quote.exact == "gate was locked.\nShe came"


def test_changed_words_are_suggestions() -> None:
    assert changed(TEXT, TEXT.replace("late", "early").replace("lamp", "candle")) == [("late", "early"), ("lamp", "candle")]
    note = next(suggestions(TEXT, TEXT.replace("late", "early"), "Ann", "docx", "2026-03-01T10:00:00.000Z"))
    assert (note.kind, note.author, note.created, note.origin) == (Kind.SUGGESTION, "Ann", "2026-03-01T10:00:00.000Z", Place(text_digest(TEXT), 35, 39))


def test_words_taken_out_and_put_in() -> None:
    assert [(each.strip(), to) for each, to in changed(TEXT, TEXT.replace(" late", ""))] == [("late", "")]
    assert changed(TEXT, TEXT.replace("came back", "came slowly back")) == [("came", "came slowly")]
    assert changed(TEXT, "Once " + TEXT) == [("The", "Once The")]


def test_a_sentence_written_anew_is_one_suggestion() -> None:
    found = changed(TEXT, TEXT.replace("She came back late at night.", "At midnight, she was back at last."))
    assert len(found) == 1 and "midnight" in found[0][1]


def test_a_paragraph_taken_out() -> None:
    assert changed(TEXT, "The gate was locked.\n\nA lamp burned.") == [("She came back late at night.", "")]


def test_a_paragraph_put_in_is_a_note_on_the_one_before() -> None:
    note = next(suggestions(TEXT, TEXT.replace("night.\n", "night.\nNobody saw her come.\n"), "Ann", "docx"))
    assert (note.suggestion, note.target, note.quote.exact) == (None, Target.PARAGRAPH, "She came back late at night.")
    assert "Nobody saw her come." in note.body


def test_a_paragraph_written_anew_in_other_words() -> None:
    assert changed(TEXT, TEXT.replace("A lamp burned.", "Nobody home!")) == [("A lamp burned.", "Nobody home!")]


def test_nothing_changed_suggests_nothing() -> None:
    assert changed(TEXT, TEXT) == [] and changed("", "") == []


@given(st.lists(st.sampled_from(["one", "two", "she", "said,", "“No.”"]), min_size=1, max_size=12), st.lists(st.sampled_from(["one", "two", "she", "so", "“No.”"]), min_size=1, max_size=12))
def test_taking_all_suggestions_of_a_paragraph_gives_the_readers_text(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    edits = [Edit(Span(each.origin.start, each.origin.end), each.suggestion or "") for each in suggestions(before, after, "A", "docx") if each.origin]
    assert apply_all(before, edits) == after


def test_threads_that_a_program_parted() -> None:
    def note(key: str, author: str, when: str, text: str, end: int = 8) -> FileNote:
        return FileNote(key, author, when, text, (), False, 0, 4, end)

    told = manuscript(note("1", "Ann", "2026-03-01T10:00:00Z", "Why?"), note("2", "Bo", "2026-03-02T10:00:00Z", "Because."),
                      note("3", "Cy", "2026-03-01T10:00:00Z", "same time"), note("4", "Di", "2026-03-03T10:00:00Z", "other words", 12))
    joined = {each.body: [one.body for one in each.replies] for each in comments(told, "docx", parted=True)}
    assert joined == {"Why?": ["Because."], "same time": [], "other words": []}
    assert len(comments(told, "docx")) == 4
