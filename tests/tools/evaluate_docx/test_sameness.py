# SPDX-License-Identifier: GPL-3.0-or-later
"""The measure itself: it sees what changed, and nothing else."""

from __future__ import annotations

import pytest
from tools.evaluate_docx.sameness import characters, main_part, other_parts_differ

from tests.formats.docx.made import docx, para, run

MAIN = "word/document.xml"
CHANGED = para("a", '<w:del w:id="1"><w:r><w:delText>b</w:delText></w:r></w:del>', '<w:ins w:id="2">' + run("c") + "</w:ins>")


def text(data: bytes, *, accept: bool) -> str:
    return "".join(each for each, _ in characters(data, MAIN, accept=accept))


def test_changes_are_accepted_and_rejected() -> None:
    assert text(docx(CHANGED), accept=True) == "ac"
    assert text(docx(CHANGED), accept=False) == "ab"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (run("ab"), run("a") + run("b"), True),
        (run("a", "<w:b/><w:i/>"), run("a", "<w:i/><w:b/>"), True),
        (run("a", "<w:b/>"), run("a"), False),
        (run("a"), f'<w:hyperlink w:anchor="x">{run("a")}</w:hyperlink>', False),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:footnoteReference w:id="3"/></w:r>', False),
        ("<w:r><w:t>a </w:t></w:r>", run("a"), True),
        (run("a "), run("a"), False),
        (run("a", '<w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>'), run("a"), True),
    ],
)
def test_formatting_counts_and_how_runs_are_cut_does_not(one: str, other: str, same: bool) -> None:
    found = [characters(docx(para(each)), MAIN, accept=False) for each in (one, other)]
    assert (found[0] == found[1]) is same


def test_other_parts_are_compared_by_byte() -> None:
    one, other = docx(para("a")), docx(para("b"))
    assert main_part(one) == MAIN
    assert not other_parts_differ(one, other, MAIN)
    assert other_parts_differ(one, docx(para("a"), parts={"styles.xml": "<w:styles/>"}), MAIN) == ["word/styles.xml"]
    assert other_parts_differ(one, docx(para("a"), parts={"custom.xml": "<a/>"}), MAIN) == ["the list of parts"]
