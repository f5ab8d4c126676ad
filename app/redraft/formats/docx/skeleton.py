# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a new document round its text: styles, page, header; and Shunn's standard manuscript format.

Shunn: William Shunn, "Proper Manuscript Format" (modern version): 12-point Times New Roman, double spaced, margins of
an inch, lines indented half an inch, flush left; scene breaks as a centred "#"; the page number
at the top right of each page but the first; chapters begin a third down a new page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from redraft.formats.docx.names import Element, R, W, made

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
LEVELS = 9
"""How deep lists may go."""

_KINDS = {
    "document": "wordprocessingml.document.main", "styles": "wordprocessingml.styles",
    "settings": "wordprocessingml.settings", "footnotes": "wordprocessingml.footnotes",
    "numbering": "wordprocessingml.numbering", "header1": "wordprocessingml.header",
    "fontTable": "wordprocessingml.fontTable", "theme/theme1": "theme",
}  # fmt: skip
_SEPARATORS = ("separator", "continuationSeparator")
_NAMESPACE = f'xmlns:w="{W}"'


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is set. Lengths in twentieths of a point, sizes in half points. ``mark``: what scene marks become
    ("" leaves them as they are); ``header``: the part for the running head, "" for none.
    """

    font: str
    size: int
    line: int
    indent: int
    heading_before: int
    new_page: bool
    margin: int = 1440
    mark: str = ""
    header: str = ""

    def section(self) -> Element:
        """The properties of the one section."""
        section = made("sectPr", _LIKE)
        if self.header:
            reference = made("headerReference", section, type="default")
            reference.set(f"{{{R}}}id", "rIdHeader")
            section.append(reference)
        section.append(made("pgSz", section, w="12240", h="15840"))
        sides = {each: str(self.margin) for each in ("top", "right", "bottom", "left")}
        section.append(made("pgMar", section, **sides, header="720", footer="720", gutter="0"))
        if self.header:
            section.append(made("titlePg", section))
        return section

    def key(self, kind: str, number: int) -> str:
        """The id of a relationship."""
        return "rIdHeader" if kind == "header" else f"rId{number + 1}"


_HEADER = (
    f'<w:hdr {_NAMESPACE}><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
_LIKE = etree.Element(f"{{{W}}}document")

LAYOUTS = {
    "plain": Layout("Georgia", 23, 320, 400, 480, False),
    "shunn": Layout("Times New Roman", 24, 480, 720, 4320, True, mark="#", header=_HEADER),
}
"""The layouts by name."""


def styles(layout: Layout) -> str:
    """The styles part."""
    body = f'<w:spacing w:line="{layout.line}" w:lineRule="auto"/><w:ind w:firstLine="{layout.indent}"/>'
    first = body if layout.mark else f'<w:spacing w:line="{layout.line}" w:lineRule="auto"/><w:ind w:firstLine="0"/>'
    page = "<w:pageBreakBefore/>" if layout.new_page else ""
    large = layout.size if layout.new_page else layout.size + 9
    head = '<w:spacing w:before="{before}" w:after="240"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>'
    made_ = [
        _style("Normal", "Normal", f"<w:pPr>{body}</w:pPr>", default=True, based=""),
        _style("FirstParagraph", "First Paragraph", f"<w:pPr>{first}</w:pPr>"),
        _style("Title", "Title", f'<w:pPr>{head.format(before=layout.heading_before)}</w:pPr>{_size(large)}'),
        _style("Quote", "Quote", '<w:pPr><w:ind w:left="720" w:right="720" w:firstLine="0"/></w:pPr>'),
        _style("Verse", "Verse", '<w:pPr><w:ind w:left="720" w:firstLine="0"/></w:pPr>'),
        _style("ListParagraph", "List Paragraph", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'),
        _style("SceneBreak", "Scene Break", f"<w:pPr>{head.format(before=240)}</w:pPr>"),
        _style("FootnoteText", "footnote text", '<w:pPr><w:ind w:firstLine="0"/></w:pPr>'),
    ]
    for level in range(1, 7):
        before = layout.heading_before if level == 1 else 360
        properties = f'<w:keepNext/>{page if level == 1 else ""}{head.format(before=before)}'
        properties += f'<w:outlineLvl w:val="{level - 1}"/>'
        bold = "" if layout.new_page else "<w:b/>"
        inner = f"<w:pPr>{properties}</w:pPr>{_size(layout.size, bold)}"
        made_.append(_style(f"Heading{level}", f"heading {level}", inner))
    font = quoteattr(layout.font)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii={font} w:hAnsi={font} w:cs={font}/>"
        f'<w:sz w:val="{layout.size}"/><w:szCs w:val="{layout.size}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    return f'<w:styles {_NAMESPACE}>{defaults}{"".join(made_)}</w:styles>'


def settings(has_notes: bool) -> str:
    """The settings part."""
    notes = '<w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr>' if has_notes else ""
    compatible = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>'
    )
    return f"<w:settings {_NAMESPACE}>{notes}{compatible}</w:settings>"


def footnotes(texts: Sequence[str]) -> str:
    """The footnotes part: Word wants the two separators first."""
    parts = [
        f'<w:footnote w:type="{name}" w:id="{at}"><w:p><w:r><w:{name}/></w:r></w:p></w:footnote>'
        for at, name in enumerate(_SEPARATORS)
    ]
    for at, text in enumerate(texts):
        figure = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        lines = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{figure if not number else ""}'
            f'<w:r><w:t xml:space="preserve"> {escape(line)}</w:t></w:r></w:p>'
            for number, line in enumerate(text.split("\n"))
        )
        parts.append(f'<w:footnote w:id="{at + 2}">{lines}</w:footnote>')
    return f'<w:footnotes {_NAMESPACE}>{"".join(parts)}</w:footnotes>'


def numbering() -> str:
    """The numbering part: list 1 has bullets, list 2 counts."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="hybridMultilevel"/>' + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{sign.format(level + 1)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{720 + 360 * level}" w:hanging="360"/></w:pPr></w:lvl>'
            for level in range(LEVELS)
        ) + "</w:abstractNum>"
        for at, (form, sign) in enumerate((("bullet", "•"), ("decimal", "%{}.")))
    )
    numbers = "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(2))
    return f"<w:numbering {_NAMESPACE}>{lists}{numbers}</w:numbering>"


def content_types(parts: Iterable[str]) -> str:
    """The list of the parts' kinds."""
    own = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}.{_KINDS[name[5:-4]]}+xml"/>'
        for name in parts if name[5:-4] in _KINDS
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{own}</Types>'
    )


def relations(entries: Iterable[tuple[str, str, bool] | tuple[str, str, str, bool]]) -> str:
    """A relationships part; an entry is ([id,] kind, target, whether it lies outside the file)."""
    lines = []
    for number, entry in enumerate(entries):
        key, kind, target, outside = entry if len(entry) == 4 else (f"rId{number + 1}", *entry)
        mode = ' TargetMode="External"' if outside else ""
        lines.append(f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>')
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _style(key: str, name: str, inner: str, *, default: bool = False, based: str = "Normal") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    first = ' w:default="1"' if default else ""
    following = '<w:next w:val="Normal"/>' if not default else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{key}"><w:name w:val="{name}"/>{on}{following}<w:qFormat/>'
        f"{inner}</w:style>"
    )


def _size(half_points: int, more: str = "") -> str:
    return f'<w:rPr>{more}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
