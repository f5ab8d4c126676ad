# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages saved: what the author changed stands in the source, and every other character of it is as it was."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.html.codec import read
from redraft.formats.inplace import NotInPlace
from redraft.formats.registry import Opened, read_bytes, render
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Manuscript, Original, SourceFile
from redraft.manuscript.session import Session
from tests.formats.shown import lines


def opened(page: str | bytes) -> Session:
    data = page.encode() if isinstance(page, str) else page
    document = read(data, "story.html", 0, 0)
    source = SourceFile(None, "html", original=Original("html", data, document.paragraphs))
    return Session(Manuscript(None, (source,), document.paragraphs))


def saved(session: Session) -> str:
    return render(session.manuscript).decode()


def edited(page: str, first: int, last: int, texts: Sequence[str]) -> str:
    session = opened(page)
    session.replace(first, last, texts, label="edit", initiator="test")
    return saved(session)


@pytest.mark.parametrize(
    ("page", "first", "last", "texts", "wanted"),
    [
        ("<P CLASS=x>He <I>teh</I> cat&nbsp;&mdash; so</P>", 0, 1, ["He the cat\xa0— so"], "<P CLASS=x>He <I>the</I> cat&nbsp;&mdash; so</P>"),
        ("<p>a <i>b c</i> d</p>", 0, 1, ["a b x d"], "<p>a <i>b x</i> d</p>"),
        ("<p>one <b>two</b> three</p>", 0, 1, ["one four three"], "<p>one <b>four</b> three</p>"),
        ("<p>one <b>two</b> three</p>", 0, 1, ["one three"], "<p>one <b></b>three</p>"),
        ("<p>so &amp; so</p>", 0, 1, ["so < so"], "<p>so &lt; so</p>"),
        ("<p>See <a href='u'>it</a></p>", 0, 1, ["See it now"], "<p>See <a href='u'>it</a> now</p>"),
        ("<p><a href='u'>it</a> is</p>", 0, 1, ["Oh, it is"], "<p>Oh, <a href='u'>it</a> is</p>"),
        ("<p>a\n   b\t c</p>", 0, 1, ["a b d"], "<p>a\n   b\t d</p>"),
        ("<p class=n id=i>one two</p>\n<p>z</p>", 0, 1, ["one", "two"], "<p class=n id=i>one</p>\n<p class=n>two</p>\n<p>z</p>"),
        ("<p>a <i>b c</i></p>", 0, 1, ["a b", "c"], "<p>a <i>b</i></p>\n<p><i>c</i></p>"),
        ("<p>a</p>\n<p class=k>b <i>c</i></p>\n<p>d</p>", 0, 2, ["a b c"], "<p>a b <i>c</i></p>\n<p>d</p>"),
        ("<p>a</p>\n<p>b</p>\n<p>c</p>", 1, 2, [], "<p>a</p>\n<p>c</p>"),
        ("<p class=x>a</p>\n<p>c</p>", 1, 1, ["b"], "<p class=x>a</p>\n<p class=x>b</p>\n<p>c</p>"),
        ("<h2>T</h2>\n<p>c</p>", 1, 1, ["b"], "<h2>T</h2>\n<p>b</p>\n<p>c</p>"),
        ("<p>c</p>", 0, 0, ["b"], "<p>b</p>\n<p>c</p>"),
        ("<p>a<p>b<p>c", 1, 2, ["x"], "<p>a<p>x<p>c"),
        ("one<br><br>two<br><br>three", 1, 2, [], "one<br><br>three"),
        ("one<br><br>two", 1, 1, ["new"], "one<br>\n<br>\nnew<br><br>two"),
        ("one two<br><br>three", 0, 1, ["one", "two"], "one<br>\n<br>\ntwo<br><br>three"),
        ("one<br><br>two", 0, 2, ["one two"], "one two"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", 1, 1, ["x"], "<ul>\n<li>a</li>\n<li>x</li>\n<li>b</li>\n</ul>"),
        ("<p>a</p><p>&nbsp;</p><p>b</p>", 1, 2, ["x"], "<p>a</p><p>x</p><p>b</p>"),
        ("<p><br></p>", 0, 1, ["x"], "<p>x</p>"),
        ("<p>a<br>b</p>", 0, 1, ["a b"], "<p>a b</p>"),
        ("<p>a b</p>", 0, 1, ["a\u2028b"], "<p>a<br>b</p>"),
        ("<p>a</p><hr><p>b</p>", 1, 2, [], "<p>a</p><p>b</p>"),
        ("<p>a</p><hr><p>b</p>", 1, 2, ["Later"], "<p>a</p>\n<p>Later</p><p>b</p>"),
        ("<pre>one two\nthree</pre>", 0, 1, ["one 2"], "<pre>one 2\nthree</pre>"),
        ("<p>word<sup><a href='#f'>1</a></sup> more</p>", 0, 1, ["word. more"], "<p>word.<sup><a href='#f'>1</a></sup> more</p>"),
        ("<p>said <q>so</q>.</p>", 0, 1, ["said so."], "\n<p>said so.</p>"),
        ("<!-- c --><p>a<!-- d -->b</p><script>if (a<b) {}</script>", 0, 1, ["axb"], "<!-- c --><p>ax<!-- d -->b</p><script>if (a<b) {}</script>"),
    ],
)  # fmt: skip
def test_an_edit_in_the_source(page: str, first: int, last: int, texts: list[str], wanted: str) -> None:
    assert edited(page, first, last, texts) == wanted


@pytest.mark.parametrize(
    ("page", "kind", "on", "wanted"),
    [
        ("<p>one two three</p>", MarkKind.ITALIC, True, "<p>one <em>two</em> three</p>"),
        ("<p>one <i>two</i> three</p>", MarkKind.ITALIC, False, "<p>one two three</p>"),
        ("<p>one <i class=k>two</i> three</p>", MarkKind.ITALIC, False, '<p>one <i class=k><span style="font-style: normal">two</span></i> three</p>'),
        ("<p>one <i>two three</i></p>", MarkKind.ITALIC, False, '<p>one <i><span style="font-style: normal">two</span> three</i></p>'),
        ("<p><u>one two three</u></p>", MarkKind.UNDERLINE, False, '<p><u>one <span style="text-decoration: none; display: inline-block">two</span> three</u></p>'),
    ],
)  # fmt: skip
def test_a_look_in_the_source(page: str, kind: MarkKind, on: bool, wanted: str) -> None:
    session = opened(page)
    session.set_look(0, 4, 0, 7, kind, on, label="look", initiator="test")
    assert saved(session) == wanted


def test_the_encoding_of_the_page_stays() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Caf\xe9 a</p></body></html>'.encode("latin-1")
    session = opened(page)
    session.replace(0, 1, ["Café “b”\u2028c"], label="edit", initiator="test")
    assert "Café &#8220;b&#8221;<br/>c</p>".encode("latin-1") in render(session.manuscript)


def test_a_page_that_cannot_hold_a_change_is_said_and_stays() -> None:
    session = opened("<title>nothing</title>")
    session.replace(0, 1, ["said so."], label="edit", initiator="test")
    with pytest.raises(NotInPlace, match="use Save As"):
        render(session.manuscript)


def test_a_page_of_windows_with_a_byte_order_mark_keeps_both() -> None:
    page = "\ufeff<html>\r\n<p>one\r\ntwo</p>\r\n</html>\r\n"
    assert edited(page, 0, 1, ["one two three"]) == page.replace("two", "two three")


WORDS = st.text(alphabet="ab &<>é—“\u00a0😀", min_size=1, max_size=6)
INLINE = st.recursive(
    WORDS.map(lambda each: each.replace("&", "&amp;").replace("<", "&lt;").replace("—", "&mdash;")),
    lambda inner: st.tuples(st.sampled_from(["i", "b", "em", "span class='x'", "u", "a href='k'"]), st.lists(inner, max_size=3)).map(
        lambda each: f"<{each[0]}>{' '.join(each[1])}</{each[0].split()[0]}>"),
    max_leaves=6,
)
BLOCK = st.tuples(st.sampled_from(["p", "p class=a", "h2", "li", "div"]), st.lists(INLINE, max_size=4)).map(
    lambda each: f"<{each[0]}>{' '.join(each[1])}</{each[0].split()[0]}>")
PAGES = st.lists(BLOCK | st.just("<hr>") | st.just("loose<br><br>words"), min_size=1, max_size=6).map("\n".join)


@given(PAGES, st.data())
def test_what_is_saved_reads_as_it_was_edited(page: str, data: st.DataObject) -> None:
    session = opened(page)
    before = lines(session.paragraphs)
    count = len(session.paragraphs)
    first = data.draw(st.integers(0, count - 1), "first")
    texts = data.draw(st.lists(st.text("xyz. &<", max_size=5).map(str.strip), max_size=2), "texts")
    session.replace(first, first + 1, texts, label="edit", initiator="test")
    try:
        again = read_bytes(render(session.manuscript), "story.html")
    except NotInPlace:
        return
    assert isinstance(again, Opened)
    found = [each for each in lines(opened(render(session.manuscript)).paragraphs) if each]
    kept = [each for each in [*before[:first], *before[first + 1 :]] if each]
    head = len([each for each in before[:first] if each])
    assert found[:head] == kept[:head] and found[len(found) - len(kept) + head :] == kept[head:]


@given(PAGES)
def test_an_unedited_page_is_the_same_page(page: str) -> None:
    assert saved(opened(page)) == page
