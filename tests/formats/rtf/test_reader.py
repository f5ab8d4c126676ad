# SPDX-License-Identifier: GPL-3.0-or-later
"""RTF as word processors write it."""

from __future__ import annotations

import pytest

from redraft.formats.rtf.reader import read_story
from redraft.manuscript.marks import MarkKind
from tests.formats.shown import lines

FONTS = r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Arial;}{\f2\fcharset128 MS;}{\f3\fcharset2 Symbol;}}"
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 Title;}{\s3 Quotations;}{\s5 Verse;}{\*\cs4\i Emphasis;}}"


def read(body: str, head: str = r"\ansi\ansicpg1252\uc1\deff0") -> list[str]:
    return lines(read_story("{\\rtf1" + head + FONTS + STYLES + body + "}").flow.blocks)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"\ldblquote No\rdblquote\emdash he\rquote s caf\'e9\endash\~a\-b\_c", "“No”—he’s café–\xa0a\xadb\u2011c"),
        (r"\'93Oh\'94 \'97 \'85", "“Oh” — …"),
        (r"{\i never {\b both} \i0 no} yes {\ul u\ulnone  n}", "[i:never [b:both] ]no yes [u:u] n"),
        (r"\scaps Small\scaps0 {\strike s}{\super 2}{\sub 3}{\up6 t}", "[c:Small][s:s][^:2][_:3][^:t]"),
        (r"\b bold\plain  plain", "[b:bold] plain"),
        (r"don\u8217?t \u-10179?\u-8704?.", "don’t 😀."),
        (r"\uc2 a\u8212\'97\'97b{\uc0 \u8212 c}", "a—b—c"),
        (r"{\f1 \'ef\'f0} {\f2 \'82\'a0\'83A} {\f0 \'ef}", "пр あア ï"),
        (r"one\line two\tab three", "one⏎two\tthree"),
        (r"a {\*\unknown {\b hidden} x} b {\v unseen} c \{d\} \\", "a  b  c {d} \\"),
        (r"{\field{\*\fldinst{HYPERLINK ""\"http://a.b/c\"" r"}}{\fldrslt{\ul link}}} x", "[a:link] x"),
        (r"x{\footnote\pard\chftn  A {\i note}.\par}y", "x{note:A note.}y"),
        (r"kept {\deleted gone {\b too} }here", "kept {deleted:gone too }here"),
        (r"a {\revised\revauth1\revdttm-2024510846 new} b", "a [+:new] b"),
        (r"one{\deleted\par }two", "one{deleted:\n}two"),
        (r"\lang1033 The {\lang1036 mot} is here", "The [l:mot] is here"),
        (r"\lang1033 All of it is in one language", "All of it is in one language"),
        ("one\r\ntwo", "onetwo"),
        (r"a {\f3 J}{\f3 \'4a} b", "a \uf04a\uf04a b"),
        (r"{\list{\listlevel{\leveltext \'02\'00.}{\levelnumbers \'01}}{\listname L1;}}a{\object{\*\objdata 00}}b", "ab"),
    ],
)
def test_characters_and_looks(body: str, shown: str) -> None:
    assert read(r"\pard " + body + r"\par") == [shown]


def test_paragraphs_and_shapes() -> None:
    body = (
        r"\pard\s2\qc The Gate\par\pard\s1\b Chapter One\b0\par\pard\plain First.\par\par\pard\qr right\par"
        r"\pard\s3 A letter.\par\pard\s5 Roses\line red\par{\listtext\pard 1.\tab}\pard\ls1\ilvl0 one\par{\pntext\bullet\tab}\pard\ls2\ilvl1 dot\par"
        r"\pard\brdrb\brdrs\par\pard\outlinelevel2 deep\par\pard last"
    )
    assert read(body) == [
        "=<centre> The Gate", "# Chapter One", "First.", "", "<right> right", "> A letter.", "% Roses⏎red", "1. one", "  - dot",
        "~ * * *", "### deep", "last",
    ]  # fmt: skip


