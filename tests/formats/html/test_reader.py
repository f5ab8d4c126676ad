# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages of browsers, story sites and word processors."""

from __future__ import annotations

import pytest

from redraft.formats.html.page import root_of
from redraft.formats.html.reader import read_blocks
from tests.formats.shown import lines


def read(text: str) -> list[str]:
    return lines(read_blocks(root_of(text, "story.html")).blocks)


LONG = "It was a long line of prose that went on and on until nobody remembered where it had begun, or why."


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>He said <em>no &mdash; <b>never</b></em>  again.\n</p>", ["He said [i:no — [b:never]] again."]),
        ("<p>it&#146;s &#8220;so&#x201d;&hellip;&nbsp;yes &bogus;</p>", ["it’s “so”…\xa0yes &bogus;"]),
        ("<h1>One</h1><h3>Two</h3><hr><p>x</p><hr/>", ["# One", "### Two", "~ * * *", "x", "~ * * *"]),
        ("<p>one<br>two <br/> three</p>", ["one⏎two⏎three"]),
        ("loose<br><br>second<br>\n<br><br>third", ["loose", "second", "", "third"]),
        ("<p>a</p><p>&nbsp;</p><p></p><p><br></p><p>b</p>", ["a", "", "", "b"]),
        ("<ul><li>a<li><p>b</p><ol><li>c</ol></ul>", ["- a", "- b", "  1. c"]),
        ("<blockquote><p>a</p>b</blockquote>c", ["> a", "> b", "c"]),
        ("<table><tr><td>a<td>b</table>", ["| a", "| b"]),
        ("<p style='text-align: center'>c</p><p align=right>r</p><center>m</center>", ["<centre> c", "<right> r", "<centre> m"]),
        ("<p>x<u>u</u><s>s</s><del>d</del><sup>1</sup><sub>2</sub></p>", ["x[u:u][s:sd][^:1][_:2]"]),
        ("<p><a href='http://x.y'>l</a> <a href='#n'>here</a> <a name='q'>q</a></p>", ["[a:l] here q"]),
        ("<p>word<sup><a href='#fn1'>1</a></sup>, <a href='#f'><sup>[2]</sup></a></p>", ["word{note:},{note:}"]),
        ("<p>a<a class=sdfootnoteanc href='#sdfootnote1sym'><sup>1</sup></a>.</p><div id=sdfootnote1><p><a>1</a>A note.</p></div>", ["a{note:A note.}."]),
        ("<div title=header><p>Page</p></div><p>a<a href='#_ftn1'><sup>[1]</sup></a></p><div id=ftn1>[1] Word’s</div>", ["a{note:Word’s}"]),
        ("<p>a<script>no()</script>b<style>p{}</style>c<!-- d --></p><title>t</title>", ["abc"]),
        ("<p>a <span style='display:none'>b</span><span hidden>c</span>d</p>", ["a d"]),
        ("<p>said <q>so</q>.</p>", ["said “so”."]),
        ("<nav><a href='/'>Home</a></nav><p>x</p><noscript>Seen</noscript><button>Go</button>", ["[a:Home]", "x", "SeenGo"]),
        ("<p>unclosed <i>it <p>next</i> plain</p></div></td>", ["unclosed [i:it]", "next plain"]),
        (f"{LONG}<br>{LONG}<br><i>{LONG}</i>", [LONG, LONG, f"[i:{LONG}]"]),
        ("<p>Roses<br>are red</p>", ["Roses⏎are red"]),
        ("<p class='verse'>a</p><p class='MsoTitle'>T</p>", ["% a", "= T"]),
        ("<pre>one\ntwo\n\nthree</pre>", ["one", "two", "three"]),
        ("just words", ["just words"]),
    ],
)  # fmt: skip
def test_pages(page: str, shown: list[str]) -> None:
    assert read(page) == shown


