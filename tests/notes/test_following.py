# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes stay on their words while the text is written, and through every undo and redo."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.registry import read_bytes
from redraft.manuscript.session import Session
from redraft.notes.following import Following, Spot, source_of, spot_of

TEXT = "The lamp went out.\n\nNobody was there; the rain was on the roof.\n\nIt rained.\n"


def followed(text: str = TEXT) -> tuple[Session, Following]:
    session = Session(read_bytes(text.encode(), "story.txt").manuscript)
    following = Following(session)
    session.subscribe(following.edited)
    return session, following


def words(session: Session, following: Following, note: str = "n") -> str | None:
    spot = following.spot(note)
    if spot is None:
        return None
    texts = [each.text for each in session.paragraphs[spot.first : spot.last + 1]]
    if len(texts) == 1:
        return texts[0][spot.start : spot.end]
    return "\n".join([texts[0][spot.start :], *texts[1:-1], texts[-1][: spot.end]])


def put(session: Session, index: int, text: str) -> None:
    session.replace(index, index + 1, [text], label="x", initiator="editor")


def test_typing_around_and_inside() -> None:
    session, following = followed()
    following.put("n", Spot(1, 18, 1, 42))
    assert words(session, following) == "the rain was on the roof"
    put(session, 1, "Nobody at all was there; the rain was on the roof.")
    assert words(session, following) == "the rain was on the roof"
    put(session, 1, "Nobody at all was there; the warm rain was on the roof.")
    assert words(session, following) == "the warm rain was on the roof"
    put(session, 1, "Nobody at all was there; so the warm rain was on the roof!.")
    assert words(session, following) == "the warm rain was on the roof"


def test_words_that_are_exchanged_stay_noted() -> None:
    session, following = followed()
    following.put("n", Spot(0, 4, 0, 8))
    put(session, 0, "The candle went out.")
    assert words(session, following) == "candle"


def test_several_changes_at_once_leave_what_stands_between_them() -> None:
    session, following = followed()
    following.put("n", Spot(1, 11, 1, 16))
    put(session, 1, "No one was there; the rain was on a roof.")
    assert words(session, following) == "there"


def test_words_that_go_and_come_back() -> None:
    session, following = followed()
    following.put("n", Spot(1, 18, 1, 26))
    put(session, 1, "Nobody was there.")
    assert words(session, following) is None
    session.undo()
    assert words(session, following) == "the rain"
    session.redo()
    assert words(session, following) is None
    session.undo()
    assert words(session, following) == "the rain"


def test_a_paragraph_that_goes_and_comes_back() -> None:
    session, following = followed()
    following.put("n", Spot(1, 18, 1, 26))
    session.replace(1, 2, [], label="x", initiator="editor")
    assert words(session, following) is None
    put(session, 0, "The lamp went out again.")
    session.undo()
    session.undo()
    assert words(session, following) == "the rain"


def test_splitting_and_joining() -> None:
    session, following = followed()
    following.put("n", Spot(1, 11, 1, 26))
    session.replace(1, 2, ["Nobody was there;", "the rain was on the roof."], label="x", initiator="editor")
    assert words(session, following) in ("there;\nthe rain", "there; the rain")
    session.replace(1, 3, ["Nobody was there; the rain was on the roof."], label="x", initiator="editor")
    assert words(session, following) == "there; the rain"
    session.replace(0, 2, ["The lamp went out. Nobody was there; the rain was on the roof."], label="x", initiator="editor")
    assert words(session, following) == "there; the rain"


def test_a_stretch_over_two_paragraphs() -> None:
    session, following = followed()
    following.put("n", Spot(0, 9, 1, 6))
    put(session, 0, "The old lamp went out.")
    assert words(session, following) == "went out.\nNobody"
    put(session, 1, "But nobody was there.")
    assert words(session, following) is not None


def test_offsets_of_the_source_and_back() -> None:
    text = "\n  A *line*\n  and another\n  with 🦊.\n\n\nTwo.\n"
    manuscript = read_bytes(text.encode(), "story.md").manuscript
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            spot = spot_of(manuscript, start, end)
            if spot is None or text[start].isspace() or text[end - 1].isspace():
                continue
            assert source_of(manuscript, spot) == (start, end)


@given(st.data())
def test_any_edits_any_undo(data: st.DataObject) -> None:
    session, following = followed()
    following.put("n", Spot(1, 11, 1, 26))
    states = [words(session, following)]
    for _ in range(data.draw(st.integers(1, 8))):
        count = len(session.paragraphs)
        first = data.draw(st.integers(0, max(0, count - 1)))
        last = data.draw(st.integers(first, min(count, first + 2)))
        texts = data.draw(st.lists(st.text("ab 🦊.", max_size=12), max_size=2))
        if last - first == 1 and data.draw(st.booleans()):
            old = session.paragraphs[first].text
            at = data.draw(st.integers(0, len(old)))
            texts = [old[:at] + data.draw(st.sampled_from(["x", "", " so"])) + old[at + data.draw(st.integers(0, 3)) :]]
        before = session.revision
        session.replace(first, last, texts, label="x", initiator="editor")
        if session.revision != before:
            states.append(words(session, following))
    while len(states) > 1:
        states.pop()
        assert session.undo()
        assert words(session, following) == states[-1]
    assert words(session, following) == "there; the rain"
