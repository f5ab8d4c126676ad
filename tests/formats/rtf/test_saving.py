# SPDX-License-Identifier: GPL-3.0-or-later
"""RTF saved: what the author changed stands in the source, and every other byte of it is as it was."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.inplace import NotInPlace
from redraft.formats.registry import render
from redraft.formats.rtf.codec import read
from redraft.formats.rtf.patch import seam
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Manuscript, Original, SourceFile
from redraft.manuscript.session import Session
from tests.formats.shown import lines

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}{\f1\fcharset2 Symbol;}}{\stylesheet{\s1 heading 1;}}"


def opened(source: str) -> Session:
    data = source.encode("latin-1")
    document = read(data, "story.rtf", 0, 0)
    file = SourceFile(None, "rtf", original=Original("rtf", data, document.paragraphs))
    return Session(Manuscript(None, (file,), document.paragraphs))


def saved(session: Session) -> str:
    return render(session.manuscript).decode("latin-1")


@pytest.mark.parametrize(
    ("body", "first", "last", "texts", "wanted"),
    [
        (r"He teh {\i cat} sat.\par}", 0, 1, ["He the cat sat."], r"He the {\i cat} sat.\par}"),
        (r"a {\i b c} d\par}", 0, 1, ["a b x d"], r"a {\i b x} d\par}"),
        (r"it\'92s so\par}", 0, 1, ["it’s not so"], r"it\'92s not so\par}"),
        (r"a \u8217?b\par}", 0, 1, ["a ‘b"], r"a {\uc1\u8216?}b\par}"),
        (r"a\par}", 0, 1, ["a {b}\\ 😀"], r"a \{b\}\\ {\uc1\u-10179?\u-8704?}\par}"),
        (r"\b0one two\par}", 0, 1, ["two"], r"\b0two\par}"),
        (r"\b0one two\par}", 0, 1, ["1 two"], r"\b0 1 two\par}"),
        (r"\b0one two\par}", 0, 1, [" two"], r"\b0  two\par}"),
        (r"one two\par three\par}", 0, 1, ["one", "two"], r"one\par two\par three\par}"),
        (r"one\par\pard two\par}", 0, 2, ["one two"], r"one \pard two\par}"),
        (r"one\par two\par three\par}", 1, 2, [], r"one\par three\par}"),
        (r"one\par two\par}", 1, 1, ["new"], r"one\par new\par two\par}"),
        (r"one\par}", 0, 0, ["new"], r"new\par one\par}"),
        (r"one}", 1, 1, ["new"], r"one\par new}"),
        (r"\pard\s1 Head\par\pard body\par}", 1, 1, ["new"], r"\pard\s1 Head\par{\pard\plain new\par}\pard body\par}"),
        (r"\trowd one\cell two\cell\row}", 0, 1, ["one", "more"], r"\trowd one\par more\cell two\cell\row}"),
        (r"\trowd one\cell two\cell\row}", 0, 1, [], r"\trowd \cell two\cell\row}"),
        (r'x{\field{\*\fldinst{HYPERLINK "u"}}{\fldrslt it}}\par}', 0, 1, ["xit now"], r'x{\field{\*\fldinst{HYPERLINK "u"}}{\fldrslt it}} now\par}'),
        (r"a{\footnote note} b\par}", 0, 1, ["a. b"], r"a.{\footnote note} b\par}"),
        (r"a\~b\line c\par}", 0, 1, ["a b\u2028d"], r"a b\line d\par}"),
        (r"{\shp{\*\shpinst{\shptxt in box\par}}}x\par}", 1, 2, ["in a box"], r"{\shp{\*\shpinst{\shptxt in a box\par}}}x\par}"),
    ],
)  # fmt: skip
def test_an_edit_in_the_source(body: str, first: int, last: int, texts: list[str], wanted: str) -> None:
    session = opened(HEAD + body)
    session.replace(first, last, texts, label="edit", initiator="test")
    assert saved(session).removeprefix(HEAD) == wanted


@pytest.mark.parametrize(
    ("body", "kind", "on", "wanted"),
    [
        (r"one two three\par}", MarkKind.ITALIC, True, r"one {\i two} three\par}"),
        (r"{\i one two three}\par}", MarkKind.ITALIC, False, r"{\i one {\i0 two} three}\par}"),
        (r"{\super one two three}\par}", MarkKind.SUPERSCRIPT, False, r"{\super one {\nosupersub two} three}\par}"),
    ],
)
def test_a_look_in_the_source(body: str, kind: MarkKind, on: bool, wanted: str) -> None:
    session = opened(HEAD + body)
    session.set_look(0, 4, 0, 7, kind, on, label="look", initiator="test")
    assert saved(session).removeprefix(HEAD) == wanted


def test_a_font_of_ornaments_takes_no_letters() -> None:
    session = opened(HEAD + r"\f1 AB\par}")
    session.replace(0, 1, ["\uf041 and \uf042"], label="edit", initiator="test")
    with pytest.raises(NotInPlace, match="use Save As"):
        saved(session)


WORDS = st.text(alphabet="ab .é—", min_size=1, max_size=6).map(lambda each: each.replace("é", r"\'e9").replace("—", r"\emdash "))
INLINE = st.recursive(WORDS, lambda inner: st.tuples(st.sampled_from([r"\i ", r"\b ", r"\ul\fs24 ", r"\b0", ""]), st.lists(inner, max_size=3)).map(
    lambda each: f"{{{each[0]}{''.join(each[1])}}}"), max_leaves=6)
BODY = st.lists(st.tuples(st.sampled_from([r"\pard\qc ", "", r"\pard\plain\f0 "]), st.lists(INLINE, max_size=3)).map(
    lambda each: f"{each[0]}{''.join(each[1])}\\par\n"), min_size=1, max_size=5).map("".join)


@given(BODY, st.data())
def test_what_is_saved_reads_as_it_was_edited(body: str, data: st.DataObject) -> None:
    session = opened(HEAD + body + "}")
    before = lines(session.paragraphs)
    first = data.draw(st.integers(0, len(before) - 1), "first")
    texts = data.draw(st.lists(st.text("xyz. {\\1-", max_size=5).map(str.strip), max_size=2), "texts")
    session.replace(first, first + 1, texts, label="edit", initiator="test")
    again = lines(opened(saved(session)).paragraphs)
    found, kept = ([each for each in paragraphs if _words(each)] for paragraphs in (again, [*before[:first], *before[first + 1 :]]))
    head = len([each for each in before[:first] if _words(each)])
    assert found[:head] == kept[:head] and found[len(found) - len(kept) + head :] == kept[head:]


def _words(line: str) -> Sequence[str]:
    return [each for each in line.removeprefix("<centre>").split() if each]


@given(BODY)
def test_an_unedited_document_is_the_same(body: str) -> None:
    assert saved(opened(HEAD + body + "}")) == HEAD + body + "}"


@pytest.mark.parametrize(("before", "after", "between"), [
    ("\\par", "Words", " "), ("\\par\n", "Words", ""), ("\\par ", "Words", ""), ("\\i0", "7", " "), ("\\i0", "Words", ""),
    ("\\par\r\n", "-", ""), ("end.", "Words", ""), ("\\\\par", "Words", ""),
])  # fmt: skip
def test_a_control_word_is_parted_from_what_follows_and_nothing_else_is(before: str, after: str, between: str) -> None:
    assert seam(before, after) == between
