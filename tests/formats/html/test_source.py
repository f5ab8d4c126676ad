# SPDX-License-Identifier: GPL-3.0-or-later
"""The source of a page, cut and marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats.html.characters import unmarked
from redraft.formats.html.page import root_of
from redraft.formats.html.reader import read_blocks
from redraft.formats.html.source import Page
from tests.formats.shown import lines


@pytest.mark.parametrize(
    ("source", "ends"),
    [
        ("<p>a</p>", {"p": "</p>"}), ("<p>a<p>b", {"p": ""}), ("<ul><li>a<li>b</ul>", {"ul": "</ul>", "li": ""}),
        ("<div><p>a<i>b</i></div>", {"div": "</div>", "p": "", "i": "</i>"}), ("a<br>b", {"br": ""}),
        ("<table><tr><td>a<td>b</table>", {"table": "</table>", "tr": "", "td": ""}),
    ],
)  # fmt: skip
def test_elements_end_where_browsers_end_them(source: str, ends: dict[str, str]) -> None:
    page = Page.of(source)
    assert {each.name: source[each.close : each.close_end] for each in page.tags} == ends


def test_scripts_comments_and_attributes_are_no_text() -> None:
    source = "<!-- a --><script>if (a<b) x</script><p title='a>b'>c</p><style>p{}</style>"
    page = Page.of(source)
    assert [source[start:end] for start, end in page.texts] == ["c"]


def test_the_elements_open_at_a_place() -> None:
    source = "<div><p><i>a<b>b</b></i></p></div>"
    page = Page.of(source)
    assert [each.name for each in page.inline(1, source.index("b</b>"))] == ["i", "b"]
    assert [each.name for each in page.inline(1, source.index("i>a") - 1)] == []


PIECES = st.lists(st.sampled_from([
    "<p>", "</p>", "<i>", "</i>", "<br>", "<hr>", " a ", "&amp;", "&nbsp;", "b&#146;c", "\r\n", "<!-- x -->", "<li>", "<ul>", "</ul>", "é",
    "<pre>", "</pre>", "<td>", "<table>", "</table>", "&bogus;", "<script>a<b</script>",
]), max_size=14).map("".join)  # fmt: skip


@given(PIECES)
def test_a_marked_page_reads_as_the_page_itself(source: str) -> None:
    page = Page.of(f"<body>{source}</body>")
    plain = read_blocks(root_of(page.source, "x")).blocks
    traced = read_blocks(root_of(page.marked, "x"), page=page).blocks
    assert lines(traced) == lines(plain)
    assert all(unmarked(each.text) == each.text for each in traced)


@given(PIECES)
def test_letters_stand_where_they_are_said_to(source: str) -> None:
    page = Page.of(f"<body>{source}</body>")
    for block in read_blocks(root_of(page.marked, "x"), page=page).blocks:
        for run in block.trace.runs if block.trace else ():
            if run.by_letter and not run.text.isspace():
                assert page.source[run.start : run.end] == run.text