def test_styles_of_classes_and_their_opposites() -> None:
    page = """<style>/* c */ .c1{font-style:italic} p.x, p.y {font-weight:700} .q .c2 {font-style: italic}
      @font-face {font-style: italic} .n{font-style:normal}</style>
      <p class=x>a <span class='c0 c1'>b <span class=n>c</span></span></p><p><span class=c2>d</span></p>
      <b style='font-weight:normal'><p>pasted</p></b>"""
    assert read(page) == ["[b:a [i:b ]c]", "d", "pasted"]


def test_what_word_leaves_in_a_page() -> None:
    page = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
      <!--[if gte mso 9]><xml><o:p>no</o:p></xml><![endif]--><style><!-- p.MsoNormal {mso-style-parent:"";} --></style>
      </head><body><div class=WordSection1><p class=MsoNormal>One<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
      style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times"'>&nbsp; </span></span></span><![endif]>item</p>
      <p><i style='mso-bidi-font-style:normal'>it</i> <del cite='mailto:a' datetime='2020'>gone</del></p></div></body></html>"""
    assert read(page) == ["One", "", "  - item", "[i:it]{deleted:gone}"]


def test_what_is_left_out_is_counted() -> None:
    flow = read_blocks(root_of("<p>a<img src='http://example.org/x.png' alt='A cat'>b</p><iframe src=x></iframe><table></table>", "x"))
    assert lines(flow.blocks) == ["a{image:A cat}b"]
    assert flow.left_out == {"picture": 1, "frame": 1, "table": 1}


def test_what_a_style_sheet_hides_is_counted_but_no_bullets_of_word() -> None:
    flow = read_blocks(root_of("<p>a<span style='display:none'>b</span><span hidden> </span><span style='mso-list:Ignore'>o</span>", "x"))
    assert lines(flow.blocks) == ["a"]
    assert flow.left_out == {"hidden": 1}


def test_elements_nested_without_end_are_no_trouble() -> None:
    assert read("<p>one</p>" + "<i>" * 30_000 + "deep<p>two</p><script>no</script>") == ["one", "deep", "two"]
    assert read("<div>" * 3_000 + "deep") == ["deep"]


@pytest.mark.parametrize("words", ["שלום עולם", "😀 e\u0301", "a\u200bb\u200dc\ufeffd\u00ade\u202ef"])
def test_other_scripts_and_unseen_characters_stay(words: str) -> None:
    assert read(f"<p>{words}</p>") == [words]


def test_tracked_changes_are_marks_and_mere_looks_stay_looks() -> None:
    page = "<p>a<del cite='x'>old</del><ins datetime='2024-02-03T00:00:00'>new</ins> b<del>struck</del><ins>under</ins></p>"
    assert read(page) == ["a{deleted:old}[+:new] b[s:struck][u:under]"]


def test_languages_other_than_the_pages_own() -> None:
    assert read("<html lang=en-GB><body lang=en-GB><p>The <i lang=fr>mot</i> <span xml:lang='en-GB'>it</span></p>") == ["The [i:[l:mot]] it"]


@pytest.mark.parametrize("holder", ["<aside epub:type='footnote' id='n1'>{}</aside>", "<section role=doc-endnotes><ol><li id=n1>{}</li></ol></section>",
                                    "<div class='x footnotes'><p id=n1>{}</p></div>", "<p role='doc-footnote' id=n1>{}</p>"])
@pytest.mark.parametrize("note", ["A note.", "<em>A</em> note.", "<a href='#r'>1</a> A note.", "A note.<a href='#r'>↩\ufe0e</a>", "<a href='#r'>[1]</a>. A note. ^"])
def test_notes_of_books_and_of_pandoc(holder: str, note: str) -> None:
    assert read("<p>said<a href='#n1' epub:type='noteref'>1</a>.</p>" + holder.format(note)) == ["said{note:A note.}."]


def test_lines_under_and_through_the_same_words() -> None:
    assert read("<p><u><s>both</s></u> <u><span style='text-decoration: none'>none</span></u></p>") == ["[s:[u:both]] none"]
