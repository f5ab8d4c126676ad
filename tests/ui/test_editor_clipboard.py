# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs copy keeps its paragraphs and its emphasis, and loses the dross; copies carry theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from redraft.formats.flow import Block
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.model import Paragraph
from redraft.manuscript.shape import Shape, ShapeKind
from redraft.ui.editor.clipboard import copied, in_markdown, in_text, pasted, plain_text
from redraft.ui.story import Story
from redraft.ui.window import Window
from tests.ui.acting import page_texts, texts
from tests.ui.documents import docx

ITALIC, BOLD = MarkKind.ITALIC, MarkKind.BOLD

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!--
 p.MsoNormal, li.MsoNormal {margin:0cm; font-size:12.0pt; font-family:"Times New Roman",serif; color:red;}
--></style><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal style='text-indent:36.0pt'><span style='font-size:14.0pt'>It was <i
style='mso-bidi-font-style:normal'>not</i>&nbsp;so.<o:p></o:p></span></p>
<p class=MsoNormal><b>Never.</b><o:p></o:p></p>
<!--EndFragment--></body></html>"""

DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" '
    'style="line-height:1.38;"><span style="font-size:11pt;font-family:Arial;color:#000000;font-weight:400;'
    'font-style:normal;">It was </span><span style="font-size:11pt;font-weight:400;font-style:italic;">not</span>'
    '<span style="font-weight:400;"> so.</span></p><p dir="ltr"><span style="font-weight:700;">Never.</span></p></b>'
)

LIBRE = """<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.4"/><style type="text/css">
p { line-height: 115%; margin-bottom: 0.25cm; background: transparent }</style></head>
<body lang="en-GB" link="#000080" dir="ltr"><p style="line-height: 100%; margin-bottom: 0cm">
It was <i>not</i> so.</p><p><font face="Arial"><b>Never.</b></font></p></body></html>"""

WEB = """<div class="post"><script>alert(1)</script><p style="color:blue">It was <em>not</em> so.</p>
<p><a href="https://a.b"><strong>Never.</strong></a> <img src="x.png"></p></div>"""


CHROME = (
    "<meta charset='utf-8'><p style=\"box-sizing: border-box; margin: 0px 0px 1em; color: rgb(33, 37, 41); font-family: "
    "Georgia; font-size: 16px; font-style: normal; font-weight: 400; text-align: start; white-space: normal; "
    "text-decoration-thickness: initial; text-decoration-style: initial;\">It was <em style=\"box-sizing: border-box;\">"
    "not</em><span>&nbsp;</span>so.<button class=\"copy\">Copy</button></p><p style=\"box-sizing: border-box;\">"
    "<b style=\"font-weight: 600;\">Never.</b></p><br class=\"Apple-interchange-newline\">"
)

FIREFOX = (
    "<html><body>\n<!--StartFragment--><nav>Next</nav><p dir=\"auto\">It was <i>not</i> so.<br></p><div><span "
    "style=\"font-weight: bold\">Never.</span></div><!--EndFragment-->\n</body>\n</html>"
)

WORD_ONLINE = (
    '<meta charset="utf-8"><div class="OutlineElement Ltr SCXW1" style="direction: ltr;"><p class="Paragraph SCXW1" '
    'paraid="1" style="font-weight: normal; font-style: normal;"><span data-contrast="auto" class="TextRun SCXW1" '
    'style="font-family: Aptos;"><span class="NormalTextRun SCXW1">It was </span></span><span class="TextRun SCXW1" '
    'style="font-style: italic;"><span class="NormalTextRun">not</span></span><span class="TextRun"> so.</span><span '
    'class="EOP SCXW1" data-ccp-props="{}">&nbsp;</span></p></div><div class="OutlineElement Ltr"><p class="Paragraph">'
    '<span class="TextRun" style="font-weight: bold;">Never.</span></p></div>'
)

LIBRE_24 = """<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><style type="text/css">
@page { size: 21cm 29.7cm; margin: 2cm }
p { line-height: 115%; margin-bottom: 0.25cm; background: transparent }
em { font-style: italic } </style></head><body lang="en-GB" dir="ltr"><p class="western">It was
<em>not</em> so.</p><p class="western"><span lang="fr-FR"><span style="background: #ffff00"><b>Never.</b></span></span></p>
</body></html>"""

SAMPLES = {"Word": WORD, "Google Docs": DOCS, "LibreOffice": LIBRE, "a web page": WEB, "Chrome": CHROME,
           "Firefox": FIREFOX, "Word Online": WORD_ONLINE, "LibreOffice 24": LIBRE_24}  # fmt: skip


@pytest.mark.parametrize("html", SAMPLES.values(), ids=SAMPLES)
def test_paragraphs_and_emphasis_come_through(html: str) -> None:
    blocks = pasted(html)
    assert [each.text.replace("\u00a0", " ").strip() for each in blocks] == ["It was not so.", "Never."]
    assert [each.marks for each in blocks] == [(Mark(7, 10, ITALIC),), (Mark(0, 6, BOLD),)]
    assert [each.shape for each in blocks] == [Shape(), Shape()]


def test_headings_and_quotations_stay_lists_become_text() -> None:
    blocks = pasted("<h2>Two</h2><blockquote><p>So.</p></blockquote><ul><li>Bread</li></ul>")
    assert [each.shape for each in blocks] == [Shape(ShapeKind.HEADING, 2), Shape(ShapeKind.QUOTE), Shape()]


def test_nothing_comes_of_nothing() -> None:
    assert pasted("") == [] and pasted("<p> </p>") == []


def test_markdown_gets_stars_and_plain_text_none() -> None:
    blocks = pasted(DOCS)
    assert in_markdown(blocks) == ["It was *not* so.", "**Never.**"]
    assert in_text(blocks) == ["It was not so.", "Never."]


def test_what_is_copied_can_be_pasted() -> None:
    one = Paragraph(0, "It was not so.", "It was not so.", marks=(Mark(7, 10, ITALIC),))
    two = Paragraph(1, "Never.", "Never.", marks=(Mark(0, 6, BOLD),))
    whole = pasted(copied([one, two], 0, 6, markdown=False))
    assert [(each.text, each.marks) for each in whole] == [(one.text, one.marks), (two.text, two.marks)]
    part = copied([one], 3, 10, markdown=False)
    assert "<p" not in part
    assert [(each.text, each.marks) for each in pasted(part)] == [("was not", (Mark(4, 7, ITALIC),))]


def test_line_ends_of_all_systems_are_paragraph_ends() -> None:
    assert plain_text("a\r\nb\rc\u2028d\0", line_breaks=False) == "a\nb\nc\nd"
    assert plain_text("c\u2028d", line_breaks=True) == "c\u2028d"


# --- in the window ---------------------------------------------------------------------------------------------


def html(markup: str) -> QMimeData:
    """A clipboard as browsers fill it."""
    data = QMimeData()
    data.setHtml(markup)
    data.setText("plain")
    return data


@pytest.fixture
def rich(window: Window, tmp_path: Path) -> Window:
    """The window with a Word document."""
    blocks = (Block("He said so.", (Mark(0, 11, ITALIC),)), Block("The end."))
    window.show_story(Story.read(docx(tmp_path / "story.docx", blocks)))
    return window


def test_a_document_takes_paragraphs_with_their_looks_in_one_step(rich: Window) -> None:
    rich.page.put_caret(1, 4)
    rich.page.insertFromMimeData(html(DOCS))
    assert texts(rich) == page_texts(rich) == ["He said so.", "The It was not so.", "Never.end."]
    paragraphs = rich.story.session.paragraphs
    assert paragraphs[1].marks == (Mark(11, 14, ITALIC),) and paragraphs[2].marks == (Mark(0, 6, BOLD),)
    assert rich.page.caret() == (2, 6)
    rich.menus.actions["undo"].trigger()
    assert texts(rich) == page_texts(rich) == ["He said so.", "The end."]
    assert not rich.story.session.modified


def test_what_is_pasted_into_italics_looks_as_it_did(rich: Window) -> None:
    rich.page.select(0, 3, 7)
    rich.page.insertFromMimeData(html("<span>was <b>heard</b> to say</span>"))
    paragraph = rich.story.session.paragraphs[0]
    assert paragraph.text == "He was heard to say so."
    assert set(paragraph.marks) == {Mark(0, 3, ITALIC), Mark(7, 12, BOLD), Mark(19, 23, ITALIC)}


def test_markdown_takes_emphasis_as_stars(window: Window) -> None:
    window.page.put_caret(3, 0)
    window.page.insertFromMimeData(html("<p>It was <i>not</i> so.</p><p></p>"))
    assert texts(window)[3] == "It was *not* so.The next day it rained."


def test_without_formatting_the_plain_text_is_pasted(rich: Window) -> None:
    QApplication.clipboard().setMimeData(html(DOCS))
    rich.page.put_caret(1, 0)
    rich.menus.actions["paste-plainly"].trigger()
    assert texts(rich)[1] == "plainThe end."


def test_a_copy_carries_plain_and_formatted_text(rich: Window) -> None:
    rich.page.selectAll()
    data = rich.page.createMimeDataFromSelection()
    assert data.text() == "He said so.\nThe end."
    assert "<em>He said so.</em>" in data.html()


def test_a_copy_of_markdown_comes_back_as_it_was(window: Window) -> None:
    window.story.session.replace(0, 1, ["It was *not* [so]."], label="x", initiator="test")
    window.page.select(0, 0, 18)
    data = window.page.createMimeDataFromSelection()
    assert "<em>not</em>" in data.html() and data.text() == "It was *not* [so]."
    window.page.put_caret(3, 0)
    window.page.insertFromMimeData(data)
    assert texts(window)[3] == "It was *not* [so].The next day it rained."


def test_a_copy_of_plain_text_is_plain(window: Window, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("Plain *text*.")
    window.filing.open(plain)
    window.page.selectAll()
    data = window.page.createMimeDataFromSelection()
    assert data.text() == "Plain *text*." and not data.hasHtml()
