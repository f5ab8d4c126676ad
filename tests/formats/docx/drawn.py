# SPDX-License-Identifier: GPL-3.0-or-later
"""Word documents drawn by chance: runs of many looks, links, fields, notes, content controls, tracked changes."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.formats.docx.made import docx, para, run

WORDS = ["lamp", "he", "“No,”", "café", "😀", "rogue.", "it’s", "a\u00a0b", "so very", "end,"]
LOOKS = ["", "<w:b/>", "<w:i/>", '<w:u w:val="single"/>', '<w:sz w:val="40"/>', '<w:color w:val="FF0000"/><w:sz w:val="20"/>', '<w:rStyle w:val="Emphasis"/>', '<w:i/><w:rPrChange w:id="77" w:author="Ann" w:date="2026-01-01T00:00:00Z"><w:rPr><w:b/></w:rPr></w:rPrChange>']
THINGS = [
    "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>", '<w:proofErr w:type="spellStart"/>',
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:br w:type="page"/></w:r>',
    '<w:bookmarkStart w:id="900" w:name="b"/><w:bookmarkEnd w:id="900"/>', "<w:r><w:lastRenderedPageBreak/><w:noBreakHyphen/></w:r>", "<w:r><w:drawing/></w:r>",
]  # fmt: skip
TRACKED = ('w:author="Ann" w:date="2026-01-01T00:00:00Z"', '<w:del w:id="{0}" {1}><w:r><w:delText>gone</w:delText></w:r></w:del>', '<w:ins w:id="{0}" {1}>{2}</w:ins>')
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{0}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@st.composite
def runs(draw: st.DrawFn) -> str:
    """One or two runs."""
    return "".join(run(draw(st.sampled_from(WORDS)) + draw(st.sampled_from(["", " "])), draw(st.sampled_from(LOOKS))) for _ in range(draw(st.integers(1, 2))))


@st.composite
def inners(draw: st.DrawFn) -> str:
    """Something that stands in a paragraph."""
    kind = draw(st.integers(0, 9))
    if kind < 5:
        return draw(runs())
    if kind == 5:
        return draw(st.sampled_from(THINGS))
    inside, number = draw(runs()), draw(st.integers(100, 800))
    if kind == 6:
        return TRACKED[1].format(number, TRACKED[0]) if draw(st.booleans()) else TRACKED[2].format(number, TRACKED[0], inside)
    shells = [f'<w:hyperlink w:anchor="x">{inside}</w:hyperlink>', FIELD.format(inside), f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"]
    return shells[kind - 7]


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph."""
    properties = draw(st.sampled_from(["", "", '<w:jc w:val="right"/>', '<w:ind w:left="720"/>']))
    return para(*draw(st.lists(inners(), max_size=5)), style=draw(st.sampled_from(["", "", "Quote", "Slanted"])), properties=properties)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """A document of paragraphs, with a table now and then."""
    body = draw(st.lists(paragraphs(), min_size=1, max_size=4))
    if not draw(st.integers(0, 3)):
        cells = "".join(f"<w:tc>{draw(paragraphs())}</w:tc>" for _ in range(2))
        body.insert(draw(st.integers(0, len(body))), f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    return docx(*body)
