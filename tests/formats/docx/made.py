# SPDX-License-Identifier: GPL-3.0-or-later
"""Small Word documents for tests, from the XML of their body."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from redraft.formats.docx.names import W14, W15, R, W
from redraft.formats.docx.reader import read
from redraft.formats.docx.skeleton import LAYOUTS, content_types, relations, styles
from redraft.formats.pieces import whole
from redraft.manuscript.marks import LOOKS
from redraft.manuscript.model import Manuscript, Original, Paragraph, SourceFile
from redraft.manuscript.session import Session
from tests.formats.zips import zipped

SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="{W14}" xmlns:w15="{W15}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
STYLES = styles(LAYOUTS["plain"]).replace("</w:styles>", """
<w:style w:type="paragraph" w:styleId="Slanted"><w:name w:val="Slanted"/><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:basedOn w:val="Emphasis"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>""")


def run(text: str, properties: str = "") -> str:
    """A run; ``properties`` are the children of its ``w:rPr``."""
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inner: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; a bare text is a run."""
    own = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    content = "".join(each if each.startswith("<") else run(each) for each in inner)
    return f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{content}</w:p>"


def docx(*body: str, parts: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None) -> bytes:
    """A document with this body. ``parts``: more parts of the folder ``word``, by name; ``links``: addresses by id."""
    extra = dict(parts or {})
    if "styles.xml" not in extra:
        extra["styles.xml"] = STYLES
    entries = [(name.removesuffix(".xml").rstrip("0123456789"), name, False) for name, text in extra.items() if text]
    keyed = [(key, "hyperlink", target, True) for key, target in (links or {}).items()]
    named = [(f"rIdPart{at}", *each) for at, each in enumerate(entries)]
    return zipped({
        "[Content_Types].xml": content_types(["word/document.xml", *(f"word/{name}" for name in extra)]),
        "_rels/.rels": relations([("officeDocument", "word/document.xml", False)]),
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": relations([*named, *keyed]),
        **{f"word/{name}": text for name, text in extra.items() if text},
        "docProps/app.xml": "<Properties/>",
    })


def main_part(data: bytes) -> str:
    """The XML of the document's main part."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return opened.read("word/document.xml").decode()


def paragraphs(data: bytes) -> list[Paragraph]:
    """The document's paragraphs."""
    return list(read(data, "story.docx", 0, 0).paragraphs)


def texts(data: bytes) -> list[str]:
    """Their texts."""
    return [each.text for each in paragraphs(data)]


def shown(found: list[Paragraph]) -> list[tuple[str, list[str]]]:
    """Texts, and the looks as "kind:words"."""
    return [
        (each.text, [f"{mark.kind}:{each.text[mark.start : mark.end]}" for mark in each.marks if mark.kind in LOOKS])
        for each in whole(found)
    ]


def session(data: bytes) -> Session:
    """The document, opened to be edited."""
    found = tuple(paragraphs(data))
    source = SourceFile(None, "docx", original=Original("docx", data, found))
    return Session(Manuscript(None, (source,), found))


def put(story: Session, first: int, last: int, *new: str) -> None:
    """Paragraphs with these texts in the place of others."""
    story.replace(first, last, list(new), label="typing", initiator="test")