def test_a_table_is_shown_cell_by_cell() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl a\cell b\cell\row"
    flow = read_story(r"{\rtf1 " + row + row + r"\pard after\par" + row + "}").flow
    assert lines(flow.blocks) == ["| a", "| b", "| a", "| b", "after", "| a", "| b"]
    assert flow.left_out["table"] == 2


def test_what_is_left_out_is_counted() -> None:
    flow = read_story(
        r"{\rtf1{\info{\title T}}{\header h}{\*\shppict{\pict\pngblip 00ff00}}{\nonshppict{\pict 00}}{\shp{\*\shpinst{\shptxt box}}}"
        r"text\par}"
    ).flow
    assert lines(flow.blocks) == ["text", "box"]
    assert flow.left_out == {"picture": 1, "box": 1}


def test_mac_text_ends_paragraphs_with_a_backslash() -> None:
    assert lines(read_story("{\\rtf1\\mac one \\'d2two\\'d3\\\nthree\\\r\nfour}").flow.blocks) == ["one “two”", "three", "four"]


@pytest.mark.parametrize("data", ["{\\rtf1", "{\\rtf1 a}}}} b", "{\\rtf1 \\'9", "{\\rtf1 \\u55357? \\", "{\\rtf1{\\fonttbl", "{\\rtf1{{{{{{\\footnote"])
def test_broken_rtf_is_read_as_far_as_it_goes(data: str) -> None:
    assert isinstance(read_story(data).flow.blocks, list)


def test_deep_nesting_is_no_trouble() -> None:
    assert lines(read_story("{\\rtf1" + "{" * 200_000 + "x" + "}" * 200_000 + "}").flow.blocks) == ["x"]


def test_what_stands_behind_the_last_brace() -> None:
    assert lines(read_story("{\\rtf1 one\\par}\x00\xff junk").flow.blocks) == ["one"]
    assert lines(read_story("{\\rtf1 one}\\par two\\par}").flow.blocks) == ["one", "two"]


def test_who_tracked_an_insertion_and_when() -> None:
    head = r"{\*\revtbl{Unknown;}{Ann B\'e9;}}"
    block = read_story("{\\rtf1" + head + r"{\revised\revauth1\revdttm-2024510846 new}{\revised\revauth9 too}}").flow.blocks[0]
    assert [(each.kind, each.value) for each in block.marks] == [(MarkKind.INSERTED, "Ann Bé 2017-04-13T10:02:00"), (MarkKind.INSERTED, "")]


def test_comments_become_notes_of_the_file() -> None:
    about = r"{\*\atnid AB}{\*\atnauthor Ann}\chatn {\*\annotation{\*\atndate -2024510846}"
    story = read_story(
        r"{\rtf1 First.\par He {\*\atrfstart 5}left{\*\atrfend 5}" + about + r"{\*\atnref 5}\pard Why?\par \i Really.}her.\par x" + about + r" here}y\par}"
    )
    assert lines(story.flow.blocks) == ["First.", "He [#:left]her.", "x{comment:}y"]
    one, two = story.notes
    assert (one.key, one.author, one.time, one.text, one.paragraph, one.start) == ("5", "Ann", "2017-04-13T10:02:00", "Why?\nReally.", 1, 3)
    assert (two.author, two.text, two.paragraph, two.start) == ("Ann", "here", 2, 1)
    assert not story.flow.left_out


def test_text_boxes_follow_the_paragraph_that_they_hang_on() -> None:
    blocks = read_story(
        r"{\rtf1 one {\shp{\*\shpinst\shpleft1{\sp{\sn a}{\sv 1}}{\shptxt\pard {\b bold} box\par two\par}}{\shprslt x}}more\par"
        r"{\*\do\dobxcolumn{\dptxbxtext old}\dpx0}next\par}"
    ).flow.blocks
    assert lines(blocks) == ["one more", "[b:bold] box", "two", "next", "old"]


def test_hidden_text_is_counted() -> None:
    flow = read_story(r"{\rtf1 a{\v one {\b two}} b{\v three}\par}").flow
    assert (lines(flow.blocks), flow.left_out) == (["a b"], {"concealed": 2})
