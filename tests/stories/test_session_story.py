# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine plays an author: types, splits, joins, deletes, replaces, undoes, saves; nothing is ever lost."""

from __future__ import annotations

import textwrap
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from redraft.formats.layout import prepare
from redraft.formats.registry import read_bytes, render
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile
from redraft.manuscript.session import Session

SENTENCE = "The lamp had burned low before anybody thought of the boy, who sat on the third stair. "
WRAPPED = "\r\n\r\n".join(textwrap.fill(SENTENCE * count, 70).replace("\n", "\r\n") for count in (4, 6, 2, 5))
STORIES = ["", "One.", "One.\nTwo.\n\nThree.", "\ufeff  One. \r\n\r\n  Two.\r\n", WRAPPED, SENTENCE * 300, "“Naïve,” she said—so.\n"]
WORDS = st.lists(st.sampled_from(["word", "and", "—", "“quote”", "- ", "é", "🙂", "x" * 30]), max_size=8).map(" ".join)


def folder() -> Manuscript:
    one, two = (read_bytes(text.encode(), "x").manuscript.paragraphs for text in ("A.\n\nB.", "C.\n"))
    moved = [Paragraph(each.id + 9, each.text, each.raw, each.gap, 1) for each in two]
    return Manuscript(None, (SourceFile(None), SourceFile(None)), (*one, *moved))


def lines(paragraphs: list[Paragraph]) -> list[str]:
    """The lines of text as a reader sees them: pieces of one paragraph joined, space evened out."""
    text = "".join(each.text + (each.gap if each.glued else "\n") for each in paragraphs)
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


class Author(RuleBasedStateMachine):
    """The texts are kept beside the session, and must be the same after every step."""

    @initialize(source=st.sampled_from([*STORIES, None]), encoding=st.sampled_from(["utf-8", "cp1252"]))
    def open(self, source: str | None, encoding: str) -> None:
        data = (source or "").replace("\ufeff", "" if encoding == "cp1252" else "\ufeff").encode(encoding)
        self.session = Session(folder() if source is None else read_bytes(data, "story").manuscript)
        self.states = [self._texts()]
        self.at = 0
        held = self.session.paragraphs
        self.continuing = {after.id for before, after in pairwise(held) if before.glued and before.file == after.file}

    @rule(data=st.data(), words=WORDS)
    def type(self, data: st.DataObject, words: str) -> None:
        index = self._index(data)
        text = self.session.paragraphs[index].text
        place = data.draw(st.integers(0, len(text)))
        self._replace(index, index + 1, [text[:place] + words + text[place:]])

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        index = self._index(data)
        text = self.session.paragraphs[index].text
        place = data.draw(st.integers(0, len(text)))
        self._replace(index, index + 1, [text[:place], text[place:]])

    @rule(data=st.data(), count=st.integers(2, 3))
    def join(self, data: st.DataObject, count: int) -> None:
        first = self._index(data)
        last = min(first + count, len(self.session.paragraphs))
        self._replace(first, last, ["".join(each.text for each in self.session.paragraphs[first:last])])

    @rule(data=st.data(), count=st.integers(0, 3), texts=st.lists(WORDS, max_size=3))
    def paste(self, data: st.DataObject, count: int, texts: list[str]) -> None:
        first = data.draw(st.integers(0, len(self.session.paragraphs)))
        last = min(first + count, len(self.session.paragraphs))
        if len(self.session.paragraphs) - (last - first) + len(texts) > 0:
            self._replace(first, last, texts)

    @rule(data=st.data(), words=WORDS)
    def replace_all(self, data: st.DataObject, words: str) -> None:
        chosen = data.draw(st.sets(st.integers(0, len(self.session.paragraphs) - 1), max_size=4))
        self.session.replace_many(dict.fromkeys(chosen, words), label="replace all", initiator="test")
        self._remember()

    @rule()
    def undo(self) -> None:
        assert self.session.undo() == (self.at > 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        assert self.session.redo() == (self.at + 1 < len(self.states))
        self.at = min(len(self.states) - 1, self.at + 1)

    @rule()
    def save(self) -> None:
        self.session.saved(prepare(self.session.manuscript).manuscript)
        assert not self.session.modified

    @invariant()
    def texts_are_what_the_author_made(self) -> None:
        if hasattr(self, "session"):
            assert self._texts() == self.states[self.at]

    @invariant()
    def ids_are_unique_and_files_in_order(self) -> None:
        if hasattr(self, "session"):
            paragraphs = self.session.paragraphs
            assert len({each.id for each in paragraphs}) == len(paragraphs)
            assert [each.file for each in paragraphs] == sorted(each.file for each in paragraphs)

    @invariant()
    def only_pieces_of_one_paragraph_are_glued(self) -> None:
        if hasattr(self, "session"):
            for before, after in pairwise(self.session.paragraphs):
                assert not before.glued or before.file != after.file or after.id in self.continuing

    @invariant()
    def what_is_saved_is_read_again(self) -> None:
        if not hasattr(self, "session"):
            return
        manuscript = self.session.manuscript
        for number in range(len(manuscript.files)):
            own = [each for each in manuscript.paragraphs if each.file == number]
            again = read_bytes(render(manuscript, number), "story").manuscript
            assert _evened(lines(list(again.paragraphs))) == _evened(lines(own))

    def _texts(self) -> list[str]:
        return [each.text for each in self.session.paragraphs]

    def _index(self, data: st.DataObject) -> int:
        return data.draw(st.integers(0, len(self.session.paragraphs) - 1))

    def _replace(self, first: int, last: int, texts: list[str]) -> None:
        self.session.replace(first, last, texts, label="edit", initiator="test")
        self._remember()

    def _remember(self) -> None:
        if self._texts() != self.states[self.at]:
            self.states = [*self.states[: self.at + 1], self._texts()]
            self.at += 1


def _evened(found: list[str]) -> str:
    """All lines as one: whether a short wrapped line is shown as a paragraph of its own may change, no word may."""
    return " ".join(found)


Author.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestAuthor = Author.TestCase
