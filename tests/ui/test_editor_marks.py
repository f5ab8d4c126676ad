# SPDX-License-Identifier: GPL-3.0-or-later
"""A line is under the words it means, or nowhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redraft.checks.finding import Finding, Severity
from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.session import Session
from redraft.ui.editor.marks import Marks, same_sentence


class PlayedDesk:
    """Findings that hold for the texts that were checked."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.found: dict[int, tuple[str, tuple[Finding, ...]]] = {}

    def judge(self, *findings: Finding) -> None:
        """Every paragraph is checked as it is now."""
        for paragraph in self.session.paragraphs:
            own = tuple(each for each in findings if each.paragraph == paragraph.id)
            self.found[paragraph.id] = paragraph.text, own

    def awaited(self, paragraph_id: int) -> bool:
        """Whether the present text was not checked."""
        now = next((each.text for each in self.session.paragraphs if each.id == paragraph_id), None)
        return now is not None and self.found.get(paragraph_id, ("\0",))[0] != now

    def findings(self, paragraph_id: int) -> tuple[Finding, ...]:
        """Those of the text that was checked."""
        return self.found.get(paragraph_id, ("", ()))[1]


def finding(text: str, words: str, check: str = "x", severity: Severity = Severity.ERROR) -> Finding:
    """A finding on the first place of ``words``."""
    start = text.index(words)
    return Finding(check, "other", severity, 0, start, start + len(words), words, "?")


def scene(text: str) -> tuple[Session, PlayedDesk, Marks]:
    """One paragraph, a desk, and the marks that follow both."""
    session = Session(Manuscript(None, paragraphs=(Paragraph(0, text, text),)))
    desk = PlayedDesk(session)
    marks = Marks(desk, lambda check: check == "splice")
    session.subscribe(marks.edited)
    return session, desk, marks


def write(session: Session, text: str) -> None:
    """The author writes."""
    session.replace(0, 1, [text], label="typing", initiator="editor")


def words(session: Session, marks: Marks) -> list[str]:
    """The words marked now, cut from the text."""
    paragraph = session.paragraphs[0]
    return [paragraph.text[each.start : each.end] for each in marks.of(paragraph)]


def test_a_mark_moves_with_its_words() -> None:
    session, desk, marks = scene("a rouge ninja")
    desk.judge(finding("a rouge ninja", "rouge"))
    write(session, "a very old rouge ninja")
    assert words(session, marks) == ["rouge"]
    write(session, "very old rouge ninja")
    assert words(session, marks) == ["rouge"]


def test_a_mark_whose_words_are_touched_is_hidden_until_checked() -> None:
    session, desk, marks = scene("a rouge ninja")
    desk.judge(finding("a rouge ninja", "rouge"))
    write(session, "a roguge ninja")
    assert words(session, marks) == []
    desk.judge(finding("a roguge ninja", "roguge"))
    marks.refreshed([0])
    assert words(session, marks) == ["roguge"]


def test_a_word_that_grows_at_either_end_is_another_word() -> None:
    for grown in ("a rouges ninja", "a xrouge ninja", "arouge ninja"):
        session, desk, marks = scene("a rouge ninja")
        desk.judge(finding("a rouge ninja", "rouge"))
        write(session, grown)
        assert words(session, marks) == []


def test_a_space_or_mark_beside_the_word_does_no_harm() -> None:
    for beside in ("a rouge  ninja", "a rouge, ninja", "a “rouge ninja"):
        session, desk, marks = scene("a rouge ninja")
        desk.judge(finding("a rouge ninja", "rouge"))
        write(session, beside)
        assert words(session, marks) == ["rouge"]


def test_undo_brings_no_wrong_mark() -> None:
    session, desk, marks = scene("a rouge ninja")
    desk.judge(finding("a rouge ninja", "rouge"))
    write(session, "a rogue ninja")
    desk.judge()
    marks.refreshed([0])
    session.undo()
    assert words(session, marks) == []


def test_hints_are_shown_when_wanted() -> None:
    session, desk, marks = scene("a rouge ninja")
    desk.judge(finding("a rouge ninja", "rouge", severity=Severity.HINT))
    assert words(session, marks) == []
    marks.hints = True
    assert words(session, marks) == ["rouge"]


def test_a_mark_on_a_sentence_waits_while_the_author_is_in_it() -> None:
    text = "He ran, she hid. They met."
    session, desk, marks = scene(text)
    write(session, "He ran, she hid. They met!")
    now = session.paragraphs[0]
    desk.judge(finding(now.text, "ran, she", "splice"), finding(now.text, "They met", "splice"))
    marks.refreshed([0])
    assert words(session, marks) == ["ran, she"]
    assert not marks.caret_at(now, 20)
    assert marks.caret_at(now, 3)
    assert words(session, marks) == ["ran, she", "They met"]


def test_an_accepted_suggestion_makes_no_mark_wait() -> None:
    session, desk, marks = scene("He ran, she hid. They met.")
    session.replace(0, 1, ["He ran, she hid. They mat."], label="x", initiator="accept")
    desk.judge(finding(session.paragraphs[0].text, "They mat", "splice"))
    assert words(session, marks) == ["They mat"]


def test_same_sentence() -> None:
    text = "One two. Three four. Five."
    assert same_sentence(text, 3, 0, 7)
    assert not same_sentence(text, 3, 9, 14)
    assert same_sentence(text, 12, 4, 14)


_WORDS = st.lists(st.sampled_from(["a", "rouge", "b", ",", " ", "ro", "uge"]), max_size=8)


@given(st.lists(_WORDS, max_size=6))
def test_whatever_is_typed_only_the_same_words_are_marked(texts: list[list[str]]) -> None:
    session, desk, marks = scene("a rouge b")
    desk.judge(finding("a rouge b", "rouge"))
    for parts in texts:
        write(session, "".join(parts))
        for each in marks.of(session.paragraphs[0]):
            text = session.paragraphs[0].text
            assert text[each.start : each.end] == "rouge" == each.text
            assert not text[each.end : each.end + 1].isalnum() or desk.awaited(0) is False
